internal import Refrain
internal import Splitting

/// The anchors that documents give by name: `id` and `name` in tags, `{#name}` behind headings.
struct AnchorNames {
    /// For each document the section that a name stands in.
    private var sections: [[[UInt8]: Int]]
    /// The first document that has a name.
    private var owner: [[UInt8]: Int] = [:]

    /// Lists the names in `analysis`. O(text).
    init(_ analysis: Analysis) {
        sections = [[[UInt8]: Int]](repeating: [:], count: analysis.documents.count)
        for (index, section) in analysis.sections.enumerated() {
            for name in Self.names(in: section) {
                sections[section.document][name] = sections[section.document][name] ?? index
                owner[name] = owner[name] ?? section.document
            }
        }
    }

    /// The section of a document that a name stands in.
    func section(of name: [UInt8], in document: Int) -> Int? { sections[document][name] }

    /// Whether a name means the place in this document once all are one: no document before it has the name.
    func isOwned(_ name: [UInt8], by document: Int) -> Bool { owner[name] == document }

    /// Whether any document has the name.
    func isTaken(_ name: [UInt8]) -> Bool { owner[name] != nil }

    private static func names(in section: Section) -> [[UInt8]] {
        let bytes = Array(section.source.utf8)
        let inTags =
            bytes.contains(UInt8(ascii: "<"))
            ? HTMLAttribute.all(in: bytes, 0..<bytes.count).filter { $0.name == "id" || $0.name == "name" }
                .map { Array(bytes[$0.value]) } : []
        let headings = [section.headingSource] + inner(section.blocks)
        return headings.flatMap(behindHeading) + inTags
    }

    private static func inner(_ blocks: [Block]) -> [Substring] {
        blocks.compactMap { if case .heading = $0.kind { $0.source } else { nil } }
    }

    /// "{#name}", "{: #name .class}" and "{/* #name */}" at the end of a heading's first line.
    private static func behindHeading(_ heading: Substring) -> [[UInt8]] {
        let line = (heading.lines.first ?? "").utf8
        guard let open = line.lastIndex(of: UInt8(ascii: "{")) else { return [] }
        let separators = " \t{}:*/".utf8
        return line[open...].split { separators.contains($0) }.filter {
            $0.first == UInt8(ascii: "#") && $0.count > 1
        }
        .map { Array($0.dropFirst()) }
    }
}
