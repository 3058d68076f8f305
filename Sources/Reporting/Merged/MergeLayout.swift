internal import Outlining
internal import Reading
internal import Refrain
internal import Splitting

/// Which sections the consolidated document has, how each is written, and the anchors of its headings.
struct MergeLayout {
    /// A section of the document.
    struct Piece {
        /// The section of the analysis whose heading it has.
        let section: Int
        /// Whether it stands as it did, but for labels and addresses.
        let isVerbatim: Bool
        /// The words made for a heading where it needs one and has none.
        let madeTitle: String?
        /// What is written under the heading where it is not verbatim.
        let wordings: [Point]
    }

    /// A heading that opens no section.
    private struct InnerHeading: Hashable {
        let section: Int
        let line: Int
    }

    /// The sections, in order.
    private(set) var pieces: [Piece] = []
    /// The anchor of each piece; empty for one without a heading.
    private(set) var anchors: [String] = []
    /// For each section of the analysis the piece that it is found in.
    private(set) var placeOfSection: [Int] = []
    private var anchorOfInnerHeading: [InnerHeading: String] = [:]

    private let outline: Outline
    private let analysis: Analysis
    private let display: OutlineDisplay
    private var headings = HeadingAnchors()

    /// Lays the document out. O(text).
    init(_ outline: Outline, of analysis: Analysis, display: OutlineDisplay) {
        (self.outline, self.analysis, self.display) = (outline, analysis, display)
        var topicOfSection = [Int](repeating: 0, count: analysis.sections.count)
        for (index, topic) in outline.topics.enumerated() {
            for section in topic.sections { topicOfSection[section] = index }
        }
        let stays = staying(topicOfSection)
        var placeOfTopic = [Int](repeating: 0, count: outline.topics.count)
        for index in analysis.sections.indices where stays[index] {
            let topic = outline.topics[topicOfSection[index]]
            if topic.canonical == index { placeOfTopic[topicOfSection[index]] = pieces.count }
            add(index, of: topic)
        }
        placeOfSection = topicOfSection.map { placeOfTopic[$0] }
    }

    /// The anchor that a heading of the documents is found under now.
    func anchor(of heading: HeadingIndex.Heading) -> String {
        let section = analysis.sections[heading.section]
        let inner = InnerHeading(section: heading.section, line: heading.line)
        let own = heading.line == section.startLine ? nil : anchorOfInnerHeading[inner]
        return own ?? anchors[placeOfSection[heading.section]]
    }

    /// Whether a heading of the document has an anchor, given as bytes.
    func hasAnchor(_ anchor: [UInt8]) -> Bool { headings.has(anchor) }

    private mutating func add(_ index: Int, of topic: Topic) {
        let section = analysis.sections[index]
        let isVerbatim =
            topic.sections.count == 1 && analysis.documents[section.document].format == .markdown
            && (pieces.isEmpty || section.headingEndLine >= section.startLine)
        let madeTitle = isVerbatim ? nil : madeTitle(of: index)
        let isMerged = !isVerbatim && topic.canonical == index
        let piece = Piece(
            section: index, isVerbatim: isVerbatim, madeTitle: madeTitle,
            wordings: isMerged ? wordings(of: topic) : [])
        pieces.append(piece)
        let title = madeTitle ?? HeadingWords(of: section)?.text
        anchors.append(title.map { headings.next($0) } ?? "")
        if isVerbatim {
            note(HeadingWords.all(in: section.blocks), of: [section.blocks], in: [index])
        } else {
            for wording in piece.wordings { note(wording) }
            noteHidden(isMerged ? topic.points : [])
        }
    }

    /// Gives the headings of a wording their anchors, wherever it stands.
    private mutating func note(_ wording: Point) {
        let blocks = wording.sources.map { source in
            analysis.sections[source.section].block(atLine: source.startLine).map { [$0] } ?? []
        }
        guard let first = blocks.first else { return }
        note(HeadingWords.all(in: first), of: blocks, in: wording.sources.map(\.section))
    }

