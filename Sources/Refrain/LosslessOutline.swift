internal import Clustering
public import Outlining
internal import Splitting

/// An outline that loses nothing, whatever a mistake in reading or merging a document does.
///
/// Where the ledger does not close, a bug in Refrain, each document of a block that is not accounted for is carried as it
/// stands: each of its sections becomes a topic of its own with all its lines as one point. All other documents are outlined
/// as ever.
public struct LosslessOutline: Sendable {
    /// The outline.
    public let outline: Outline
    /// What it is the outline of: the sections of `carriedDocuments` have one block each, and are in no cluster.
    public let analysis: Analysis
    /// The indexes of the documents that are carried as they stand, rising.
    public let carriedDocuments: [Int]
    /// What did not add up before they were; empty where none are.
    public let faults: [LedgerFault]

    /// Outlines `analysis` on `threads` threads; the result is the same for any number of them. The ledger has faults only
    /// where even documents as they stand do not add up.
    public init(of analysis: Analysis, threads: Int = 1) {
        self.init(of: analysis) { $0.outline(threads: threads) }
    }

    /// Outlines `analysis` by `outlining`, again for each document that turns out not to add up: it ends when there is no
    /// further one.
    init(of analysis: Analysis, outlining: (Analysis) -> Outline) {
        var (current, outline) = (analysis, outlining(analysis))
        var (carried, faults): (Set<Int>, [LedgerFault]) = ([], [])
        while case let broken = Self.documents(of: outline.ledger, in: analysis),
            !broken.isSubset(of: carried)
        {
            faults += outline.ledger.faults
            carried.formUnion(broken)
            current = analysis.carrying(carried)
            outline = outlining(current)
        }
        (self.analysis, self.outline, self.faults) = (current, outline, faults)
        carriedDocuments = carried.sorted()
    }

    /// The documents of the blocks that a ledger does not account for.
    private static func documents(of ledger: Ledger, in analysis: Analysis) -> Set<Int> {
        Set(
            ledger.faults.map(\.section).filter(analysis.sections.indices.contains).map {
                analysis.sections[$0].document
            })
    }
}

extension Analysis {
    /// The analysis with the sections of `documents` as they stand, each in one block, and in no cluster.
    fileprivate func carrying(_ documents: Set<Int>) -> Analysis {
        var result = self
        result.sections = sections.map { documents.contains($0.document) ? $0.inOneBlock : $0 }
        let kept = clusters.indices.filter { index in
            !clusters[index].members.contains { documents.contains(sections[$0].document) }
        }
        result.clusters = kept.map { clusters[$0] }
        result.clusterFingerprints = kept.map { clusterFingerprints[$0] }
        return result
    }
}
