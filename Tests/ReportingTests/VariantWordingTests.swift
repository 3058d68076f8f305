import Outlining
import Reading
import Refrain
import Splitting
import Testing

@testable import Reporting

/// What people are told of wordings that differ.
struct VariantWordingTests {
    @Test(arguments: [
        (
            "https://a.example/docs/blob/master/notes-3.2.md",
            "https://a.example/docs/blob/main/notes-3.2.md",
            "…/master/notes-3.2.md / …/main/notes-3.2.md"
        ),
        ("https://a.example/x", "https://b.example/x", "https://a.example/x / https://b.example/x"),
        ("https://a.example/x", "https://a.example/y", "…/x / …/y"),
    ])
    func addressesShowWhereTheyDiffer(_ a: String, _ b: String, _ expected: String) {
        let difference = Difference(kind: .url, canonical: a, variant: b)
        #expect(VariantWording.plainContradiction(difference) == expected)
    }

    @Test func signsOfBoldTypeAroundADifferenceAreLeftOut() {
        let difference = Difference(kind: .wording, canonical: "**Approach:**", variant: "Current:** Come")
        #expect(VariantWording.plainContradiction(difference) == "Approach: / Current:** Come")
        #expect(
            VariantWording.plainContradiction(Difference(kind: .wording, canonical: "**", variant: "*"))
                == "** / *")
    }

    @Test func aVariantWithoutDifferencesSaysWhatTheyCanBe() {
        let variant = Variant(kind: .paragraph, text: "a , b", sources: [], differences: [])
        #expect(
            VariantWording.plainRemark(on: variant, among: [])
                == "variant; only spaces, punctuation or capitals differ")
    }

    @Test func whatAWordingJoinsIsNamedByItsFirstWords() {
        let points = ["Seal it.", "**Ink:** Sign every copy with `blue` ink before noon."].map {
            Point(kind: .paragraph, text: $0, sources: [])
        }
        let variant = Variant(
            kind: .paragraph, text: "…", extent: .joined, others: [1], sources: [], differences: [])
        #expect(
            VariantWording.plainRemark(on: variant, among: points)
                == "joined with “Ink: Sign every copy with blu…”")
    }

    @Test func oneDisagreementAtSeveralPointsIsShownOnce() throws {
        let text = { (days: String) in
            "# Copies\n\nThe copies of the harbour stay in the vault for \(days) and are then burnt.\n\n"
                + "A ledger of the ferry stays on the shelf for \(days), unless the crew asks for it.\n"
        }
        let analysis = Pipeline().analysis(
            of: ReadResult(
                documents: ["ninety days", "eighty days"].enumerated().map {
                    Document(path: "\($0.offset).md", format: .markdown, text: text($0.element))
                }, skipped: []))
        let report = OutlineFormat.markdown.report(on: analysis.outline, of: analysis)
        #expect(report.contains("**Copies disagree:** ninety days / eighty days `[A / B]` (2 times)\n"))
    }
}
