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
        /// The line of the heading that is made for it where it needs one and has none.
        let madeHeading: String?
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
    /// The headings of `analysis`.
    private let written: HeadingIndex
    /// Whether anything of a section is written.
    private var stays: [Bool] = []
    private var headings = HeadingAnchors()

    /// Lays the document out. O(text).
    init(_ outline: Outline, of analysis: Analysis, headings: HeadingIndex, display: OutlineDisplay) {
        (self.outline, self.analysis, self.display) = (outline, analysis, display)
        written = headings
        var topicOfSection = [Int](repeating: 0, count: analysis.sections.count)
        for (index, topic) in outline.topics.enumerated() {
            for section in topic.sections { topicOfSection[section] = index }
        }
        stays = staying(topicOfSection)
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
        anchor(ofHeadingAt: heading.line, in: heading.section)
    }

    /// The anchor that the heading on a line of a section is found under now.
    func anchor(ofHeadingAt line: Int, in section: Int) -> String {
        let inner = InnerHeading(section: section, line: line)
        let own = line == analysis.sections[section].startLine ? nil : anchorOfInnerHeading[inner]
        return own ?? anchors[placeOfSection[section]]
    }

    /// Whether a heading of the document has an anchor, given as bytes.
    func hasAnchor(_ anchor: [UInt8]) -> Bool { headings.has(anchor) }

    private mutating func add(_ index: Int, of topic: Topic) {
        let section = analysis.sections[index]
        let isVerbatim =
            topic.sections.count == 1 && analysis.documents[section.document].format == .markdown
            && (pieces.isEmpty || WrittenHeading(section).form != .none) && !needsHeading(index)
        let madeHeading = isVerbatim ? nil : madeHeading(for: index)
        let isMerged = !isVerbatim && topic.canonical == index
        let piece = Piece(
            section: index, isVerbatim: isVerbatim, madeHeading: madeHeading,
            wordings: isMerged ? wordings(of: topic) : [])
        pieces.append(piece)
        let made = madeHeading.map { HeadingTitle(markdown: PointMarkdown.title(ofHeading: [$0])) }
        let title = written.opening[index]?.title ?? made
        anchors.append(title.map { headings.next($0) } ?? "")
        if isVerbatim {
            note(written.inside[index], of: [written.inside[index]], in: [index])
        } else {
            for wording in piece.wordings { note(wording) }
            noteHidden(isMerged ? topic.points : [])
        }
    }

    /// Gives the headings of a wording their anchors, wherever it stands.
    private mutating func note(_ wording: Point) {
        let headings = wording.sources.map { source in
            analysis.sections[source.section].block(atLine: source.startLine).map {
                ReadHeading.all(in: [$0])
            } ?? []
        }
        guard let first = headings.first else { return }
        note(first, of: headings, in: wording.sources.map(\.section))
    }

    /// Gives headings that are written once, and stand in several sections, their anchors.
    private mutating func note(_ written: [ReadHeading], of copies: [[ReadHeading]], in sections: [Int]) {
        let anchors = written.map { headings.next($0.title) }
        for (copy, section) in zip(copies, sections) {
            for (heading, anchor) in zip(copy, anchors) {
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

    /// The line of a heading for a section that has none which stands in Markdown, and does not begin the text.
    private func madeHeading(for index: Int) -> String? {
        let section = analysis.sections[index]
        if needsHeading(index) {
            return String(repeating: "#", count: section.level) + " " + WrittenHeading(section).title
        }
        if standsAsHeading(section) { return nil }
        let lines = String(section.headingSource)
        // Front matter says its title itself; a record's stands nowhere else.
        let isRecord = analysis.documents[section.document].format.holdsRecords
        if pieces.isEmpty, lines.isEmpty, !isRecord || section.heading.isEmpty { return nil }
        let words =
            [lines, section.heading, section.key ?? "", analysis.path(of: index)].first { !$0.isEmpty } ?? ""
        return "# " + MarkdownText.escaped(words)
    }

    /// Whether a section's heading lines make a section where they are written again.
    private func standsAsHeading(_ section: Section) -> Bool {
        switch WrittenHeading(section).form {
        case .none: false
        case .markdown: true
        case .listed, .bold, .html, .text: analysis.documents[section.document].format == .markdown
        }
    }

    /// Whether a section in bold stands alone: one is no run, and would be read as text of the section before.
    private func needsHeading(_ index: Int) -> Bool {
        guard WrittenHeading(analysis.sections[index]).form == .bold,
            standsAsHeading(analysis.sections[index])
        else { return false }
        return !isInBold(beside: index, step: -1) && !isInBold(beside: index, step: 1)
    }

    /// Whether the next section that stays, before or behind this one, is in bold too and of the same level.
    private func isInBold(beside index: Int, step: Int) -> Bool {
        let (sections, section) = (analysis.sections, analysis.sections[index])
        var other = index + step
        while sections.indices.contains(other), sections[other].document == section.document, !stays[other] {
            other += step
        }
        guard sections.indices.contains(other), sections[other].document == section.document else {
            return false
        }
        return sections[other].level == section.level && WrittenHeading(sections[other]).form == .bold
    }

    /// The headings that are not written and lead elsewhere than the one that is, as paragraphs: their addresses stand nowhere else.
    private func headingsThatLeadElsewhere(of topic: Topic) -> [Point] {
        let targets = analysis.sections[topic.canonical].headingTargets
        return topic.heading.variants.compactMap { variant in
            guard let source = variant.sources.first else { return nil }
            let section = analysis.sections[source.section]
            guard !section.headingTargets.isEmpty, section.headingTargets != targets else { return nil }
            return Point(kind: .paragraph, text: WrittenHeading(section).title, sources: variant.sources)
        }
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
        return headingsThatLeadElsewhere(of: topic)
            + zip(topic.points, behind).flatMap { point, variants in
                [Point(kind: point.kind, text: point.text, role: point.role, sources: point.sources)]
                    + variants
            }
    }
}
