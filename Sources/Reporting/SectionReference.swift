internal import Reading
package import Refrain
internal import Splitting
internal import Vectorizing

extension Analysis {
    /// Where a section stands, for people: "docs/a.md:12", control characters written out.
    package func place(of section: Int) -> String {
        place(of: section, line: sections[section].startLine)
    }

    /// A line of the document that a section stands in: its path, control characters written out, and the line.
    package func place(of section: Int, line: Int) -> String {
        "\(ControlCharacters.escaped(path(of: section))):\(line)"
    }

    /// The path of the document that a section stands in, as it is.
    package func path(of section: Int) -> String {
        documents[sections[section].document].path
    }

    /// What a section is called, for people: its heading on one line, or its record's id, control characters written out, or
    /// words that say it has neither.
    package func name(of section: Int) -> String { sections[section].shownName }

    /// The id of the record that a section is; empty where it has none.
    package func key(of section: Int) -> String { sections[section].key ?? "" }

    /// The section of the first document that line `line` is in, 1-based; nil before the first and behind the end.
    package func section(atLine line: Int) -> Int? {
        guard let index = sections.lastIndex(where: { $0.document == 0 && $0.startLine <= line }) else {
            return nil
        }
        let isLast = index + 1 == sections.count || sections[index + 1].document != 0
        return isLast && line > sections[index].endLine ? nil : index
    }

    /// A section's fingerprint in digits.
    package func fingerprint(of section: Int) -> String { fingerprints[section].description }
}

extension Section {
    private static let nameless = "(no heading)"

    /// What it is called, for people; see `Analysis.name(of:)`.
    var shownName: String {
        let name = heading.isEmpty ? key ?? "" : heading
        guard ControlCharacters.isIn(name) else { return name.isEmpty ? Self.nameless : name }
        let parts = name.parts { $0 == "\t" || $0.isLineEnd }
        return parts.isEmpty ? Self.nameless : ControlCharacters.escaped(parts.joined(separator: " "))
    }

    /// The block that begins at a line; a section's blocks are in order. O(log blocks).
    func block(atLine line: Int) -> Block? {
        var (low, high) = (0, blocks.count)
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].startLine < line { low = middle + 1 } else { high = middle }
        }
        return low < blocks.count && blocks[low].startLine == line ? blocks[low] : nil
    }
}
