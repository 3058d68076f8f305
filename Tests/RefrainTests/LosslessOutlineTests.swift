import Clustering
import Outlining
import Reading
import Splitting
import Testing

@testable import Refrain

/// A document that can't be merged without loss is carried as it stands, and ends no run.
struct LosslessOutlineTests {
    private static let kettle =
        "Fill the kettle with fresh water, put it on the ring and wait until it whistles.\n"
    private static let analysis = Pipeline().analysis(
        of: ReadResult(
            documents: [
                (
                    "a.md",
                    "# Tea\n\n\(kettle)\n- green\n- black\n\n# Cups\n\nWarm the cups before the tea goes in.\n"
                ),
                ("b.md", "# Tea too\n\n\(kettle)\n\n- green\n"),
                ("c.md", "# Milk\n\nThe milk goes in first, whatever they say in the north.\n"),
                ("d.md", "# Milk\n\nThe milk goes in first, whatever they say in the south.\n"),
            ].map { Document(path: $0, format: .markdown, text: $1) }, skipped: []))

    /// The outline of an analysis, with a fault in its second document as long as that one's sections have several blocks.
    private func broken(_ analysis: Analysis) -> Outline {
        let outline = analysis.outline
        guard let section = analysis.sections.firstIndex(where: { $0.document == 1 && $0.blocks.count > 1 })
        else {
            return outline
        }
        let fault = LedgerFault(kind: .textLost, section: section, startLine: 3)
        return Outline(
            topics: outline.topics, themes: outline.themes, themeThreshold: outline.themeThreshold,
            containments: outline.containments,
            ledger: Ledger(
                entries: outline.ledger.entries, coverage: outline.ledger.coverage,
                savedCharacters: outline.ledger.savedCharacters, faults: [fault]))
    }

    @Test func aDocumentWhoseLedgerDoesNotCloseIsCarriedAsItStands() throws {
        #expect(Self.analysis.clusters.map(\.members) == [[0, 2], [3, 4]])
        let lossless = LosslessOutline(of: Self.analysis, outlining: broken)
        #expect(lossless.carriedDocuments == [1])
        #expect(lossless.faults.map(\.kind) == [.textLost])
        #expect(lossless.outline.ledger.faults.isEmpty)
        #expect(lossless.analysis.clusters.map(\.members) == [[3, 4]])
        let topic = try #require(lossless.outline.topics.first { $0.sections == [2] })
        #expect(topic.points.map(\.text) == [Self.kettle + "\n\n- green"])
    }

    @Test func anOutlineWhoseLedgerClosesCarriesNothing() {
        let lossless = LosslessOutline(of: Self.analysis)
        #expect(lossless.carriedDocuments.isEmpty && lossless.faults.isEmpty)
        #expect(lossless.outline == Self.analysis.outline)
    }

    @Test func faultsThatStayEndNoLoop() {
        let lossless = LosslessOutline(of: Self.analysis) { analysis in
            let outline = analysis.outline
            let faults = analysis.sections.indices.map {
                LedgerFault(kind: .missing, section: $0, startLine: 1)
            }
            return Outline(
                topics: outline.topics, themes: [], themeThreshold: nil, containments: [],
                ledger: Ledger(
                    entries: [], coverage: outline.ledger.coverage, savedCharacters: [],
                    faults: faults + [LedgerFault(kind: .noBlock, section: -1, startLine: 1)]))
        }
        #expect(lossless.carriedDocuments == [0, 1, 2, 3])
        #expect(!lossless.outline.ledger.faults.isEmpty)
    }
}