    /// Gives headings that are written once, and stand in several sections, their anchors.
    private mutating func note(_ written: [HeadingWords], of blocks: [[Block]], in sections: [Int]) {
        let anchors = written.map { headings.next($0.text) }
        for (blocks, section) in zip(blocks, sections) {
            for (heading, anchor) in zip(HeadingWords.all(in: blocks), anchors) {
                anchorOfInnerHeading[InnerHeading(section: section, line: heading.line)] = anchor
            }
        }
    }

    /// A heading that is a variant, and not shown, is found under its point's.
    private mutating func noteHidden(_ points: [Point]) {
        for point in points {
            guard case .heading = point.kind, let source = point.sources.first else { continue }
            let own = anchorOfInnerHeading[InnerHeading(section: source.section, line: source.startLine)]
            for source in point.variants.filter({ !isShown($0) }).flatMap(\.sources) {
                anchorOfInnerHeading[InnerHeading(section: source.section, line: source.startLine)] = own
            }
        }
    }

    /// Whether anything of a section is written: it is no copy, or has subsections of which anything is.
    private func staying(_ topicOfSection: [Int]) -> [Bool] {
        let sections = analysis.sections
        var stays = [Bool](repeating: false, count: sections.count)
        for index in sections.indices.reversed() {
            stays[index] = outline.topics[topicOfSection[index]].canonical == index
            var next = index + 1
            while !stays[index], sections[index].headingEndLine >= sections[index].startLine,
                next < sections.count,
                sections[next].document == sections[index].document,
                sections[next].level > sections[index].level
            {
                stays[index] = stays[next]
                next += 1
            }
        }
        return stays
    }

    /// The words of a heading for a section that has none in Markdown and does not begin the text.
    private func madeTitle(of index: Int) -> String? {
        let section = analysis.sections[index]
        if Self.hasMarkdownHeading(section) { return nil }
        let lines = Self.headingLines(of: section)
        // Front matter says its title itself; a record's stands nowhere else.
        let isRecord = analysis.documents[section.document].format.holdsRecords
        if pieces.isEmpty, lines.isEmpty, !isRecord || section.heading.isEmpty { return nil }
        return [lines, section.heading, section.key ?? "", analysis.path(of: index)].first { !$0.isEmpty }
    }

    private func isShown(_ variant: Variant) -> Bool {
        display.variants == .all || display.variants == .flagged && variant.isFlagged
    }

    /// The points of a topic with the variants that are shown, each behind its point, or behind the last of those it joins.
    private func wordings(of topic: Topic) -> [Point] {
        var behind = [[Point]](repeating: [], count: topic.points.count)
        for (index, point) in topic.points.enumerated() {
            for variant in point.variants where isShown(variant) {
                behind[max(index, variant.others.last ?? index)].append(
                    Point(kind: variant.kind, text: variant.text, role: point.role, sources: variant.sources))
            }
        }
        return zip(topic.points, behind).flatMap { point, variants in
            [Point(kind: point.kind, text: point.text, role: point.role, sources: point.sources)] + variants
        }
    }

    // MARK: Headings

    /// The heading's lines as they stand; empty without any.
    static func headingLines(of section: Section) -> String {
        guard section.headingEndLine >= section.startLine else { return "" }
        return section.source.lines.prefix(section.headingEndLine - section.startLine + 1)
            .joined(separator: "\n")
    }

    /// Whether a section begins with lines that Markdown takes for a heading.
    static func hasMarkdownHeading(_ section: Section) -> Bool {
        isMarkdownHeading(section.source, lineCount: section.headingEndLine - section.startLine + 1)
    }

    /// Whether the first lines of a text, so many, are a heading in Markdown: one that is underlined, or begins with "#".
    static func isMarkdownHeading(_ source: Substring, lineCount: Int) -> Bool {
        lineCount > 1 || lineCount == 1 && source.unicodeScalars.first { $0 != " " } == "#"
    }

    /// The words of a section's heading as Markdown; nil without a heading.
    static func title(of section: Section) -> String? {
        guard section.headingEndLine >= section.startLine else { return nil }
        let text = headingLines(of: section)
        guard hasMarkdownHeading(section) else { return MarkdownText.escaped(text) }
        return PointMarkdown.title(ofHeading: text.lines.map(String.init))
    }
}
