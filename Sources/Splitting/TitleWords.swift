/// Words and punctuation by which questions and answers are known, in Chinese and English.
enum TitleWords {
    /// The series of `HeadingNumber` that only questions have.
    static let questionSeries: Set<String> = [
        "question", "q", "问题", "問題", "题目", "題目", "题", "題", "问", "問",
    ]

    /// Lower-case, in front of a colon; the longer of two that begin alike first.
    private static let questionWords = ["question", "q", "问题", "問題", "题目", "題目", "提问", "问", "問"].map {
        Array($0.utf8)
    }

    /// Lower-case, with the marks that follow some of them.
    private static let answerWords = [
        "a:", "a：", "ans:", "ans.", "ans：", "answer", "答:", "答：", "答案", "答、", "回答", "参考答案", "參考答案", "正确答案",
        "正確答案",
        "【答", "【解析", "【参考", "解析", "解答", "[answer", "**a:", "**answer", "**答", "**参考答案",
    ].map { Array($0.utf8) }

    /// Whether a line with this first byte may begin with numbering or one of the words: with a digit, a bracket, a letter that
    /// a word for chapters and questions begins with, or what is not ASCII.
    static func mayBeginNumbering(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "("), 0x80...: true
        case UInt8(ascii: "q"), UInt8(ascii: "c"), UInt8(ascii: "s"), UInt8(ascii: "l"), UInt8(ascii: "t"),
            UInt8(ascii: "p"), UInt8(ascii: "Q"), UInt8(ascii: "C"), UInt8(ascii: "S"), UInt8(ascii: "L"),
            UInt8(ascii: "T"), UInt8(ascii: "P"):
            true
        default: false
        }
    }

    /// The word in front of the colon that a question begins with ("Q: why?"); nil where there is none, or nothing follows it.
    static func questionWord(of text: Substring) -> String? {
        for word in questionWords where begins(text.utf8, with: word) {
            let rest = Substring(text.utf8.dropFirst(word.count))
            guard let sign = rest.unicodeScalars.first, sign == ":" || sign == "：" else { continue }
            let isAlone = rest.unicodeScalars.dropFirst().allSatisfy(\.properties.isWhitespace)
            return isAlone ? nil : String(decoding: word, as: UTF8.self)
        }
        return nil
    }

    /// Whether a line begins an answer ("答：", "A:", "解析") or an option to choose ("A. ", "（B）").
    static func beginsAnswer(_ line: Substring) -> Bool {
        let text = line.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = text.first else { return false }
        switch first {
        case 0x80..., UInt8(ascii: "a"), UInt8(ascii: "A"), UInt8(ascii: "["), UInt8(ascii: "*"):
            if answerWords.contains(where: { begins(text, with: $0) }) { return true }
        case UInt8(ascii: "B")...UInt8(ascii: "D"), UInt8(ascii: "("): break
        default: return false
        }
        return beginsOption(Substring(text))
    }

    /// A letter from A to D with punctuation behind it, in brackets or without.
    private static func beginsOption(_ text: Substring) -> Bool {
        var scalars = text.unicodeScalars.prefix(3)[...]
        let isInBrackets = scalars.first == "(" || scalars.first == "（"
        if isInBrackets { scalars = scalars.dropFirst() }
        guard let letter = scalars.popFirst(), ("A"..."D").contains(letter), let sign = scalars.first else {
            return false
        }
        let signs: [Unicode.Scalar] = isInBrackets ? [")", "）"] : [".", "．", "、", ":", "：", ")", "）"]
        return signs.contains(sign)
    }

    /// Whether a question mark stands anywhere in the line.
    static func hasQuestionMark(_ text: Substring) -> Bool {
        text.utf8.contains(UInt8(ascii: "?")) || text.unicodeScalars.contains("？")
    }

    /// Words that ask where they stand anywhere in a Chinese title.
    private static let askingWords = [
        "什么", "什麼", "如何", "怎么", "怎麼", "怎样", "怎樣", "为何", "為何", "哪些", "哪个", "区别", "區別", "简述", "簡述", "谈谈", "談談",
        "说说", "說說",
        "解释", "解釋",
    ].map { Array($0.utf8) }

    /// Words that a question or task begins with, in lower case.
    private static let firstWords: Set<String> = [
        "what", "what's", "how", "why", "which", "who", "where", "explain", "describe", "define", "name",
        "compare",
    ]

    /// Whether a title asks: by a question mark, its label, or its words.
    static func asks(_ title: Substring) -> Bool {
        if hasQuestionMark(title) || questionWord(of: title) != nil { return true }
        let number = HeadingNumber(of: String(title))
        if let number, questionSeries.contains(number.series) { return true }
        let words = number?.rest ?? String(title)
        let first = words.prefix { !$0.isWhitespace }.lowercased()
        return firstWords.contains(first) || askingWords.contains { contains(words.utf8, $0) }
    }

    /// Whether a label is a word for a question, with a number behind it or none: "Q1", "题目", "Question 3.".
    static func isQuestionLabel(_ label: Substring) -> Bool {
        questionWords.contains { word in
            guard begins(label.utf8, with: word) else { return false }
            return label.utf8.dropFirst(word.count).allSatisfy {
                (0x30...0x39).contains($0) || $0 == 0x20 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")")
            }
        }
    }

    private static func contains(_ text: String.UTF8View, _ word: [UInt8]) -> Bool {
        text.indices.contains { text[$0] == word[0] && text[$0...].starts(with: word) }
    }

    /// Whether the last character is one that ends a sentence or a clause.
    static func endsSentence(_ text: Substring) -> Bool {
        guard let last = text.unicodeScalars.last(where: { !$0.properties.isWhitespace }) else {
            return false
        }
        return [".", "。", ";", "；", ",", "，", "、"].contains(last)
    }

    /// Whether a line is only a rule: "-----", "＝＝＝".
    static func isRule(_ text: Substring) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.count >= 3
            && scalars.allSatisfy { ["-", "=", "*", "_", "—", "＝", "－", "─", "═", "~", "#"].contains($0) }
    }

    /// Whether `text` begins with `word`, which is in lower case; ASCII letters of the text may be in upper case.
    private static func begins(_ text: some Sequence<UInt8>, with word: [UInt8]) -> Bool {
        var rest = text.makeIterator()
        return word.allSatisfy { expected in
            guard let byte = rest.next() else { return false }
            return byte == expected
                || (0x41...0x5A).contains(byte) && byte | 0x20 == expected
        }
    }
}
