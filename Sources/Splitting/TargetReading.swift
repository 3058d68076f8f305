internal import CCMarkGFM

/// Collects what can be reached from a piece of Markdown while `PlainText` walks through it.
struct TargetReading {
    /// What was found, in reading order; a link comes where its words end.
    private(set) var targets: [Target] = []
    /// For each link and image that is open, where its words begin: bytes of the text.
    private var open: [Int] = []
    /// What the document's notes say.
    private let notes: Notes

    /// Prepares the reading of a piece of a document with these notes.
    init(notes: Notes) { self.notes = notes }

    /// Goes into a link or an image, or out of it again.
    ///
    /// - Parameter text: the words so far.
    mutating func visitLink(_ node: MarkdownNode, _ kind: Target.Kind, isEntering: Bool, text: String) {
        guard !isEntering else { return open.append(text.utf8.count) }
        guard let start = open.popLast() else { return }
        let words = text.utf8.dropFirst(start).drop { $0 == 0x20 || $0 == 0x0A }
        let label = String(decoding: words, as: UTF8.self)
        targets.append(Target(kind: kind, label: label, value: node.address))
        let title = node.title
        if !title.isEmpty { targets.append(Target(kind: .title, label: label, value: title)) }
    }

    /// Adds what a footnote says that is referred to.
    mutating func addNote(_ reference: MarkdownNode) {
        if let note = notes.text(of: reference) { targets.append(Target(kind: .note, value: note)) }
    }

    /// Adds the language of a code block, where one is said.
    mutating func addLanguage(of codeBlock: MarkdownNode) {
        let language = codeBlock.fenceInfo.utf8.prefix { $0 != 0x20 && $0 != 0x09 }
        guard !language.isEmpty else { return }
        let lowered = language.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        targets.append(Target(kind: .language, value: String(decoding: lowered, as: UTF8.self)))
    }

    /// Adds the addresses in raw HTML.
    mutating func addAddresses(inHTML html: String) { targets += HTMLAddresses.targets(in: html) }
}

/// What the footnotes of a document say, each worked out once.
///
/// For one thread at a time.
final class Notes {
    private let definitions: [MarkdownNode]
    private var texts: [String?]

    /// A longer note is known by its beginning and a hash of it all: a section that refers to it is not made longer.
    private static let longest = 4096

    /// Makes them of the definitions in the order in which they are first referred to.
    init(_ definitions: [MarkdownNode]) {
        self.definitions = definitions
        texts = Array(repeating: nil, count: definitions.count)
    }

    /// What the note says that `reference` refers to, with what can be reached from it; notes in notes are left out.
    func text(of reference: MarkdownNode) -> String? {
        // cmark puts the number of the note in the place of its label.
        guard let number = Int(reference.literal), definitions.indices.contains(number - 1) else {
            return nil
        }
        if let text = texts[number - 1] { return text }
        let content = PlainText.content(of: definitions[number - 1], notes: Notes([]))
        let text = Self.shortened(([content.text] + content.targets.map(\.value)).joined(separator: "\n"))
        texts[number - 1] = text
        return text
    }

    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > longest else { return text }
        // FNV-1a (G. Fowler, L. Noll, K. Vo, 1991).
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(decoding: text.utf8.prefix(longest), as: UTF8.self) + " … \(hash)"
    }
}
