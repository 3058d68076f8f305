import Foundation

/// How processor time grows with a document: a row for each kind and command, a column for each size.
struct GrowthTable {
    /// Numbers of parts, rising.
    let sizes: [Int]
    /// The processor seconds of a command on a kind of document, by size; nil where it was stopped or failed.
    private(set) var rows: [(name: String, seconds: [Double?])] = []

    /// Makes an empty table.
    init(sizes: [Int]) { self.sizes = sizes }

    /// Adds what a command took on a kind of document.
    mutating func add(_ name: String, seconds: [Double?]) { rows.append((name, seconds)) }

    /// How much faster than the parts the time grows from the last size but one to the last: 1 is linear, 10 quadratic where the
    /// parts grow tenfold; nil where a run is missing.
    func excess(of seconds: [Double?]) -> Double? {
        guard sizes.count > 1, let last = seconds.last ?? nil, let before = seconds.dropLast().last ?? nil,
            before > 0
        else { return nil }
        return last / before / (Double(sizes[sizes.count - 1]) / Double(sizes[sizes.count - 2]))
    }

    /// The table as Markdown.
    var text: String {
        Table(
            head: ["parts"] + sizes.map { "\($0)" } + ["time over parts"],
            rows: rows.map { name, seconds in
                let cells = seconds.map { $0.map { String(format: "%.2f s", $0) } ?? "stopped" }
                return [name] + cells + [excess(of: seconds).map { String(format: "%.2f", $0) } ?? "–"]
            }
        ).text
    }
}
