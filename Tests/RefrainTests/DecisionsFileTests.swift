import Deciding
import Refrain
import TestSupport
import Testing

/// Decisions files.
struct DecisionsFileTests {
    private func decisions(_ text: String) throws(DecisionsError) -> [Decision] {
        try DecisionsFile(text: text, shownPath: "d.yml").decisions
    }

    @Test func decisionsKeepTheirOrderAndLine() throws {
        let found = try decisions(
            "# why\n- keep-apart: [0123456789, ABCDEF0123]\n  because: no\n\n- canonical: 01234567\n- merge:\n  - 01234567\n  - 89abcdef\n"
        )
        #expect(found.map(\.verb) == [.keepApart, .canonical, .merge])
        #expect(found.map(\.line) == [2, 5, 6])
        #expect(
            found.map { $0.sections.map(\.digits) } == [
                ["0123456789", "abcdef0123"], ["01234567"], ["01234567", "89abcdef"],
            ])
    }

    @Test(arguments: ["", "# nothing\n", "[]\n", "---\n", "null\n"])
    func fileWithoutDecisionsHasNone(_ text: String) throws {
        #expect(try decisions(text).isEmpty)
    }

    @Test(arguments: [
        ("keep-apart: 1\n", 1, DecisionsError.Fault.notAList), ("- a\n", 1, .notADecision),
        ("- {}\n", 1, .noVerb),
        ("- because: x\n", 1, .noVerb),
        ("\n- canonnical: 01234567\n", 2, .unknownKey("canonnical", suggestion: "canonical")),
        ("- canonical: 01234567\n  merge: [01234567, 89abcdef]\n", 2, .severalVerbs),
        ("- canonical: 1234\n", 1, .notAFingerprint("1234")),
        ("- canonical: [[a]]\n", 1, .notAFingerprint("")),
        ("- merge: [01234567]\n", 1, .wrongCount(.merge, found: 1)),
        ("- canonical: [01234567, 89abcdef]\n", 1, .wrongCount(.canonical, found: 2)),
        ("- canonical: 01234567\n  because: [a]\n", 2, .reasonIsNoText),
        ("- canonical: 01234567\n  canonical: 01234567\n", 1, .repeatedKey("canonical")),
    ])
    func faultsNameTheirLine(_ text: String, _ line: Int, _ fault: DecisionsError.Fault) {
        #expect(throws: DecisionsError(path: "d.yml", line: line, fault: fault)) { try decisions(text) }
    }

    @Test func anyTextIsEitherReadOrRefused() {
        var generator = SeededGenerator(seed: 5)
        let pieces = [
            "- ", "keep-apart", "merge", "canonical", ": ", "[", "]", ",", "01234567", "\n", "  ", "because",
            "'", "\"", "#", "&a",
            "*a", "{", "}", "|", ">", "\t", "é", "---\n", "...\n", "? ", "!!x ", "\u{0}", "0x1",
        ]
        var readCount = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            do throws(DecisionsError) {
                _ = try decisions(text)
                readCount += 1
            } catch {
                #expect(error.line >= 1 && error.line <= text.count + 1, "\(text)")
            }
        }
        #expect(readCount > 0)
    }
}
