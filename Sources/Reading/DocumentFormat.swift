/// The kinds of text that can be split into sections.
public enum DocumentFormat: String, Sendable {
    /// CommonMark with the usual extensions: `.md`, `.markdown`, `.mdown`, `.mkd`, `.mdx`.
    case markdown

    /// Text without mark-up: `.txt`, `.text`.
    case plainText

    /// A record a line, in JSON: `.jsonl`, `.ndjson`.
    case jsonLines

    /// A list of records, in JSON: `.json`.
    case json

    /// Comma-separated values, the first row naming the columns: `.csv`.
    case csv

    /// The same with tabs: `.tsv`.
    case tsv

    /// Whether it holds records: data rather than a document. Such a file is streamed, may be packed (`.jsonl.gz`,
    /// `.csv.zst`), and a walk takes it only where an include names it.
    public var holdsRecords: Bool {
        switch self {
        case .markdown, .plainText: false
        case .jsonLines, .json, .csv, .tsv: true
        }
    }

    /// The format that the extension of a path stands for, upper or lower case, for records also before that of a
    /// `Compression`; `nil` for any other extension and for none. A name that only begins with a dot (`.md`) has no extension.
    public init?(path: String) {
        let bytes = Array(path.utf8)
        let nameStart = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        self.init(fileName: bytes[nameStart...])
    }

    /// The format that a file name, the last part of a path, stands for.
    init?(fileName: ArraySlice<UInt8>) {
        guard let (stem, word) = Self.parted(fileName) else { return nil }
        if Compression(extension: word) != nil {
            guard let (_, inner) = Self.parted(stem), let format = Self.formats[inner], format.holdsRecords
            else { return nil }
            self = format
        } else {
            guard let format = Self.formats[word] else { return nil }
            self = format
        }
    }

    /// A file name before its last dot and after it, the latter in lower case.
    static func parted(_ fileName: ArraySlice<UInt8>) -> (stem: ArraySlice<UInt8>, extension: String)? {
        guard let dot = fileName.lastIndex(of: UInt8(ascii: ".")), dot > fileName.startIndex else {
            return nil
        }
        return (
            fileName[..<dot], String(decoding: fileName[(dot + 1)...], as: UTF8.self).lowercased()
        )
    }

    /// The extensions of files that a walk reads unasked, without the dot, sorted.
    package static let walkedExtensions: [String] =
        formats.filter { !$0.value.holdsRecords }.map(\.key).sorted()

    private static let formats: [String: DocumentFormat] = [
        "md": .markdown, "markdown": .markdown, "mdown": .markdown, "mkd": .markdown, "mdx": .markdown,
        "txt": .plainText, "text": .plainText, "jsonl": .jsonLines, "ndjson": .jsonLines, "json": .json,
        "csv": .csv, "tsv": .tsv,
    ]
}
