internal import Reading
package import Refrain
internal import Splitting

extension Analysis {
    /// Where a section stands: "docs/a.md:12".
    package func place(of section: Int) -> String {
        "\(path(of: section)):\(sections[section].startLine)"
    }

    /// The path of the document that a section stands in.
    package func path(of section: Int) -> String {
        documents[sections[section].document].path
    }

    /// What a section is called: its heading, or words that say it has none.
    package func name(of section: Int) -> String {
        let heading = sections[section].heading.split(whereSeparator: \.isNewline).joined(separator: " ")
        return heading.isEmpty ? sections[section].key ?? "(no heading)" : heading
    }
}
