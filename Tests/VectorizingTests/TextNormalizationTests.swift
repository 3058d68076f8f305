import TestSupport
import Testing

@testable import Vectorizing

/// What happens to a text before its n-grams are taken.
struct TextNormalizationTests {
    @Test(arguments: [
        ("Hello World", "hello world"), ("  a \t\n b  ", "a b"), ("ＡＢＣ１２３", "abc123"), ("ｶﾞｷﾞ", "ガギ"),
        ("e\u{301}", "é"), ("straße", "strasse"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"), ("①㎏", "1kg"),
        ("a\u{AD}b\u{200D}c", "abc"),
        ("\u{3000}中文\u{3000}文本\u{3000}", "中文 文本"), ("", ""), (" \n\t ", ""), ("ﬁne", "fine"),
    ])
    func unicodeFoldsCaseAndCompatibilityForms(text: String, expected: String) {
        #expect(TextNormalization.unicode.normalized(text) == expected)
    }

    @Test(arguments: [
        ("Hello World", "hello world"), ("a\nb", "a\nb"), ("a \nb", "a b"), ("  a", " a"), ("ＡＢＣ", "ａｂｃ"),
        ("straße", "straße"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"), ("İ", "i̇"), ("a\u{A0}b", "a\u{A0}b"),
        ("a\u{A0} b", "a b"),
        ("", ""),
    ])
    func noneLowersAndCollapsesLongRunsOnly(text: String, expected: String) {
        #expect(TextNormalization.none.normalized(text) == expected)
    }

    @Test(arguments: TextNormalization.allCases)
    func aTextOfSeveralPiecesIsNormalizedAsOne(normalization: TextNormalization) {
        // Longer than the 16 MiB that go to ICU at once; no line break to cut at, a composing mark near the cut.
        let unit = "ÄBC e\u{301}中"
        let pieces = [String](repeating: unit, count: 1_500_000)
        let long = normalization.normalized(pieces.joined())
        #expect(long == String(repeating: normalization.normalized(unit), count: pieces.count))
    }

    @Test func asciiTakesTheSameWayAsTheRest() {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<200 {
            let text = String(
                decoding: (0..<40).map { _ in UInt8.random(in: 1..<128, using: &generator) }, as: UTF8.self)
            for normalization in TextNormalization.allCases {
                // One character outside ASCII sends the whole text through ICU.
                let viaICU = normalization.normalized(text + " é")
                #expect(normalization.normalized(text + " e").dropLast() == viaICU.dropLast())
            }
        }
    }

    /// Of all lengths around that of a block, with white space within and between blocks.
    @Test(arguments: [Array(0..<128), Array("ab \n".utf8), Array("aBc \t.".utf8)])
    func asciiIsFoldedAsInThePlainWay(alphabet: [UInt8]) {
        var generator = SeededGenerator(seed: 10)
        for length in 0..<400 {
            let bytes = (0..<length % 100).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            let words = bytes.split { WhiteSpace.contains(UInt32($0)) }
            let lowered = words.joined(separator: [0x20]).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
            let folded = TextNormalization.unicode.normalized(String(decoding: bytes, as: UTF8.self))
            #expect(Array(folded.utf8) == lowered)
        }
    }

    /// Lines of ASCII and others in turn are cut apart where one kind ends.
    @Test func linesOfBothKindsAreNormalizedAsEachByItself() {
        var generator = SeededGenerator(seed: 11)
        let lines = [
            "Plain words", "", "Größe 10 µm", "中文文本", "x", "A much longer line of ASCII than a block has",
        ]
        for _ in 0..<300 {
            let text = (0..<8).map { _ in lines.randomElement(using: &generator) ?? "" }
            let alone = text.map { TextNormalization.unicode.normalized($0) }.filter { !$0.isEmpty }
            #expect(
                TextNormalization.unicode.normalized(text.joined(separator: "\n"))
                    == alone.joined(separator: " "))
        }
    }

    @Test func linesAreNormalizedAsTheWholeTextIs() {
        var generator = SeededGenerator(seed: 9)
        let alphabet = Array("ab C\t\n\n\u{301}\u{E9}中。Σ\u{AD}\u{3000}")
        for _ in 0..<300 {
            let text = String(
                (0..<60).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
            // A line separator is white space too, and keeps the text on one line for ICU.
            let onOneLine = text.replacing("\n", with: "\u{2028}")
            #expect(
                TextNormalization.unicode.normalized(text) == TextNormalization.unicode.normalized(onOneLine))
        }
    }

    @Test func fingerprintsAreEqualForTextsThatSayTheSame() {
        #expect(Fingerprint(of: "Ｈello\n  World") == Fingerprint(of: "hello world"))
        #expect(Fingerprint(of: "hello world") != Fingerprint(of: "hello worlds"))
    }

    @Test func fingerprintsStayTheSameFromVersionToVersion() {
        #expect(Fingerprint(of: "hello world").description == "e2f2bf9aef94f90a2056a6a3062d6721")
        #expect(Fingerprint(of: "").description == "99aa06d3014798d86001c324468d497f")
    }

    @Test func aGroupsFingerprintDoesNotDependOnOrder() {
        let (a, b, c) = (Fingerprint(of: "a"), Fingerprint(of: "b"), Fingerprint(of: "c"))
        #expect(Fingerprint(ofGroup: [a, b, c]) == Fingerprint(ofGroup: [c, a, b]))
        #expect(Fingerprint(ofGroup: [a, b]) != Fingerprint(ofGroup: [a, b, b]))
    }

    @Test func traditionalAndSimplifiedChineseReadTheSame() {
        let (traditional, simplified) = ("讀緩存保存最近訪問過的頁面。體系與軟體", "读缓存保存最近访问过的页面。体系与软体")
        #expect(TextNormalization.unicode.normalized(traditional) == simplified)
        #expect(TextNormalization.unicode.normalized(simplified) == simplified)
        #expect(TextNormalization.none.normalized(traditional) == traditional)
        #expect(Fingerprint(of: traditional) == Fingerprint(of: simplified))
    }

    @Test func everySimplifiedFormIsItsOwn() {
        let forms = SimplifiedForms.table
        let changed = SimplifiedForms.range.filter { forms[Int($0 - 0x3400)] != UInt16($0) }
        #expect(changed.count == 2852)
        let twice = changed.filter { scalar in
            let form = UInt32(forms[Int(scalar - 0x3400)])
            return forms[Int(form - 0x3400)] != UInt16(form)
        }
        #expect(twice == [])
    }
}
