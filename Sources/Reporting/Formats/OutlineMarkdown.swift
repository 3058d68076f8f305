internal import Clustering
internal import Outlining
internal import Refrain
internal import Splitting

/// The outline as a document: a heading for each topic, its sources, then its points.
struct OutlineMarkdown {
    let outline: Outline
    let analysis: Analysis

    var report: String {
        let topics = Wording.count(outline.topics.count, "topic")
        let sections = Wording.count(analysis.sections.count, "section")
        var lines = ["# Outline", "", "\(sections) in \(topics)."]
        for topic in outline.topics { lines += text(of: topic) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(of topic: Topic) -> [String] {
        let section = analysis.sections[topic.canonical]
        let number = section.number.map { MarkdownText.escaped($0) + " " } ?? ""
        var lines = ["", "## \(number)\(MarkdownText.escaped(analysis.name(of: topic.canonical)))", ""]
        let letters = sourceLetters(of: topic)
        let places = topic.sections.map { section in
            (letters[section].map { "\($0) " } ?? "") + MarkdownText.escaped(analysis.place(of: section))
        }
        lines.append((places.count == 1 ? "Source: " : "Sources: ") + places.joined(separator: ", "))
        var previousWasItem = false
        for point in topic.points {
            let isItem = if case .listItem = point.kind { true } else { false }
            if !(isItem && previousWasItem) { lines.append("") }
            lines += text(of: point, letters: letters)
            previousWasItem = isItem
        }
        return lines
    }

    /// A, B, C … for the sections of a topic that has several, in reading order.
    private func sourceLetters(of topic: Topic) -> [Int: String] {
        guard topic.sections.count > 1 else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: topic.sections.enumerated().map { ($0.element, Self.letters($0.offset)) })
    }

    /// A … Z, AA, AB …
    private static func letters(_ number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(0x41 + number % 26)))
        return number < 26 ? letter : letters(number / 26 - 1) + letter
    }

    private func text(of point: Point, letters: [Int: String]) -> [String] {
        let sources = point.sources.compactMap { letters[$0.section] }.sorted {
            ($0.count, $0) < ($1.count, $1)
        }
        let reference = sources.isEmpty ? "" : " `[\(sources.joined(separator: " "))]`"
        let lines = point.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        switch point.kind {
        case .listItem:
            return listItem(lines, reference: reference)
        case .paragraph, .quote, .footnote:
            return lines.dropLast() + [lines[lines.count - 1] + reference]
        case .heading(let level):
            // A sub-heading stays below the topic's own.
            let title = lines[0].drop { $0 == "#" || $0 == " " }
            return ["\(String(repeating: "#", count: max(3, min(6, level + 1)))) \(title)\(reference)"]
        case .frontMatter, .definition:
            return ["```"] + lines + ["```"] + (reference.isEmpty ? [] : ["", String(reference.dropFirst())])
        case .code, .table, .html, .thematicBreak:
            return lines + (reference.isEmpty ? [] : ["", String(reference.dropFirst())])
        }
    }

    private func listItem(_ lines: [String], reference: String) -> [String] {
        // The reference belongs to the item's own words: before whatever is nested in it.
        let end = lines.firstIndex { line in
            line.isEmpty || line.drop { $0 == " " }.first.map { "-*+`|>#0123456789".contains($0) } == true
        }
        let own = max(1, end ?? lines.count)
        return lines.enumerated().map { index, line in
            let text = index == own - 1 ? line + reference : line
            return text.isEmpty ? "" : (index == 0 ? "- " : "  ") + text
        }
    }
}
