internal import Outlining
internal import Reading
internal import Refrain
internal import Splitting

/// The words that a page is about: those of its title and its name, as in `tool_add.md`, "tool add".
///
/// Two commands' pages have each its own command in the same example, as they should.
struct PageWords: Sendable {
    private let wordsOfDocument: [Set<String>]
    /// Shorter beginnings of a word say nothing: ACCOUNT is what "accounts" are, "a" is not.
    private static let shortestBeginning = 3

    init(_ analysis: Analysis) {
        var titles = [String](repeating: "", count: analysis.documents.count)
        for section in analysis.sections where titles[section.document].isEmpty {
            titles[section.document] = section.heading
        }
        wordsOfDocument = zip(titles, analysis.documents).map { title, document in
            Set(Self.words(of: title + " " + (document.path.split(separator: "/").last ?? "")))
        }
    }

    /// Whether the code of two sections differs in words alone that each one's own page is about, and the other's is not.
    func explain(_ contradiction: Contradiction, _ first: Section, _ second: Section) -> Bool {
        guard contradiction.isInCode, first.document != second.document else { return false }
        return isOwn(contradiction.first, first.document, not: second.document)
            && isOwn(contradiction.second, second.document, not: first.document)
    }

    /// Whether a text has only words that a section or its page is about, some at least.
    func areAbout(_ text: String, _ section: Section) -> Bool {
        let words = Self.words(of: text)
        let ofHeadings = Set(Self.words(of: section.headingPath.joined(separator: " ")))
        return !words.isEmpty
            && words.allSatisfy { ofHeadings.contains($0) || isAbout($0, section.document) }
    }

    private func isOwn(_ text: String, _ document: Int, not other: Int) -> Bool {
        let words = Self.words(of: text)
        return !words.isEmpty && words.allSatisfy { isAbout($0, document) }
            && words.contains { !isAbout($0, other) }
    }

    private func isAbout(_ word: String, _ document: Int) -> Bool {
        let words = wordsOfDocument[document]
        return words.contains(word)
            || word.count >= Self.shortestBeginning && words.contains { $0.hasPrefix(word) }
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
