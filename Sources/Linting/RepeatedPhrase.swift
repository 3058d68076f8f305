/// A phrase that a text joins with itself: "security and security", "the the", "文档和文档".
enum RepeatedPhrase {
    private static let conjunctions: Set<String> = ["and", "or", "&", "/", "+", "vs", "vs.", "versus"]
    private static let ideographicConjunctions: Set<Character> = ["和", "与", "與", "及", "或", "跟", "、", "/"]
    /// Characters that make what follows them something else.
    private static let distinguishing: Set<Character> = Set("非不无未反半多单双超副总主次子父自前后新旧大小高低正负强弱内外上下左右同异")
    /// Words that English says twice.
    private static let doubled: Set<String> = [
        "had", "that", "is", "bye", "ha", "no", "so", "very", "really", "tut", "hush", "there", "blah", "tom",
        "cha",
        "bora", "walla", "pago", "duran", "baden", "yo", "aye", "can",
    ]

    /// The first such phrase of `text`, as it stands there; nil without one.
    ///
    /// A phrase is one or more words, or two ideographs or more. Joined by a conjunction it must be all of what follows up to
    /// a punctuation mark or the end: "data and data security" names two things.
    static func find(in text: String) -> String? {
        for part in text.split(whereSeparator: borders.contains) {
            if let phrase = doubledWord(in: part) ?? joinedWords(in: part) ?? joinedIdeographs(in: part) {
                return phrase
            }
        }
        return nil
    }

    /// Marks that end a phrase.
    private static let borders: Set<Character> = Set("?!.,;:()[]{}<>\"“”‘’？！。，；：（）【】《》「」—–|")

    private static func words(of text: Substring) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace)
    }

    /// "the the".
    private static func doubledWord(in text: Substring) -> String? {
        let words = words(of: text)
        return zip(words, words.dropFirst()).first { first, second in
            let word = first.lowercased()
            return word == second.lowercased() && word.count > 1 && !doubled.contains(word)
                && word.allSatisfy { $0.isLetter && !isIdeograph($0) }
        }.map { String($0.0) }
    }

    /// "security and security".
    private static func joinedWords(in text: Substring) -> String? {
        let words = words(of: text)
        for (place, word) in words.enumerated() where conjunctions.contains(word.lowercased()) {
            let behind = words[(place + 1)...]
            guard !behind.isEmpty, place >= behind.count else { continue }
            let before = words[(place - behind.count)..<place]
            let isSame = zip(before, behind).allSatisfy { $0.lowercased() == $1.lowercased() }
            if isSame, behind.contains(where: { $0.contains(where: \.isLetter) }) {
                return behind.joined(separator: " ")
            }
        }
        return nil
    }

    /// "文档和文档".
    private static func joinedIdeographs(in text: Substring) -> String? {
        for place in text.indices where ideographicConjunctions.contains(text[place]) {
            let behind = trimmed(text[text.index(after: place)...])
            let before = trimmed(text[..<place])
            guard behind.count > 1, behind.contains(where: isIdeograph),
                before.lowercased().hasSuffix(behind.lowercased())
            else { continue }
            // "非锁定读和锁定读" names two things.
            if let prefix = before.dropLast(behind.count).last, distinguishing.contains(prefix) { continue }
            return String(behind)
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let front = text.drop(while: \.isWhitespace)
        return front.prefix(front.count - front.reversed().prefix(while: \.isWhitespace).count)
    }

    private static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x3040...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
            ?? false
    }
}
