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
    /// For each section the heading that opens it.
    let opening: [ReadHeading?]
    /// For each section the headings that stand in it.
    let inside: [[ReadHeading]]
    /// For each document its headings by anchor: places in `headings`.
    private let places: [[[UInt8]: Int]]

    /// Lists the headings of `analysis`. O(text).
    package init(_ analysis: Analysis) {
        var headings: [Heading] = []
        var places = [[[UInt8]: Int]](repeating: [:], count: analysis.documents.count)
        var (document, anchors) = (-1, HeadingAnchors())
        opening = analysis.sections.map { ReadHeading(of: $0) }
        inside = analysis.sections.map { ReadHeading.all(in: $0.blocks) }
        for (index, section) in analysis.sections.enumerated() {
            if section.document != document { (document, anchors) = (section.document, HeadingAnchors()) }
            let own = opening[index].map { (words: section.heading, heading: $0) }
            let inside = inside[index].map { (words: $0.title.text, heading: $0) }
            for (words, heading) in (own.map { [$0] } ?? []) + inside {
                let anchor = anchors.next(heading.title)
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

/// A heading as it is read: its title and its line.
struct ReadHeading {
    /// Its line, 1-based.
    let line: Int
    /// What it says.
    let title: HeadingTitle

    /// The heading that opens `section`; nil where a renderer makes none.
    init?(of section: Section) {
        guard let title = WrittenHeading(section).anchorTitle else { return nil }
        (line, self.title) = (section.startLine, HeadingTitle(markdown: title))
    }

    private init(_ block: Block) {
        line = block.startLine
        // A heading that stands in a list item or quote begins with their signs: its words are taken as they were read.
        let isPlain =
            block.endLine > block.startLine || block.source.unicodeScalars.first { $0 != " " } == "#"
        title =
            isPlain
            ? HeadingTitle(markdown: PointMarkdown.title(ofHeading: block.source.lines.map(String.init)))
            : HeadingTitle(text: block.text)
    }

    /// The headings among `blocks` and inside them, in order.
    static func all(in blocks: [Block]) -> [ReadHeading] {
        blocks.flatMap { block -> [ReadHeading] in
            guard case .heading = block.kind else { return all(in: block.children) }
            return [ReadHeading(block)]
        }
    }
}
