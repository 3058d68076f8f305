internal import Outlining
internal import Refrain
internal import Splitting

/// The texts of sections as the consolidated document has them: labels under the names that lead where they led, addresses as
/// they lead from there.
struct MergedTexts {
    private let sections: [Section]
    private let links: MergedLinks
    private let layout: MergeLayout
    private let names: LabelNames
    /// The labels as the documents define them, under their own names.
    private let documents: LabelNames

    /// Finds out what labels are called and where addresses lead. O(text).
    init(_ analysis: Analysis, links: MergedLinks, layout: MergeLayout) {
        (sections, self.links, self.layout) = (analysis.sections, links, layout)
        let documents = LabelNames(analysis)
        self.documents = documents
        // One document's labels keep their names, whatever they mean.
        guard analysis.documents.count > 1 else {
            names = documents
            return
        }
        names = LabelNames(analysis) { text, definition, section in
            Self.meaning(of: definition, in: text, section, links, documents)
        }
    }

    /// What a definition means: two documents in different folders mean different files by one address.
    private static func meaning(
        of definition: LabelledText.Definition, in text: LabelledText, _ section: Int, _ links: MergedLinks,
        _ documents: LabelNames
    ) -> String {
        let edits =
            definition.address.map { address in
                let bytes = text.bytes[address]
                let new = links.newAddress(of: bytes, isInTag: false, in: section).text
                return new.map { [TextEdit(range: address, text: $0)] } ?? []
            }
            ?? addresses(in: text, of: section, links, documents).filter {
                definition.meaning.contains($0.range.lowerBound)
            }
        let meaning = TextEdit.apply(
            edits.map { $0.moved(by: -definition.meaning.lowerBound) },
            to: Array(text.bytes[definition.meaning]))
        return String(decoding: meaning, as: UTF8.self).onOneLine
    }

    /// The texts of a wording: one, but where the same words lead elsewhere from the documents that they stand in. A heading has
    /// one always.
    func texts(of wording: Point) -> [String] {
        guard let source = wording.sources.first, mayChange(wording.text) else { return [wording.text] }
        // The words of a heading are no block.
        let block = sections[source.section].block(atLine: source.startLine)
        let text =
            block.map { LabelledText(wording.text, of: $0) } ?? LabelledText(heading: wording.text)
        let isHeading = if case .heading = wording.kind { true } else { false }
        var (texts, documents): ([String], Set<Int>) = ([], [])
        for source in isHeading ? [source] : wording.sources
        where documents.insert(sections[source.section].document).inserted {
            let new = text.edited(
                edits(in: text, of: source.section, block?.kind ?? .paragraph, line: source.startLine))
            if new.isEmpty { continue }
            if !texts.contains(where: { $0.utf8.elementsEqual(new.utf8) }) { texts.append(new) }
        }
        return texts
    }

    /// The lines of a section's heading.
    func heading(of section: Int) -> String {
        let lines = String(sections[section].headingSource)
        guard mayChange(lines) else { return lines }
        let text = LabelledText(heading: lines)
        return text.edited(
            edits(in: text, of: section, .heading(level: 1), line: sections[section].startLine))
    }

    /// The lines of a section behind its heading, as they stand, each with the line break before it.
    func content(of index: Int) -> String {
        let section = sections[index]
        let lines = section.source.utf8.dropFirst(section.headingSource.utf8.count)
        let content = String(Substring(lines))
        guard mayChange(content) else { return content }
        let starts = Self.lineStarts(Array(section.source.utf8))
        let skipped = section.source.utf8.count - content.utf8.count
        let edits = section.blocks.filter { mayChange($0.source) }.flatMap { block -> [TextEdit] in
            let text = LabelledText(String(block.source), of: block)
            let offset = starts[block.startLine - section.startLine] - skipped
            let edits = self.edits(in: text, of: index, block.kind, line: block.startLine)
            if !edits.isEmpty, text.edited(edits).isEmpty {
                return [Self.removal(of: offset..<offset + text.bytes.count, from: content)]
            }
            return edits.map { $0.moved(by: offset) }
        }
        return edits.isEmpty
            ? content : String(decoding: TextEdit.apply(edits, to: Array(content.utf8)), as: UTF8.self)
    }

