import Foundation

/// Numbers and tables of a report.
enum Figure {
    /// A share with three digits.
    static func text(_ value: Double) -> String { String(format: "%.3f", value) }

    /// A share with its interval.
    static func estimate(_ estimate: Estimate) -> String {
        "\(text(estimate.value)) (\(text(estimate.interval.lowerBound))–\(text(estimate.interval.upperBound)))"
    }

    /// A table in Markdown, numbers to the right.
    static func table(head: [String], rows: [[String]]) -> String {
        let rule = head.indices.map { $0 == 0 ? "---" : "---:" }
        return ([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// Text of others in a cell: nothing in it is mark-up.
    static func cell(_ text: String) -> String {
        let short = text.count > 60 ? String(text.prefix(60)) + "…" : text
        return short.replacing("|", with: "\\|").replacing("`", with: "'").replacing("<", with: "&lt;")
            .replacing("[", with: "\\[")
    }
}
