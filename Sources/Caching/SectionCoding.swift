internal import Splitting

/// The sections of a document as bytes. Their verbatim lines are places in the document's text, which is at hand again when they
/// are read.
struct SectionCoding {
    private let text: String

    /// Makes a coding for the sections of a document with this text.
    init(text: String) { self.text = text }

    /// The bytes of `sections`; nil where one is no part of the text.
    func bytes(of sections: [Section]) -> [UInt8]? {
        var writer = ByteWriter()
        writer.write(sections.count)
        for section in sections {
            guard section.key == nil, write(section.source, to: &writer) else { return nil }
            writer.write(section.heading)
            writer.write(section.number)
            writer.write(section.headingPath.count)
            for heading in section.headingPath { writer.write(heading) }
            write(section.headingTargets, to: &writer)
            for number in [section.level, section.startLine, section.endLine, section.headingEndLine] {
                writer.write(number)
            }
            writer.write(section.hasSubsections ? 1 : 0)
            guard write(section.blocks, to: &writer) else { return nil }
        }
        return writer.bytes
    }

    /// The sections that `bytes` stand for, of the document with this index; nil where they stand for none.
    func sections(from bytes: [UInt8], document: Int) -> [Section]? {
        bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            guard let count = reader.number() else { return nil }
            var sections: [Section] = []
            for _ in 0..<count {
                guard let section = section(from: &reader, document: document) else { return nil }
                sections.append(section)
            }
            return reader.isAtEnd ? sections : nil
        }
    }

    private func section(from reader: inout ByteReader, document: Int) -> Section? {
        guard let source = source(from: &reader), let heading = reader.text(),
            let number = reader.optionalText(), let pathLength = reader.number()
        else { return nil }
        var path: [String] = []
        for _ in 0..<pathLength {
            guard let heading = reader.text() else { return nil }
            path.append(heading)
        }
        guard let targets = targets(from: &reader), let level = reader.number(),
            let startLine = reader.number(), let endLine = reader.number(),
            let headingEndLine = reader.number(), let hasSubsections = reader.number(),
            let blocks = blocks(from: &reader)
        else { return nil }
        return Section(
            document: document, heading: heading, number: number, headingPath: path, headingTargets: targets,
            level: level, startLine: startLine, endLine: endLine, headingEndLine: headingEndLine,
            blocks: blocks,
            hasSubsections: hasSubsections == 1, source: source)
    }

    private func write(_ blocks: [Block], to writer: inout ByteWriter) -> Bool {
        writer.write(blocks.count)
        for block in blocks {
            guard write(block.source, to: &writer) else { return false }
            writer.write(block.kind.code)
            writer.write(block.startLine)
            writer.write(block.endLine)
            writer.write(block.text)
            writer.write(block.label)
            write(block.targets, to: &writer)
            guard write(block.children, to: &writer) else { return false }
        }
        return true
    }

    private func blocks(from reader: inout ByteReader) -> [Block]? {
        guard let count = reader.number() else { return nil }
        var blocks: [Block] = []
        for _ in 0..<count {
            guard let source = source(from: &reader),
                let kind = reader.number().flatMap(Block.Kind.init(code:)),
                let startLine = reader.number(), let endLine = reader.number(), let text = reader.text(),
                let label = reader.optionalText(), let targets = targets(from: &reader),
                let children = self.blocks(from: &reader)
            else { return nil }
            blocks.append(
                Block(
                    kind: kind, startLine: startLine, endLine: endLine, text: text, label: label,
                    targets: targets, children: children, source: source))
        }
        return blocks
    }

    private func write(_ targets: [Target], to writer: inout ByteWriter) {
        writer.write(targets.count)
        for target in targets {
            writer.write(Int(target.kind.rawValue))
            writer.write(target.label)
            writer.write(target.value)
        }
    }

    private func targets(from reader: inout ByteReader) -> [Target]? {
        guard let count = reader.number() else { return nil }
        var targets: [Target] = []
        for _ in 0..<count {
            guard let code = reader.number().flatMap(UInt8.init(exactly:)),
                let kind = Target.Kind(rawValue: code), let label = reader.text(),
                let value = reader.text()
            else { return nil }
            targets.append(Target(kind: kind, label: label, value: value))
        }
        return targets
    }

    /// Writes where `part` stands in the text; false where it does not.
    private func write(_ part: Substring, to writer: inout ByteWriter) -> Bool {
        let (start, count) = (text.utf8.distance(from: text.startIndex, to: part.startIndex), part.utf8.count)
        guard start >= 0, start + count <= text.utf8.count,
            self.part(start, count).utf8.elementsEqual(part.utf8)
        else { return false }
        writer.write(start)
        writer.write(count)
        return true
    }

    private func source(from reader: inout ByteReader) -> Substring? {
        guard let start = reader.number(), let count = reader.number(), start <= text.utf8.count,
            count <= text.utf8.count - start
        else { return nil }
        return part(start, count)
    }

    private func part(_ start: Int, _ count: Int) -> Substring {
        let first = text.utf8.index(text.startIndex, offsetBy: start)
        return text[first..<text.utf8.index(first, offsetBy: count)]
    }
}

extension Block.Kind {
    /// The kind as a number: which it is in the low four bits, what it carries above.
    fileprivate var code: Int {
        switch self {
        case .heading(let level): 0 | level << 4
        case .paragraph: 1
        case .listItem(let isNumbered): 2 | (isNumbered ? 1 : 0) << 4
        case .code: 3
        case .table: 4
        case .quote: 5
        case .html: 6
        case .footnote: 7
        case .thematicBreak: 8
        case .definition: 9
        case .frontMatter: 10
        }
    }

    /// The kind with this number; nil for none.
    fileprivate init?(code: Int) {
        switch code & 15 {
        case 0: self = .heading(level: code >> 4)
        case 1: self = .paragraph
        case 2: self = .listItem(isNumbered: code >> 4 == 1)
        case 3: self = .code
        case 4: self = .table
        case 5: self = .quote
        case 6: self = .html
        case 7: self = .footnote
        case 8: self = .thematicBreak
        case 9: self = .definition
        case 10: self = .frontMatter
        default: return nil
        }
    }
}
