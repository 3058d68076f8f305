internal import Reading
package import Refrain
internal import Splitting

extension Analysis {
    /// Where a section stands, for people: "docs/a.md:12", control characters written out.
    package func place(of section: Int) -> String {
        "\(ControlCharacters.escaped(path(of: section))):\(sections[section].startLine)"
    }

    /// The path of the document that a section stands in, as it is.
    package func path(of section: Int) -> String {
        documents[sections[section].document].path
    }

    private static let nameless = "(no heading)"

    /// What a section is called, for people: its heading on one line, or its record's id, control characters written out, or
    /// words that say it has neither.
    package func name(of section: Int) -> String {
        let section = sections[section]
        let name = section.heading.isEmpty ? section.key ?? "" : section.heading
        guard ControlCharacters.isIn(name) else { return name.isEmpty ? Self.nameless : name }
        let parts = name.split { $0.isNewline || $0 == "\t" }
        return parts.isEmpty ? Self.nameless : ControlCharacters.escaped(parts.joined(separator: " "))
    }
}
