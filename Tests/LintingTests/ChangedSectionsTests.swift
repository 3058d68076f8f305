import Linting
import Refrain
import Testing

/// Findings that touch what changed.
struct ChangedSectionsTests {
    private func page(_ names: [String]) -> String {
        let bodies = ["A": Passage.backups, "B": Passage.invoices, "C": Passage.visitors]
        return names.map { "# \($0)\n\n\(bodies[$0] ?? "")\n\n" }.joined()
    }

    /// The sections of documents that changed since they held `before`.
    private func changed(_ now: [(String, String)], before: [(String, String)]) throws -> LintedText {
        let old = try LintedText(before).analysis
        return try LintedText(
            now, changes: { ChangedSections(of: $0, documents: Array(now.indices), before: old) })
    }

    @Test func onlyFindingsThatTouchAChangeCount() throws {
        let old = page(["A", "A", "B"])
        let linted = try changed([("a.md", old + page(["B"]))], before: [("a.md", old)])
        #expect(linted.found == ["a.md:13 identical-section a.md:9"])
        #expect(linted.report.untouchedCount == 1)
    }

    @Test func movingASectionChangesNothing() throws {
        let before = [("a.md", page(["A", "B"])), ("b.md", page(["B", "C"]))]
        let within = [("a.md", page(["B", "A"])), ("b.md", page(["B", "C"]))]
        #expect(try changed(within, before: before).found.isEmpty)
        let across = [("a.md", page(["B"])), ("b.md", page(["B", "C", "A"]))]
        #expect(try changed(across, before: before).found.isEmpty)
    }

    @Test func movingASectionOutOfADocumentThatIsGoneChangesNothing() throws {
        let gone = ("gone.md", page(["A"]))
        let before = [("a.md", page(["A"])), ("b.md", page(["C"])), gone]
        let moved = [("a.md", page(["A"])), ("b.md", page(["C", "A"]))]
        #expect(try changed(moved, before: before).found.isEmpty)
        // So often and not more.
        let twice = [("a.md", page(["A"])), ("b.md", page(["C", "A", "A"]))]
        #expect(try changed(twice, before: before).found == ["b.md:9 identical-section a.md:1"])
    }

    @Test func copyingASectionIsAChange() throws {
        let before = [("a.md", page(["A"])), ("b.md", "")]
        let linted = try changed([("a.md", page(["A"])), ("b.md", page(["A"]))], before: before)
        #expect(linted.found == ["b.md:1 identical-section a.md:1"])
    }

    /// The first of parallel trees is told of for all.
    @Test func aChangeInOneOfParallelTreesCounts() throws {
        let pages = ["v1/a.md", "v1/b.md", "v2/a.md", "v2/b.md"].map { (path: $0, text: page(["A"])) }
        func found(changed: Int) throws -> [String] {
            try LintedText(
                pages, settings: [.parallel: ["/v*"]], changes: { _ in ChangedSections([changed]) }
            ).found
        }
        #expect(try found(changed: 3) == ["v1/b.md:1 identical-section v1/a.md:1"])
        #expect(try found(changed: 1) == ["v1/b.md:1 identical-section v1/a.md:1"])
        // What was changed is the copy.
        #expect(try found(changed: 0) == ["v1/a.md:1 identical-section v1/b.md:1"])
    }

    /// What a copy has drifted from stands somewhere else, whatever the two documents are called.
    @Test func driftIsToldWhereItCameIn() throws {
        let texts = ["thirty", "40", "50"].map {
            "# A\n\n\(Passage.backups.replacing("thirty", with: $0)) \(Passage.invoices)\n"
        }
        func found(_ count: Int, changed: Set<Int>) throws -> [String] {
            try LintedText(
                zip(["a.md", "b.md", "c.md"], texts).prefix(count).map { (path: $0, text: $1) },
                changes: { _ in ChangedSections(changed) }
            ).found
        }
        #expect(try found(2, changed: [0]) == ["a.md:1 drifted-copy b.md:1"])
        #expect(try found(2, changed: [1]) == ["b.md:1 drifted-copy a.md:1"])
        #expect(try found(2, changed: [0, 1]) == ["b.md:1 drifted-copy a.md:1"])
        // Of several that it is compared with, one is told at it.
        for (place, name) in ["a.md", "b.md", "c.md"].enumerated() {
            #expect(
                try found(3, changed: [place]).count { $0.hasPrefix("\(name):1 drifted-copy") } == 1)
        }
    }

    /// Of sections that say the same, those that were not changed come first, whatever their documents are called.
    @Test func aCopyIsToldWhereItWasMade() throws {
        func found(changed: Set<Int>) throws -> [String] {
            try LintedText(
                ["a.md", "b.md", "c.md"].map { (path: $0, text: page(["A"])) },
                changes: { _ in ChangedSections(changed) }
            ).found
        }
        #expect(try found(changed: [0]) == ["a.md:1 identical-section b.md:1"])
        #expect(
            try found(changed: [0, 1]) == [
                "a.md:1 identical-section c.md:1", "b.md:1 identical-section c.md:1",
            ])
        #expect(
            try found(changed: [0, 1, 2]) == [
                "b.md:1 identical-section a.md:1", "c.md:1 identical-section a.md:1",
            ])
    }
}
