package import Refrain
internal import Splitting

/// The headings of documents with the anchors that they have in their own.
package struct HeadingIndex {
    /// A heading that opens a section, or stands in one.
    package struct Heading: Sendable {
        /// The section.
        package let section: Int
        /// Its line, 1-based.
        package let line: Int
        /// Its words without mark-up; a section's without numbering.
        package let words: String
        /// Its anchor, not empty.
        package let anchor: String
    }

    /// The headings, in reading order.
    package let headings: [Heading]
    /// For each document its headings by anchor: places in `headings`.
    private let places: [[[UInt8]: Int]]

    /// Lists the headings of `analysis`. O(text).
    package init(_ analysis: Analysis) {
        var headings: [Heading] = []
        var places = [[[UInt8]: Int]](repeating: [:], count: analysis.documents.count)
        var (document, anchors) = (-1, HeadingAnchors())
        for (index, section) in analysis.sections.enumerated() {
            if section.document != document { (document, anchors) = (section.document, HeadingAnchors()) }
            let own = HeadingWords(of: section).map { (words: section.heading, heading: $0) }
            let inside = HeadingWords.all(in: section.blocks).map { (words: $0.text, heading: $0) }
            for (words, heading) in (own.map { [$0] } ?? []) + inside {
                let anchor = anchors.next(heading.text)
                if anchor.isEmpty { continue }
                places[document][Array(anchor.utf8)] = headings.count
                headings.append(Heading(section: index, line: heading.line, words: words, anchor: anchor))
            }
        }
        (self.headings, self.places) = (headings, places)
    }

    /// The heading of a document with this anchor, given as bytes.
    func heading(_ anchor: [UInt8], in document: Int) -> Heading? {
        places[document][anchor].map { headings[$0] }
    }

    /// The anchor of each of so many sections; empty for one without a heading.
    package func anchors(sectionCount: Int, of analysis: Analysis) -> [String] {
        var anchors = [String](repeating: "", count: sectionCount)
        for heading in headings where heading.line == analysis.sections[heading.section].startLine {
            anchors[heading.section] = heading.anchor
        }
        return anchors
    }
}

/// The words of a heading as they are read, and its line.
struct HeadingWords {
    /// Its line, 1-based.
    let line: Int
    /// Its words without mark-up, numbering included.
    let text: String

    /// The heading that opens `section`; nil where none does.
    init?(of section: Section) {
        guard let title = MergeLayout.title(of: section) else { return nil }
        (line, text) = (section.startLine, HeadingText.of(markdown: title))
    }

    private init(line: Int, text: String) {
        (self.line, self.text) = (line, text)
    }

    /// The headings among `blocks` and inside them, in order.
    static func all(in blocks: [Block]) -> [HeadingWords] {
        blocks.flatMap { block -> [HeadingWords] in
            guard case .heading = block.kind else { return all(in: block.children) }
            return [HeadingWords(line: block.startLine, text: text(of: block))]
        }
    }

    /// A heading that stands in a list item or quote begins with their signs: its words are taken as they were read.
    private static func text(of block: Block) -> String {
        let title = PointMarkdown.title(ofHeading: block.source.lines.map(String.init))
        let isPlain = MergeLayout.isMarkdownHeading(
            block.source, lineCount: block.endLine - block.startLine + 1)
        return isPlain ? HeadingText.of(markdown: title) : block.text
    }
}
