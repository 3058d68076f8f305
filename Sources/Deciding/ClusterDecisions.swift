public import Clustering

/// What an editor has decided about the sections of one run, and what clusters become by it.
public struct ClusterDecisions: Sendable, Equatable {
    /// The decisions, in the order of the file.
    public let decisions: [SectionDecision]
    /// What they name and no section is.
    public let unmatched: [UnmatchedDecision]
    /// Which sections they keep apart.
    public let keptApart: KeptApart

    /// Makes decisions, with what could not be found.
    public init(_ decisions: [SectionDecision] = [], unmatched: [UnmatchedDecision] = []) {
        self.decisions = decisions
        self.unmatched = unmatched
        keptApart = KeptApart(decisions)
    }

    /// Finds the sections that `decisions` are about among those with `fingerprints`, in digits.
    ///
    /// - Throws: `DecisionConflict.ambiguous`.
    public init(finding decisions: [Decision], among fingerprints: [String]) throws(DecisionConflict) {
        let found = try SectionDecision.resolved(decisions, fingerprints: fingerprints)
        self.init(found.decisions, unmatched: found.unmatched)
    }

    /// The members of clusters as they are to be, each rising, by the first: two or more. What no decision is about stays as
    /// it is in `clusters`.
    ///
    /// - Throws: `DecisionConflict.mergedAndApart`.
    public func members(of clusters: [Cluster]) throws(DecisionConflict) -> [[Int]] {
        decisions.contains { $0.verb != .canonical }
            ? try SectionGroups(clusters, decisions: decisions).members : clusters.map(\.members)
    }
}
