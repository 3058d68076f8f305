internal import Vectorizing

/// The phrases of a heading that could name a subject: runs of whole words inside a clause.
enum HeadingPhrases {
    /// A phrase as it reads, and as phrases are compared.
    struct Phrase {
        let text: String
        let key: String
        /// The words that it begins and ends with, an affix with the word beside it, as phrases are compared.
        let firstKey: String
        let lastKey: String
        /// How much it says: its letters, an ideograph counted twice.
        let length: Int
    }

    /// Longer phrases are sentences.
    private static let mostWords = 6

    /// Function words that a phrase may hold inside: "cost of inference", "代码和实验". Others end it.
    private static let joiningWords: Set<String> = [
        "a", "an", "the", "of", "and", "or", "to", "in", "on", "at", "by", "for", "with", "的", "和", "与", "及",
        "或",
    ]
    /// Single ideographs that make words of other words: those may begin or end a phrase.
    private static let affixes: Set<Substring> = [
        "可", "高", "低", "多", "超", "性", "化", "率", "力", "度", "者", "员", "法", "式", "型", "学", "期", "量",
    ]

    /// Words that name nothing by themselves: no phrase begins or ends with one.
    private static let functionWords: Set<String> = [
        "a", "an", "the", "of", "and", "or", "to", "in", "on", "at", "by", "for", "from", "with", "without",
        "as", "is", "are",
        "be", "do", "does", "can", "should", "must", "how", "what", "when", "where", "which", "who", "why",
        "if", "your",
        "our", "my", "its", "their", "we", "you", "i", "it", "this", "that", "these", "those", "not", "no",
        "的", "地", "得", "和", "与", "及", "或", "并", "在", "了", "是", "把", "被", "让", "对", "从", "向", "给", "为", "以",
        "于", "而",
        "也", "都", "就", "还", "不", "如何", "怎么", "怎样", "什么", "为何", "为什么", "是否", "哪些", "哪个", "一个", "一种", "一支",
        "应当",
        "应该", "可以", "能", "会", "要", "将", "其", "该", "这", "那", "我", "你", "他", "它", "我们", "中", "上", "下", "时", "等",
        "下来", "起来", "出来", "上来", "下去",
    ]

    /// The phrases of `heading`, by where they begin, the shorter ones first. O(words · `mostWords`).
    static func phrases(of heading: String) -> [Phrase] {
        let words = WordBreaks.pieces(of: heading)
        var phrases: [Phrase] = []
        for first in words.indices where canBound(words[first]) {
            var wordCount = 0
            for last in first..<words.count {
                if isSpace(words[last]) { continue }
                guard isWord(words[last]), !endsPhrase(words[last]) else { break }
                wordCount += 1
                guard wordCount <= mostWords else { break }
                guard canBound(words[last]) else { continue }
                let text = String(heading[words[first].startIndex..<words[last].endIndex])
                let length = length(of: text)
                // A single ideograph or letter names nothing.
                guard length > 2 else { continue }
                phrases.append(
                    Phrase(
                        text: text, key: key(text[...]),
                        firstKey: boundKey(
                            words, first, affixes.contains(words[first]) ? min(first + 1, last) : first),
                        lastKey: boundKey(
                            words, affixes.contains(words[last]) ? max(last - 1, first) : last, last),
                        length: length))
            }
        }
        return phrases
    }

    private static func key(_ text: Substring) -> String {
        TextNormalization.unicode.normalized(String(text))
    }

    private static func boundKey(_ words: [Substring], _ first: Int, _ last: Int) -> String {
        key(words[first].base[words[first].startIndex..<words[last].endIndex])
    }

    private static func canBound(_ word: Substring) -> Bool {
        guard isWord(word), !functionWords.contains(word.lowercased()) else { return false }
        // A dictionary leaves single ideographs over where it does not know the word.
        return word.unicodeScalars.count > 1 || !Tokenizer.isIdeograph(word.unicodeScalars.first ?? " ")
            || affixes.contains(word)
    }

    private static func endsPhrase(_ word: Substring) -> Bool {
        functionWords.contains(word.lowercased()) && !joiningWords.contains(word.lowercased())
    }

    private static func isSpace(_ word: Substring) -> Bool {
        word == "-" || word.allSatisfy { $0 == " " || $0 == "\u{A0}" || $0 == "\u{3000}" }
    }

    private static func isWord(_ word: Substring) -> Bool {
        word.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private static func length(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { length, scalar in
            guard scalar.isASCII ? scalar.value > 0x20 : !scalar.properties.isWhitespace else {
                return length
            }
            return length + (Tokenizer.isIdeograph(scalar) ? 2 : 1)
        }
    }
}
