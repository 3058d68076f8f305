/// The kinds of text that can be split into sections.
public enum DocumentFormat: String, Sendable {
    /// CommonMark with the usual extensions: `.md`, `.markdown`, `.mdown`, `.mkd`, `.mdx`.
    case markdown

    /// Text without mark-up: `.txt`, `.text`.
    case plainText

    /// A record a line, in JSON: `.jsonl`, `.ndjson`. Data rather than a document: a walk takes such a file only where an
    /// include names it.
    case jsonLines

    /// The format that the extension of a path stands for, upper or lower case; `nil` for any other extension
    /// and for none. A name that only begins with a dot (`.md`) has no extension.
    public init?(path: String) {
        let bytes = Array(path.utf8)
        let nameStart = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        self.init(fileName: bytes[nameStart...])
    }

    /// The format that a file name, the last part of a path, stands for.
    init?(fileName: ArraySlice<UInt8>) {
        guard let dot = fileName.lastIndex(of: UInt8(ascii: ".")), dot > fileName.startIndex else {
            return nil
        }
        switch String(decoding: fileName[(dot + 1)...], as: UTF8.self).lowercased() {
        case "md", "markdown", "mdown", "mkd", "mdx": self = .markdown
        case "txt", "text": self = .plainText
        case "jsonl", "ndjson": self = .jsonLines
        default: return nil
        }
    }
}
