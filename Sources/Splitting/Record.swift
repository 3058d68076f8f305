internal import Reading

/// A record: text, and id and title where it has them.
struct Record: Equatable {
    let id: String?
    let title: String
    let text: String

    /// The section that the record is, from its first line to its last.
    ///
    /// - Parameter format: what the text is written in; the section's source is the text as it stands.
    func section(document: Int, startLine: Int, endLine: Int, format: TextFormat) -> Section {
        let words = format.content(of: text)
        let blocks =
            text.isEmpty
            ? []
            : [
                Block(
                    kind: .paragraph, startLine: startLine, endLine: endLine, text: words.text,
                    targets: words.targets, source: Substring(text))
            ]
        return Section(
            document: document, key: id, heading: title, number: nil,
            headingPath: title.isEmpty ? [] : [title], level: 0, startLine: startLine, endLine: endLine,
            headingEndLine: startLine - 1, blocks: blocks, hasSubsections: false, source: Substring(text))
    }
}

/// A fault on its way out of a record.
struct RecordFailure: Error {
    let fault: RecordFault
}
