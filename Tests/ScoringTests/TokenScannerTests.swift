import Testing

@testable import Scoring

/// What is a token.
struct TokenScannerTests {
    private func tokens(_ text: String) -> [String] {
        let scalars = text.unicodeScalars.map(\.value)
        var found: [String] = []
        TokenScanner.scan(scalars) { range, kind in
            let word = String(String.UnicodeScalarView(scalars[range].compactMap(Unicode.Scalar.init)))
            found.append(kind == .number ? "#" + word : word)
        }
        return found
    }

    @Test func wordsNumbersAndHanCharactersAreTokens() {
        #expect(
            tokens("set pool.min to 8080, 优点 v3.4.") == [
                "set", "pool", "min", "to", "#8080", "优", "点", "#v3.4",
            ])
    }

    @Test func lettersOfOtherScriptsMakeWords() {
        #expect(tokens("größe ключ qlora模型") == ["größe", "ключ", "qlora", "模", "型"])
    }

    @Test func punctuationIsNoToken() {
        #expect(tokens("").isEmpty && tokens(" … -- 。").isEmpty)
    }
}
