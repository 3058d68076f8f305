internal import Outlining
internal import Reading
internal import Refrain
internal import Splitting

/// Puts the document together, section by section.
struct MergeWriter {
    private let outline: Outline
    private let analysis: Analysis
    private let display: OutlineDisplay
    private let names: LabelNames
    private let topicOfSection: [Int]
    /// Whether anything of a section is written.
    private var stays: [Bool] = []
    /// What has been written.
    private(set) var text = ""
    /// The section written last, where it stands as it did.
    private var lastVerbatim: Int?
    private var headings = HeadingAnchors()
    private(set) var placeOfSection: [Int]
    private(set) var anchors: [String] = []
    /// Where the sections that have been written begin, in bytes.
    private var starts: [Int] = []

    init(outline: Outline, analysis: Analysis, display: OutlineDisplay) {
        (self.outline, self.analysis, self.display) = (outline, analysis, display)
        names = LabelNames(analysis)
        var topicOfSection = [Int](repeating: 0, count: analysis.sections.count)
        for (index, topic) in outline.topics.enumerated() {
            for section in topic.sections { topicOfSection[section] = index }
        }
        self.topicOfSection = topicOfSection
        placeOfSection = topicOfSection
    }

    mutating func write() {
        stays = staying()
        var placeOfTopic = [Int](repeating: 0, count: outline.topics.count)
        for index in analysis.sections.indices where stays[index] {
            let topic = outline.topics[topicOfSection[index]]
            if topic.canonical == index { placeOfTopic[topicOfSection[index]] = anchors.count }
            let head = head(of: index)
            note(index, topic, head: head)
            if topic.sections.count == 1, isVerbatim(index) {
                let section = analysis.sections[index]
                let follows =
                    lastVerbatim == index - 1 && analysis.sections[index - 1].document == section.document
                if !follows { endInBlankLine() }
                starts.append(text.utf8.count)
                text += follows ? String(section.source) : Self.flush(section)
                text +=
                    "\n" + closing(behind: index) + String(repeating: "\n", count: blankLines(behind: index))
                lastVerbatim = index
            } else {
                endInBlankLine()
                starts.append(text.utf8.count)
                let body = topic.canonical == index ? indented(body(topic), under: index) : []
                text += (head + body.drop { $0.isEmpty && head.isEmpty }).joined(separator: "\n") + "\n"
                lastVerbatim = nil
            }
        }
        while text.utf8.suffix(2).elementsEqual([0x0A, 0x0A]) { text.removeLast() }
        for index in analysis.sections.indices { placeOfSection[index] = placeOfTopic[topicOfSection[index]] }
    }

    /// The lines that the sections begin on, 1-based, rising.
    var startLines: [Int] {
        var (line, next) = (1, 0)
        var lines: [Int] = []
        for (offset, byte) in text.utf8.enumerated() {
            while next < starts.count, starts[next] <= offset {
                lines.append(line)
                next += 1
            }
            if byte == 0x0A { line += 1 }
        }
        return lines + starts[next...].map { _ in line }
    }

    /// Makes what has been written end in a blank line.
    private mutating func endInBlankLine() {
        guard !text.isEmpty else { return }
        while !text.utf8.suffix(2).elementsEqual([0x0A, 0x0A]) { text += "\n" }
    }

    /// A section's lines with its heading at the margin: behind a list of another place an indented one would belong to the
    /// last item.
    private static func flush(_ section: Section) -> String {
        let heading = headingLines(of: section)
        if case .listed = WrittenHeading(section).form {
            // What stands inside the item moves with it.
            let indentation = WrittenHeading.indentation(of: section.source)
            return lines(of: section.source).map { line in
                String(line.dropFirst(min(indentation, line.prefix { $0 == " " }.count)))
            }.joined(separator: "\n")
        }
        return atMargin(heading) + section.source.dropFirst(heading.count)
    }

    private static func atMargin(_ heading: String) -> String {
        lines(of: heading).map { String($0.drop { $0 == " " }) }.joined(separator: "\n")
    }

    /// The line that ends what a document leaves open at its end.
    private func closing(behind index: Int) -> String {
        let section = analysis.sections[index]
        let isLast =
            index + 1 == analysis.sections.count || analysis.sections[index + 1].document != section.document
        guard isLast, index + 1 < analysis.sections.count, let block = section.blocks.last else { return "" }
        let line: String? =
            switch block.kind {
            case .code: OpenBlock.closingFence(of: block.source)
            case .html: OpenBlock.closingTag(of: block.source)
            default: nil
            }
        return line.map { $0 + "\n" } ?? ""
    }

    /// Whether a section can stand as it is: it is Markdown, needs no heading and names no label anew.
    private func isVerbatim(_ index: Int) -> Bool {
        let section = analysis.sections[index]
        return analysis.documents[section.document].format == .markdown && !names.renames(index)
            && (text.isEmpty || WrittenHeading(section).form != .none) && !needsHeading(index)
    }