    /// The links in `sections` whose places can't be found, by section and line.
    func lostLinks() -> [LostLink] {
        sections.indices.flatMap { index -> [LostLink] in
            let section = sections[index]
            let heading = String(section.headingSource)
            let texts =
                [(LabelledText(heading: heading), section.startLine)]
                + section.blocks.filter { mayChange($0.source) }.map {
                    (LabelledText(String($0.source), of: $0), $0.startLine)
                }
            return texts.flatMap { lostLinks(in: $0.0, from: $0.1, of: index) }
        }
    }

    private func lostLinks(in text: LabelledText, from startLine: Int, of section: Int) -> [LostLink] {
        text.addresses { names.isDefined($0, in: section) }.compactMap { place in
            let bytes = text.bytes[place.range]
            guard links.newAddress(of: bytes, isInTag: place.isInTag, in: section).isLost else { return nil }
            let line = startLine + text.bytes[..<place.range.lowerBound].count { $0 == 0x0A }
            return LostLink(section: section, line: line, address: String(decoding: bytes, as: UTF8.self))
        }
    }

    /// What changes in a text that begins on `line`.
    private func edits(
        in text: LabelledText, of section: Int, _ kind: Block.Kind, line: Int
    ) -> [TextEdit] {
        let removed = kind == .definition || kind == .footnote ? repetitions(in: text, of: section) : []
        let edits = names.edits(in: text, of: section) + Self.addresses(in: text, of: section, links, names)
        return removed + anchorEdit(in: text, of: section, kind, line: line)
            + edits.filter { edit in !removed.contains { $0.range.contains(edit.range.lowerBound) } }
    }

    /// The anchor that a heading names, where another has taken it.
    private func anchorEdit(
        in text: LabelledText, of section: Int, _ kind: Block.Kind, line: Int
    ) -> [TextEdit] {
        guard case .heading = kind else { return [] }
        let anchor = layout.anchor(ofHeadingAt: line, in: section)
        return NamedAnchor.edit(in: text.bytes, to: anchor).map { [$0] } ?? []
    }

    /// The definitions that an earlier document gives, too, with their line ends: they are written once.
    private func repetitions(in text: LabelledText, of section: Int) -> [TextEdit] {
        var ranges: [Range<Int>] = []
        for definition in text.definitions {
            let meaning = Self.meaning(of: definition, in: text, section, links, documents)
            guard names.isRepeated(definition.place.label, meaning: meaning, in: section) else { continue }
            let start =
                text.bytes[..<definition.place.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let end = min(definition.meaning.upperBound + 1, text.bytes.count)
            if let last = ranges.last, last.upperBound >= start {
                ranges[ranges.count - 1] = last.lowerBound..<max(end, last.upperBound)
            } else {
                ranges.append(start..<end)
            }
        }
        // With what ends a text goes the line end before it.
        return ranges.map { range in
            let start = range.upperBound == text.bytes.count ? max(0, range.lowerBound - 1) : range.lowerBound
            return TextEdit(range: start..<range.upperBound, text: [])
        }
    }

    /// Takes a block out with the line ends before it.
    private static func removal(of block: Range<Int>, from content: String) -> TextEdit {
        let before = content.utf8.prefix(block.lowerBound).reversed().prefix { $0 == 0x0A }.count
        return TextEdit(range: block.lowerBound - before..<block.upperBound, text: [])
    }

    private static func addresses(
        in text: LabelledText, of section: Int, _ links: MergedLinks, _ names: LabelNames
    ) -> [TextEdit] {
        text.addresses { names.isDefined($0, in: section) }.compactMap { place in
            let bytes = text.bytes[place.range]
            let new = links.newAddress(of: bytes, isInTag: place.isInTag, in: section).text
            return new.flatMap { $0.elementsEqual(bytes) ? nil : TextEdit(range: place.range, text: $0) }
        }
    }

    /// Whether a text may have labels, addresses or the name of an anchor.
    private func mayChange(_ text: some StringProtocol) -> Bool {
        text.utf8.contains {
            $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "{")
        }
    }

    /// Where the lines of a text begin.
    private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
        [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }
}
