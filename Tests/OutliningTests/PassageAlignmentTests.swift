import Testing

@testable import Outlining

/// Where a text says what a passage says.
struct PassageAlignmentTests {
    /// The words of the stretch; nil for none.
    private func stretch(_ passage: String, in text: String, atLeast least: Double = 0.7) -> String? {
        var numbering = TokenNumbering()
        let (passage, text) = (
            TokenizedText(passage, numbering: &numbering), TokenizedText(text, numbering: &numbering)
        )
        return PassageAlignment(of: passage, from: 0, in: text, atLeast: least).map { text.words($0.stretch) }
    }

    @Test(arguments: [
        ("seal the copies", "First seal the copies, then burn them.", "seal the copies"),
        ("Seal the copies", "Count them, seal the copies, and seal the copies again.", "seal the copies"),
        (
            "tell the office the number within 20 minutes of mooring",
            "Make fast, and tell the office the number within 30 minutes of mooring, please.",
            "tell the office the number within 30 minutes of mooring"
        ),
        ("每隔三小时复查一次缆绳的松紧", "先系船首缆。每隔两小时复查一次缆绳的松紧。", "每隔两小时复查一次缆绳的松紧"),
        ("seal all the copies at noon", "Then seal the copies at noon and go.", "seal the copies at noon"),
    ])
    func aPassageStandsInOneStretch(_ passage: String, _ text: String, _ expected: String) {
        #expect(stretch(passage, in: text) == expected)
    }

    @Test(arguments: [
        ("seal the copies", "Burn the letters."),
        (
            "seal the copies at noon",
            "Seal, whatever the harbour master may say about it, the copies of last week at noon."
        ),
        ("", "Seal the copies."), ("Seal the copies.", ""), ("…", "…"),
    ])
    func whatIsStrewnOrMissingStandsNowhere(_ passage: String, _ text: String) {
        #expect(stretch(passage, in: text, atLeast: 0.9) == nil)
    }

    @Test func whatIsTooLargeIsNotCompared() {
        let text = (0..<1_100).map { "word\($0)" }.joined(separator: " ")
        #expect(stretch(text, in: text) == nil)
    }
}
