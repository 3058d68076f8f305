import Foundation
import Reading
import Refrain
import Reporting

/// Judged pairs in a file: a JSON object a line, `{"a": "docs/a.md:12", "b": "docs/b.md:3", "same": true}`. Sections are named by
/// a line in them, or records by their id.
struct LabelFile {
    /// A judged pair.
    struct Label: Codable {
        let a, b: String
        let same: Bool
    }

    let path: String

    /// The labels; none where the file is not there and need not be.
    func labels(isExpected: Bool) throws(Failure) -> [Label] {
        guard PathText.shown(path) == path else { throw .nameNotUTF8(path) }
        guard isExpected || FileManager.default.fileExists(atPath: path) else { return [] }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .labels(path: path, line: nil)
        }
        var labels: [Label] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy(\.isWhitespace) {
            guard let label = try? JSONDecoder().decode(Label.self, from: Data(line.utf8)) else {
                throw .labels(path: path, line: number + 1)
            }
            labels.append(label)
        }
        return labels
    }

    /// The line of a label.
    static func line(_ a: String, _ b: String, same: Bool) -> String {
        "{\"a\": \(JSONText.quoted(a)), \"b\": \(JSONText.quoted(b)), \"same\": \(same)}\n"
    }
}
