import Clustering
import Reading
import Splitting
import Testing

@testable import Outlining

/// The ledger is held against the sections.
struct LedgerTests {
    private let sections = Splitter().sections(
        of: Document(
            path: "a.md", format: .markdown, text: "# A\n\none\n\n- two\n\n---\n\n# A\n\none\n\n- three\n"),
        index: 0)
    private var outline: Outline {
        Outliner().outline(
            of: sections,
            clusters: [Cluster(members: [0, 1], canonical: 0, similarities: [1, 0.9], cohesion: 0.9)])
    }

    private func faults(_ entries: [LedgerEntry]) -> [LedgerFault] {
        LedgerCheck(sections: sections, topics: outline.topics).ledger(of: entries).faults
    }

    @Test func everyBlockAndHeadingHasItsFate() {
        let ledger = outline.ledger
        #expect(ledger.entries.map(\.startLine) == [1, 3, 5, 7, 9, 11, 13])
        #expect(ledger.entries.map(\.fate) == [.kept, .kept, .kept, .kept, .merged, .merged, .kept])
        #expect(ledger.entries.map(\.point) == [nil, 0, 2, 3, nil, 0, 1])
        #expect(ledger.coverage.blocks == 7 && ledger.coverage.accounted == 7)
        #expect(ledger.coverage.mergedCharacters == 5 && ledger.savedCharacters == [5])
        #expect(ledger.faults == [])
    }

    @Test func missingBlockIsAFault() {
        let entries = outline.ledger.entries
        #expect(
            faults(Array(entries[..<2]) + Array(entries[3...])) == [
                LedgerFault(kind: .missing, section: 0, startLine: 5)
            ])
        #expect(faults([]).count == 7)
    }

    @Test func blockCountedTwiceIsAFault() {
        let entries = outline.ledger.entries
        #expect(
            faults(Array(entries[..<2]) + Array(entries[1...])) == [
                LedgerFault(kind: .repeated, section: 0, startLine: 3)
            ])
    }

    @Test func entryOfAnotherPointIsAFault() {
        var entries = outline.ledger.entries
        let old = entries[2]
        entries[2] = LedgerEntry(
            section: 0, startLine: old.startLine, endLine: old.endLine, fate: .merged, topic: 0, point: 0)
        #expect(faults(entries) == [LedgerFault(kind: .textLost, section: 0, startLine: 5)])
    }

    @Test func entryOfNoBlockIsAFault() {
        let extra = LedgerEntry(section: 1, startLine: 99, endLine: 99, fate: .kept, topic: 0, point: 0)
        #expect(
            faults(outline.ledger.entries + [extra]) == [
                LedgerFault(kind: .noBlock, section: 1, startLine: 99)
            ])
    }
}
