internal import Linting
internal import Reading
internal import Refrain
internal import Splitting

/// How much a message says.
struct MessageForm {
    /// How another place is written.
    let link: (String) -> String
    /// So many columns the message should take where it can name fewer places; nil where it need not.
    let columns: Int?
    /// So many columns of a section's name are shown.
    let nameColumns: Int

    /// For a finding that stands by itself, or in a list that is looked through one by one.
    static var full: MessageForm { full { $0 } }

    /// For a finding that stands by itself.
    static func full(link: @escaping (String) -> String) -> MessageForm {
        MessageForm(link: link, columns: nil, nameColumns: 60)
    }

    /// For a line of a long list: names are cut sooner, paths not said twice.
    static func short(columns: Int) -> MessageForm {
        MessageForm(link: { $0 }, columns: columns, nameColumns: 32)
    }

    /// Whether less is said.
    var isShort: Bool { columns != nil }

    /// What identical copies are said to do: the rule's name says it, too.
    var wordForWord: String { isShort ? "" : " word for word" }

    /// The lines of places in one document: "tea.md:1, 5, 9"; in short "lines 1, 5, 9" where `own` is in the same document, and
    /// "…/tea.md:1, 5, 9" without the folders that the path of its document begins with, too.
    ///
    /// - Parameter mostLines: how many of the lines are named.
    func place(
        of places: [FindingPlace], from own: FindingPlace, mostLines: Int = .max, in analysis: Analysis
    ) -> String {
        let lines =
            places.prefix(mostLines).map { String($0.startLine) }.joined(separator: ", ")
            + (places.count > mostLines ? ", …" : "")
        return link(document(of: places[0], from: own, isOne: places.count == 1, in: analysis) + lines)
    }

    /// What stands before the lines of places in one document: "tea.md:", in short "line " or "…/tea.md:".
    ///
    /// - Parameter isOne: whether it is one line.
    func document(
        of place: FindingPlace, from own: FindingPlace, isOne: Bool, in analysis: Analysis
    ) -> String {
        let documents = [place, own].map { analysis.sections[$0.section].document }
        if isShort, documents[0] == documents[1] { return isOne ? "line " : "lines " }
        let paths = documents.map { ControlCharacters.escaped(analysis.documents[$0].path) }
        let rest = isShort ? paths[0].behindFolders(of: paths[1]) : paths[0][...]
        return rest == paths[0][...] ? "\(paths[0]):" : "…/\(rest):"
    }

    /// Whether all `items` fit into the columns behind `text`.
    func holds(_ items: [String], behind text: String) -> Bool {
        guard let room = room(behind: text) else { return true }
        return items.reduce(-2) { $0 + DisplayWidth.of($1) + 2 } <= room
    }

    /// The first `items`, and how many are left out: "a, b and 3 more". In full `most` of them, more are not read; in short as many as
    /// fit into the columns behind `text`, one at least.
    func list(_ items: [String], behind text: String, most: Int, more: (Int) -> String) -> String {
        // What is left out is said in a few words more.
        let words = DisplayWidth.of(" and \(more(items.count))")
        var (shown, columns) = (0, -2)
        for item in items.prefix(most) {
            columns += DisplayWidth.of(item) + 2
            let needed = shown + 1 < items.count ? columns + words : columns
            if let room = room(behind: text), shown > 0, needed > room { break }
            shown += 1
        }
        let rest = items.count - shown
        return items.prefix(shown).joined(separator: ", ") + (rest > 0 ? " and \(more(rest))" : "")
    }

    /// The columns behind `text`, so many at least that two names stand there; nil for any number.
    private func room(behind text: String) -> Int? { columns.map { max($0 - DisplayWidth.of(text), 60) } }
}

extension String {
    /// A path without the folders that another begins with, too.
    fileprivate func behindFolders(of other: String) -> Substring {
        let shared = zip(utf8.indices, other.utf8).prefix { utf8[$0.0] == $0.1 }
        guard let slash = shared.last(where: { $0.1 == UInt8(ascii: "/") }) else { return self[...] }
        return self[utf8.index(after: slash.0)...]
    }
}
