import Reading
import Splitting
import Testing

@testable import Outlining

/// Where two wordings of a point lead to different things.
struct TargetDifferencesTests {
    private func section(_ text: String) -> Section {
        Splitter().sections(of: Document(path: "a.md", format: .markdown, text: text), index: 0)[0]
    }

    private func contradictions(_ first: String, _ second: String) -> [String] {
        Contradiction.between(section(first), section(second)).map { "\($0.kind) \($0.first) | \($0.second)" }
    }

    @Test func addressesAreToldOnceEach() {
        #expect(
            contradictions(
                "Read [the rules](https://a.example/x) before the first day.",
                "Read [the rules](https://b.example/x) before the first day.")
                == ["url https://a.example/x | https://b.example/x"])
    }

    @Test func whatWordsSayIsToldBesideAddresses() {
        #expect(
            contradictions(
                "Read [the rules](a.md) at the desk, at least 3 days before the door is opened.",
                "Read [the rules](b.md) at the desk, at least 4 days before the door is opened."
            ).sorted()
                == ["number 3 days | 4 days", "url a.md | b.md"])
    }

    /// The text is the same to the byte; the definitions stand elsewhere.
    @Test func definitionsElsewhereCount() {
        let text = "Read [the rules][r] before the first day.\n\n- a\n\n[r]: "
        #expect(contradictions(text + "a.md", text + "b.md") == ["url a.md | b.md"])
        #expect(contradictions(text + "a.md", text + "a.md").isEmpty)
    }

    @Test func linksOfTheSameWordsCorrespond() {
        #expect(
            contradictions(
                "Read [the rules](a.md), [the map](m.md) and more before the first day of the term.",
                "Read [the map](n.md) and [the rules](a.md) before the first day of the term.") == [
                    "url m.md | n.md"
                ])
    }

    @Test func theOutlineKeepsBothAddresses() {
        var merge = PointMerge()
        let text = "Read [the rules][r] before the first day.\n\n[r]: "
        merge.add(section(text + "a.md"), index: 0)
        merge.add(section(text + "b.md"), index: 1)
        merge.add(section(text + "a.md"), index: 2)
        let point = merge.points[0]
        #expect(point.sources.map(\.section) == [0, 2])
        #expect(point.variants.map { $0.sources.map(\.section) } == [[1]])
        #expect(point.isFlagged)
    }
}
