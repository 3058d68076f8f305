internal import Outlining
internal import Splitting

/// A point of the outline as lines of Markdown: its text verbatim, made to end where it ends, and its sources behind it.
struct PointMarkdown {
    let point: Point
    /// The sources as " `[A B]`"; empty where the topic has only one.
    let reference: String
    /// The list marker of an item: "-", or a number and a full stop.
    let marker: String
    /// Whether the outline already defines one of the point's labels otherwise: a second definition would be without
    /// effect, and out of sight.
    let redefinesLabel: Bool
    /// The level of the topic's heading.
    var topicLevel = 2

    /// The lines, without blank ones around them.
    var lines: [String] {
        let text = point.text.lines.map(String.init)
        switch point.kind {
        case .listItem: return listItem(text)
        case .heading(let level): return [heading(text, level: level) + reference]
        case .paragraph: return withReferenceAtEnd(text)
        case .footnote:
            return redefinesLabel ? fenced(text, language: "markdown") : withReferenceAtEnd(text)
        case .definition:
            guard !redefinesLabel else { return fenced(text, language: "markdown") }
            return text + (reference.isEmpty ? [] : ["", "<!--\(reference.filter { $0 != "`" }) -->"])
        case .frontMatter: return fenced(text, language: text[0].begins(with: "+") ? "toml" : "yaml")
        case .html:
            // Shown as text: closing it would hide what follows from who reads the outline.
            return OpenBlock.closingTag(of: point.text[...]) != nil
                ? fenced(text, language: "html") : withReferenceBelow(text)
        case .code:
            return withReferenceBelow(text + (OpenBlock.closingFence(of: point.text[...]).map { [$0] } ?? []))
        case .quote, .table, .thematicBreak: return withReferenceBelow(text)
        }
    }

    private func withReferenceAtEnd(_ text: [String]) -> [String] {
        text.dropLast() + [text[text.count - 1] + reference]
    }

    private func withReferenceBelow(_ text: [String]) -> [String] {
        text + (reference.isEmpty ? [] : ["", String(reference.dropFirst())])
    }

    private func fenced(_ text: [String], language: String) -> [String] {
        withReferenceBelow(MarkdownText.fenced(text, language: language))
    }

    /// A sub-heading deeper than it was, below the topic's own.
    private func heading(_ text: [String], level: Int) -> String {
        let signs = String(repeating: "#", count: max(topicLevel + 1, min(6, level + topicLevel - 1)))
        let title = Self.title(ofHeading: text)
        return title.isEmpty ? signs : "\(signs) \(title)"
    }

    /// The words of a heading, or those that stand for one, on one line.
    static func title(ofHeading text: String) -> String {
        let lines = text.lines.map(String.init)
        return lines.count > 1 || text.begins(with: "#") ? title(ofHeading: lines) : text
    }

    /// The words of a heading as they stand, without the signs that make it one.
    static func title(ofHeading lines: [String]) -> String {
        guard lines.count == 1 else { return lines.dropLast().joined(separator: " ") }
        let words = lines[0].parts(between: \.isBlank)
        // Spaces inside the title stay; the signs before and behind it are words of their own.
        let isClosed = words.count > 1 && words[words.count - 1].utf8.allSatisfy { $0 == UInt8(ascii: "#") }
        guard words.count > (isClosed ? 2 : 1) else { return "" }
        let last = words[words.count - (isClosed ? 2 : 1)]
        return String(lines[0][words[1].startIndex..<last.endIndex])
    }

    /// The reference belongs to the item's own words: before whatever is nested in it.
    private func listItem(_ text: [String]) -> [String] {
        var text = text
        if Self.beginsBlock(text[0]) {
            text = withReferenceBelow(text)
        } else {
            let end = text.indices.dropFirst().first { text[$0].isEmpty || Self.beginsBlock(text[$0]) }
            text[(end ?? text.count) - 1] += reference
        }
        let indentation = String(repeating: " ", count: marker.count + 1)
        return text.enumerated().map { index, line in
            if index == 0 { return line.isEmpty ? marker : "\(marker) \(line)" }
            return line.isEmpty ? "" : indentation + line
        }
    }

    /// Whether a line begins a list item, quote, table, heading or fence rather than words.
    private static func beginsBlock(_ line: String) -> Bool {
        let text = line.unicodeScalars.drop(while: \.isBlank)
        guard let first = text.first else { return false }
        let opensFence = ["```", "~~~"].contains { text.starts(with: $0.unicodeScalars) }
        if first == ">" || first == "|" || opensFence { return true }
        if first == "#" { return text.first { $0 != "#" }.map(\.isBlank) ?? true }
        let digits = text.prefix(while: \.isDigit)
        let afterMarker = text.dropFirst(digits.count).dropFirst()
        let isMarker =
            digits.isEmpty
            ? "-*+".unicodeScalars.contains(first)
            : text.dropFirst(digits.count).first.map { $0 == "." || $0 == ")" } == true
        return isMarker && (afterMarker.isEmpty || afterMarker.first == " ")
    }
}
