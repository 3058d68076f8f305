import Reporting
import Testing

/// How many columns text takes.
struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("plain", 5), ("é", 1), ("Ω", 1), ("…", 1), ("“”", 2), ("—", 1),
    ])
    func alphabetsTakeOneColumnALetter(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(arguments: [
        ("重复", 4), ("カナ", 4), ("한글", 4), ("ＡＢ", 4), ("，。", 4), ("「」", 4), ("　", 2), ("𠮷", 2),
    ])
    func eastAsianWideAndFullWidthTakeTwo(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(arguments: [("ｶﾅ", 2), ("ｶﾞ", 2), ("￩", 1)])
    func halfWidthFormsTakeOne(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(arguments: [("e\u{301}", 1), ("\u{5E9}\u{5B8}", 1), ("a\u{200B}b", 2), ("か\u{3099}", 2)])
    func combiningAndInvisibleCharactersTakeNone(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(arguments: ["😀", "⏰", "✨", "🟢", "🆗", "👨‍👩‍👧‍👦", "🇳🇱", "👍🏽", "❤️", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"])
    func emojiOfAnyNumberOfScalarsTakeTwo(_ emoji: String) {
        #expect(DisplayWidth.of(emoji) == 2)
    }

    @Test(arguments: ["\t", "\u{1B}", "\u{7F}", "\u{85}"])
    func controlCharactersTakeNone(_ text: String) {
        #expect(DisplayWidth.of(text) == 0)
    }

    @Test func plainTextIsAsWideAsWhereItIsMeasuredCharacterByCharacter() {
        let scalars =
            Array(0x20...0x2FF as ClosedRange<UInt32>) + Array(0x2010...0x2030)
            + Array(0x2FF0...0x3100) + Array(0x4DF0...0x4E10) + Array(0x9FF0...0xA000)
            + Array(0xFF00...0xFF70)
        for scalar in scalars.compactMap(Unicode.Scalar.init) {
            // An invisible scalar beside it leaves the width as it is, and the short way closed.
            #expect(DisplayWidth.of("\(scalar)") == DisplayWidth.of("\(scalar)\u{2060}"), "\(scalar.value)")
        }
        #expect(DisplayWidth.of("Größe — 重复，カナ “x”…") == 23)
    }

    @Test func paddingCountsColumns() {
        #expect(DisplayWidth.padded("重复", to: 6) == "重复  ")
        #expect(DisplayWidth.padded("重复", to: 3) == "重复")
    }

    @Test func shorteningKeepsWholeCharactersWithinTheWidth() {
        #expect(DisplayWidth.shortened("abcdef", to: 6) == "abcdef")
        #expect(DisplayWidth.shortened("abcdef", to: 5) == "abcd…")
        #expect(DisplayWidth.shortened("重复重复", to: 6) == "重复…")
        #expect(DisplayWidth.shortened("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", to: 5) == "👨‍👩‍👧‍👦👨‍👩‍👧‍👦…")
    }
}