    /// How many blank lines follow a section in its document.
    private func blankLines(behind index: Int) -> Int {
        guard index + 1 < analysis.sections.count else { return 0 }
        let (section, next) = (analysis.sections[index], analysis.sections[index + 1])
        return next.document == section.document ? next.startLine - section.endLine - 1 : 0
    }

    /// Whether anything of a section is written: it is no copy, or has subsections of which anything is.
    private func staying() -> [Bool] {
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

    /// The heading's lines, or one made for a section that has none and does not begin the text.
    private func head(of index: Int) -> [String] {
        let section = analysis.sections[index]
        let lines = Self.headingLines(of: section)
        if needsHeading(index) {
            return [String(repeating: "#", count: section.level) + " " + WrittenHeading(section).title]
        }
        if standsAsHeading(section) {
            return [Self.atMargin(names.renames(index) ? names.title(lines, of: index) : lines)]
        }
        // Front matter says its title itself; a record's stands nowhere else.
        let isRecord = analysis.documents[section.document].format.holdsRecords
        if text.isEmpty, lines.isEmpty, !isRecord || section.heading.isEmpty { return [] }
        let words =
            [lines, section.heading, section.key ?? "", analysis.path(of: index)].first { !$0.isEmpty } ?? ""
        return ["# " + MarkdownText.escaped(words)]
    }

    /// The points of a topic, each with the variants that are shown behind it.
    private func body(_ topic: Topic) -> [String] {
        var lines: [String] = []
        var items = ListItems()
        for wording in wordings(of: topic) {
            lines += items.separator(before: wording, own: analysis.listMarker(of: wording))
            lines += self.lines(
                of: Point(kind: wording.kind, text: names.text(of: wording), sources: wording.sources),
                marker: items.marker)
        }
        return lines
    }

    /// The points of a topic with the variants that are shown, each behind its point, or behind the last of those it joins.
    private func wordings(of topic: Topic) -> [Point] {
        var behind = [[Point]](repeating: [], count: topic.points.count)
        for (index, point) in topic.points.enumerated() {
            for variant in point.variants
            where display.variants == .all || display.variants == .flagged && variant.isFlagged {
                behind[max(index, variant.others.last ?? index)].append(
                    Point(kind: variant.kind, text: variant.text, role: point.role, sources: variant.sources))
            }
        }
        return zip(topic.points, behind).flatMap { point, variants in
            [Point(kind: point.kind, text: point.text, role: point.role, sources: point.sources)] + variants
        }
    }

    /// A heading keeps its level; all else is as in an outline without references.
    private func lines(of point: Point, marker: String) -> [String] {
        if case .heading = point.kind { return [Self.atMargin(point.text)] }
        if point.kind == .html, let closing = OpenBlock.closingTag(of: point.text) {
            return Self.lines(of: point.text) + [closing]
        }
        return PointMarkdown(point: point, reference: "", marker: marker, redefinesLabel: false).lines
    }

    /// Notes the anchors of a section's headings.
    private mutating func note(_ index: Int, _ topic: Topic, head: [String]) {
        let made = head.first.flatMap { $0.hasPrefix("#") ? PointMarkdown.title(ofHeading: [$0]) : nil }
        let title = Self.title(of: analysis.sections[index]) ?? (isVerbatim(index) ? nil : made)
        anchors.append(title.map { headings.next($0) } ?? "")
        for point in topic.canonical == index ? topic.points : [] {
            guard case .heading = point.kind else { continue }
            for text in [point.text] + point.variants.map(\.text) {
                _ = headings.next(PointMarkdown.title(ofHeading: Self.lines(of: text)))
            }
        }
    }

    private static func lines(of text: some StringProtocol) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    /// The heading's lines as they stand; empty without any.
    private static func headingLines(of section: Section) -> String {
        guard section.headingEndLine >= section.startLine else { return "" }
        return lines(of: section.source).prefix(section.headingEndLine - section.startLine + 1)
            .joined(separator: "\n")
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
        else {
            return false
        }
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

    /// The lines of a body, indented where the section's own stand in the list item of its heading.
    private func indented(_ body: [String], under index: Int) -> [String] {
        let section = analysis.sections[index]
        guard case .listed(let columns) = WrittenHeading(section).form, let first = section.blocks.first,
            WrittenHeading.indentation(of: first.source) >= columns
        else { return body }
        // The heading is written at the margin.
        let own = WrittenHeading.indentation(of: section.source)
        let indentation = String(repeating: " ", count: columns - own)
        return body.map { $0.isEmpty ? $0 : indentation + $0 }
    }

    /// The words that the anchor of a section's heading is made of; nil without one.
    static func title(of section: Section) -> String? { WrittenHeading(section).anchorTitle }

    /// The words of a sub-heading; nil for any other block.
    static func title(of block: Block) -> String? {
        guard case .heading = block.kind else { return nil }
        return PointMarkdown.title(ofHeading: lines(of: block.source))
    }
}
