/// The numbering in front of a title: "12. ", "三、", "Q7: ", "第3章 ", "(4) ", "1.2 ".
///
/// Numbering is metadata: it is kept as text, and does not count when titles are compared.
struct HeadingNumber: Sendable, Equatable {
    /// The ways of numbering, the more telling first.
    enum Style: CaseIterable, Sendable {
        /// 第3章, 第三节, 第 12 题.
        case chapter
        /// Q7, 问题3, Question 7, Step 2, Chapter 3.
        case labelled
        /// 三、 （三）.
        case chinese
        /// 12. 12) (12) 12、 1.2.3
        case decimal
    }

    /// How the title is numbered.
    let style: Style
    /// The number as written, without the punctuation after it: "12", "三", "Q7", "第3章", "1.2".
    let text: String
    /// The number's value; of "1.2.3" the last part.
    let value: Int
    /// The title after the numbering.
    let rest: String

    private static let delimiters: Set<Character> = [".", ")", "）", "、", ":", "：", "．"]
    private static let chapterUnits: Set<Character> = [
        "章", "节", "節", "题", "題", "条", "條", "讲", "講", "课", "課", "回", "篇", "步", "部", "问", "問", "卷",
    ]
    private static let labels = [
        "question", "chapter", "section", "part", "step", "lesson", "topic", "q", "问题", "問題", "题目", "題目", "题",
        "題", "问", "問",
    ]

    /// The numbering of `title`; nil where it has none or nothing follows it.
    init?(of title: String) {
        let characters = Array(title)
        guard
            let found = Self.chapter(characters) ?? Self.labelled(characters) ?? Self.bracketed(characters)
                ?? Self.chinese(characters) ?? Self.decimal(characters)
        else { return nil }
        let rest = characters[found.end...].drop { $0.isWhitespace }
        guard !rest.isEmpty, found.value != nil else { return nil }
        (style, text, value, self.rest) = (found.style, found.text, found.value!, String(rest))
    }

    private typealias Found = (style: Style, text: String, value: Int?, end: Int)

    /// 第 N 章, with or without punctuation or a space after it.
    private static func chapter(_ title: [Character]) -> Found? {
        guard title.first == "第" else { return nil }
        let start = afterSpaces(title, 1)
        let (value, end) = digits(title, start) ?? numerals(title, start) ?? (nil, start)
        let unit = afterSpaces(title, end)
        guard value != nil, unit < title.count, chapterUnits.contains(title[unit]) else { return nil }
        var next = unit + 1
        if title[unit] == "部", next < title.count, title[next] == "分" { next += 1 }
        let after = afterSpaces(title, next)
        let end2 = after < title.count && delimiters.contains(title[after]) ? after + 1 : next
        return (.chapter, String(title[..<next]), value, end2)
    }

    /// A known word and a number, with punctuation after it.
    private static func labelled(_ title: [Character]) -> Found? {
        for label in labels {
            let length = label.count
            guard title.count > length, String(title[..<length]).lowercased() == label else { continue }
            guard let (value, end) = digits(title, afterSpaces(title, length)) else { continue }
            guard let after = delimiterEnd(title, end) else { continue }
            return (.labelled, String(title[..<end]), value, after)
        }
        return nil
    }

    /// (12) and （三）.
    private static func bracketed(_ title: [Character]) -> Found? {
        guard let first = title.first, first == "(" || first == "（" else { return nil }
        let isChinese = numerals(title, 1) != nil
        guard let (value, end) = digits(title, 1) ?? numerals(title, 1), end < title.count,
            title[end] == ")" || title[end] == "）"
        else { return nil }
        let after = end + 1 < title.count && delimiters.contains(title[end + 1]) ? end + 2 : end + 1
        return (isChinese ? .chinese : .decimal, String(title[1..<end]), value, after)
    }

    /// 三、 — with punctuation, as the numerals are words too.
    private static func chinese(_ title: [Character]) -> Found? {
        guard let (value, end) = numerals(title, 0), let after = delimiterEnd(title, end) else { return nil }
        return (.chinese, String(title[..<end]), value, after)
    }

    /// 12. or 1.2.3 — a single number needs punctuation, a number of several parts a space after it.
    private static func decimal(_ title: [Character]) -> Found? {
        guard var (value, end) = digits(title, 0) else { return nil }
        var parts = 1
        while end + 1 < title.count, title[end] == ".", let (next, nextEnd) = digits(title, end + 1) {
            (value, end, parts) = (next, nextEnd, parts + 1)
        }
        let text = String(title[..<end])
        if parts > 1, end < title.count, title[end].isWhitespace { return (.decimal, text, value, end) }
        return delimiterEnd(title, end).map { (.decimal, text, value, $0) }
    }

    /// The index after the punctuation at `index`, which no digit may follow at once ("10:30" is a time).
    private static func delimiterEnd(_ title: [Character], _ index: Int) -> Int? {
        let index = afterSpaces(title, index)
        guard index < title.count, delimiters.contains(title[index]) else { return nil }
        if index + 1 < title.count, digitValue(title[index + 1]) != nil { return nil }
        // "3.js" is a name; CJK punctuation and brackets need no space after them.
        if title[index] == ".", index + 1 < title.count, title[index + 1].isASCII, title[index + 1].isLetter {
            return nil
        }
        return index + 1
    }

    private static func afterSpaces(_ title: [Character], _ index: Int) -> Int {
        var index = index
        while index < title.count, title[index].isWhitespace { index += 1 }
        return index
    }

    private static func digitValue(_ character: Character) -> Int? {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
            return nil
        }
        switch scalar.value {
        case 0x30...0x39: return Int(scalar.value) - 0x30
        case 0xFF10...0xFF19: return Int(scalar.value) - 0xFF10
        default: return nil
        }
    }

    /// Up to six digits at `start`.
    private static func digits(_ title: [Character], _ start: Int) -> (value: Int?, end: Int)? {
        var (value, end) = (0, start)
        while end < title.count, let digit = digitValue(title[end]) {
            (value, end) = (value * 10 + digit, end + 1)
            if end - start > 6 { return nil }
        }
        return end > start ? (value, end) : nil
    }

    /// Chinese numerals below 1000 at `start`.
    private static func numerals(_ title: [Character], _ start: Int) -> (value: Int?, end: Int)? {
        let units: [Character: Int] = ["十": 10, "百": 100]
        let ones: [Character] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        var (total, pending, end) = (0, 0, start)
        while end < title.count, end - start < 8 {
            if let unit = units[title[end]] {
                (total, pending) = (total + max(1, pending) * unit, 0)
            } else if let one = title[end] == "两"
                ? 2 : title[end] == "〇" ? 0 : ones.firstIndex(of: title[end])
            {
                pending = one
            } else {
                break
            }
            end += 1
        }
        return end > start ? (total + pending, end) : nil
    }
}
