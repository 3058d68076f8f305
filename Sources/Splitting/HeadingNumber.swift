/// The numbering in front of a title: "12. ", "三、", "Q7: ", "第3章 ", "(4) ", "1.2 ".
///
/// Numbering is metadata: it is kept as text, and does not count when titles are compared. A time ("10:30"), a
/// name ("3.js"), an amount ("1.5x") or a year ("2023 年") is no numbering.
struct HeadingNumber: Sendable, Equatable {
    /// The ways of numbering, the more telling first.
    enum Style: CaseIterable, Sendable {
        /// 第3章, 第三节, 第 12 题.
        case chapter
        /// Q7, 问题3, Question 7, Step 2, Chapter 3.
        case labelled
        /// 三、 三：
        case chinese
        /// （三）
        case chineseInBrackets
        /// 12. 12) 12、 1.2.3
        case decimal
        /// (12)
        case decimalInBrackets
    }

    /// How the title is numbered.
    let style: Style
    /// The number as written, without the punctuation after it: "12", "三", "Q7", "第3章", "1.2".
    let text: String
    /// What numbers that count on from one another have in common beside the style: the word or unit that they go
    /// with ("章", "step"), the number of parts ("1.2" has two).
    let series: String
    /// The number's value; of "1.2.3" the last part.
    let value: Int
    /// The punctuation after the number in its half-width form ("．" is "."); nil for none.
    let delimiter: Unicode.Scalar?
    /// The title after the numbering.
    let rest: String

    private static let chapterUnits: Set<Unicode.Scalar> = [
        "章", "节", "節", "题", "題", "条", "條", "讲", "講", "课", "課", "回", "篇", "步", "部", "问", "問", "卷",
    ]
    /// Lower-case; the longer of two that begin alike first.
    private static let labels = [
        "question", "chapter", "section", "lesson", "topic", "part", "step", "q", "问题", "問題", "题目", "題目",
        "题", "題", "问", "問",
    ]

    private typealias Found = (style: Style, series: String, value: Int, end: NumberScanner)

    /// The numbering of `title`; nil where it has none or nothing follows it. Looks at the beginning only: O(1).
    ///
    /// - Parameter isInRun: whether other lines are numbered too, so that "3.js" counts and is no name.
    init?(of title: String, isInRun: Bool = false) {
        let start = NumberScanner(title, allowsLettersBehindDots: isInRun)
        guard
            let found = Self.chapter(start) ?? Self.labelled(start) ?? Self.bracketed(start)
                ?? Self.chinese(start) ?? Self.decimal(start)
        else { return nil }
        let rest = found.end.textAfter
        guard !rest.isEmpty else { return nil }
        (style, series, value, self.rest) = (found.style, found.series, found.value, rest)
        text = found.end.numberText
        delimiter = found.end.delimiter
    }

    /// 第 N 章, with or without punctuation or a space after it.
    private static func chapter(_ start: NumberScanner) -> Found? {
        var scanner = start
        guard scanner.skip(["第"]) != nil else { return nil }
        scanner.skipSpaces()
        guard let value = scanner.skipDigits() ?? scanner.skipNumerals() else { return nil }
        scanner.skipSpaces()
        guard let unit = scanner.skip(chapterUnits) else { return nil }
        if unit == "部" { scanner.skip(["分"]) }
        scanner.endNumber()
        scanner.skipDelimiter(beforeLetters: true)
        return (.chapter, String(unit), value, scanner)
    }

    /// A known word and a number, with punctuation after it.
    private static func labelled(_ start: NumberScanner) -> Found? {
        for label in labels {
            var scanner = start
            guard scanner.skip(word: label) else { continue }
            scanner.skipSpaces()
            guard let value = scanner.skipDigits() else { continue }
            scanner.endNumber()
            guard scanner.skipDelimiter(beforeLetters: true) else { continue }
            return (.labelled, label, value, scanner)
        }
        return nil
    }

    /// (12), （三） and 【3】, with or without punctuation after it.
    private static func bracketed(_ start: NumberScanner) -> Found? {
        var scanner = start
        guard scanner.skip(["(", "（", "【"]) != nil else { return nil }
        scanner.beginNumber()
        let decimal = scanner.skipDigits()
        guard let value = decimal ?? scanner.skipNumerals() else { return nil }
        scanner.endNumber()
        guard scanner.skip([")", "）", "】"]) != nil else { return nil }
        scanner.skipDelimiter(beforeLetters: true)
        return (decimal == nil ? .chineseInBrackets : .decimalInBrackets, "", value, scanner)
    }

    /// 三、 — with punctuation, as the numerals are words too.
    private static func chinese(_ start: NumberScanner) -> Found? {
        var scanner = start
        guard let value = scanner.skipNumerals() else { return nil }
        scanner.endNumber()
        return scanner.skipDelimiter(beforeLetters: true) ? (.chinese, "", value, scanner) : nil
    }

    /// 12. or 1.2.3 — a single number needs punctuation, a number of several parts punctuation or a space and words:
    /// "1.6.1 - 2025-07-01" and "1.6.1 (beta)" are versions.
    private static func decimal(_ start: NumberScanner) -> Found? {
        var scanner = start
        guard var value = scanner.skipDigits() else { return nil }
        var parts = 1
        // Parts of three digits are those of dates, versions and addresses: "2023.12", "192.168.1.1".
        while value < 100, let part = scanner.skipPart() { (value, parts) = (part, parts + 1) }
        scanner.endNumber()
        let series = String(parts)
        if scanner.skipDelimiter(beforeLetters: false) { return (.decimal, series, value, scanner) }
        return parts > 1 && scanner.isAtSpaceAndWord ? (.decimal, series, value, scanner) : nil
    }
}
