internal import Outlining
internal import Reading
internal import Refrain
internal import Splitting

/// Puts the document together, section by section.
struct MergeWriter {
    private let analysis: Analysis
    private let layout: MergeLayout
    private let texts: MergedTexts
    private let markers: ListMarkers
    /// What has been written.
    private(set) var text = ""
    /// The section written last, where it stands as it did.
    private var lastVerbatim: Int?
    /// Where the sections that have been written begin, in bytes.
    private var starts: [Int] = []

    init(_ analysis: Analysis, layout: MergeLayout, texts: MergedTexts) {
        (self.analysis, self.layout, self.texts) = (analysis, layout, texts)
        markers = ListMarkers(analysis)
    }

    mutating func write() {
        for piece in layout.pieces {
            if piece.isVerbatim { writeVerbatim(piece.section) } else { writeMerged(piece) }
        }
        while text.utf8.suffix(2).elementsEqual([0x0A, 0x0A]) { text.removeLast() }
    }

    private mutating func writeVerbatim(_ index: Int) {
        let document = analysis.sections[index].document
        let follows = lastVerbatim == index - 1 && analysis.sections[index - 1].document == document
        if !follows { endInBlankLine() }
        starts.append(text.utf8.count)
        text += verbatim(index, follows: follows) + "\n"
        text += closing(behind: index) + String(repeating: "\n", count: blankLines(behind: index))
        lastVerbatim = index
    }

    private mutating func writeMerged(_ piece: MergeLayout.Piece) {
        endInBlankLine()
        starts.append(text.utf8.count)
        let head = head(of: piece)
        let body = indented(body(piece.wordings), under: piece.section).drop { $0.isEmpty && head.isEmpty }
        text += (head + body).joined(separator: "\n") + "\n"
        lastVerbatim = nil
    }

    /// The lines that the sections begin on, 1-based, rising.
    var startLines: [Int] {
        let bytes = Array(text.utf8)
        var (line, offset) = (1, 0)
        return starts.map { start in
            line += bytes[offset..<min(start, bytes.count)].count { $0 == 0x0A }
            offset = min(start, bytes.count)
            return line
        }
    }

    /// Makes what has been written end in a blank line.
    private mutating func endInBlankLine() {
        guard !text.isEmpty else { return }
        while !text.utf8.suffix(2).elementsEqual([0x0A, 0x0A]) { text += "\n" }
    }

    /// A section's lines, its heading at the margin where it does not follow the section before it.
    private func verbatim(_ index: Int, follows: Bool) -> String {
        let (heading, content) = (texts.heading(of: index), texts.content(of: index))
        if follows { return heading + content }
        let section = analysis.sections[index]
        guard case .listed = WrittenHeading(section).form else { return Self.atMargin(heading) + content }
        // What stands inside the item moves with it.
        let indentation = WrittenHeading.indentation(of: section.source)
        return (heading + content).lines.map { line in
            String(Substring(line.utf8.dropFirst(min(indentation, line.utf8.prefix { $0 == 0x20 }.count))))
        }.joined(separator: "\n")
    }

    /// The lines of a body, indented where the section's own stand in the list item of its heading.
    private func indented(_ body: [String], under index: Int) -> [String] {
        let section = analysis.sections[index]
        guard case .listed(let columns) = WrittenHeading(section).form, let first = section.blocks.first,
            WrittenHeading.indentation(of: first.source) >= columns
        else { return body }
        // The heading is written at the margin.
        let indentation = String(
            repeating: " ", count: columns - WrittenHeading.indentation(of: section.source))
        return body.map { $0.isEmpty ? $0 : indentation + $0 }
    }

    /// A heading at the margin: behind a list of another place an indented one would belong to the last item.
    private static func atMargin(_ heading: String) -> String {
        heading.lines.map { $0.dropScalars { $0 == " " } }.joined(separator: "\n")
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

    /// How many blank lines follow a section in its document.
    private func blankLines(behind index: Int) -> Int {
        guard index + 1 < analysis.sections.count else { return 0 }
        let (section, next) = (analysis.sections[index], analysis.sections[index + 1])
        return next.document == section.document ? next.startLine - section.endLine - 1 : 0
    }

    /// The heading's lines, or one made for a section that has none and does not begin the text.
    private func head(of piece: MergeLayout.Piece) -> [String] {
        if let made = piece.madeHeading { return [made] }
        let heading = texts.heading(of: piece.section)
        return heading.isEmpty ? [] : [Self.atMargin(heading)]
    }

    /// Points and variants, one behind the other.
    private func body(_ wordings: [Point]) -> [String] {
        var lines: [String] = []
        var items = ListItems()
        for wording in wordings {
            for text in texts.texts(of: wording) {
                lines += items.separator(before: wording, own: markers.marker(of: wording))
                lines += self.lines(of: wording, text, marker: items.marker)
            }
        }
        return lines
    }

    /// A heading keeps its level; all else is as in an outline without references.
    private func lines(of wording: Point, _ text: String, marker: String) -> [String] {
        if case .heading = wording.kind { return [Self.atMargin(text)] }
        if wording.kind == .html, let closing = OpenBlock.closingTag(of: text[...]) {
            return text.lines.map(String.init) + [closing]
        }
        let point = Point(kind: wording.kind, text: text, sources: wording.sources)
        return PointMarkdown(point: point, reference: "", marker: marker, redefinesLabel: false).lines
    }
}
