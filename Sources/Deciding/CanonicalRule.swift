public import Clustering
public import Splitting

/// Which of a cluster's sections is the canonical one, which the others should give way to.
public enum CanonicalRule: String, Sendable, CaseIterable {
    /// The one most similar to all others.
    case medoid
    /// The one with the most text, by characters without white space.
    case longest
    /// The one with the most blocks that say something.
    case mostPoints = "most-points"
    /// The one that was read first.
    case first
    /// The one whose lines were changed last.
    case newest
}

/// Picks canonical sections: by decision, then by preferred path, then by rule, then by location.
public struct CanonicalChoice: Sendable {
    private let rule: CanonicalRule
    private let sections: [Section]
    private let dates: [Int: Double]
    private let pathRanks: [Int: Int]

    /// - Parameters:
    ///   - dates: for a section when its lines were changed last, in seconds since 1970; none where that is not known.
    ///   - pathRanks: for a document its place among the preferred paths, the most preferred 0; none where it is not
    ///     preferred.
    public init(
        rule: CanonicalRule, sections: [Section], dates: [Int: Double] = [:], pathRanks: [Int: Int] = [:]
    ) {
        self.rule = rule
        self.sections = sections
        self.dates = dates
        self.pathRanks = pathRanks
    }

    /// The canonical section of each of `clusters`, whose own is the medoid. O(text of the clusters).
    ///
    /// - Throws: `DecisionConflict.twoCanonicals`.
    public func canonicals(
        of clusters: [Cluster], decisions: [SectionDecision]
    ) throws(DecisionConflict) -> [Int] {
        let decided = try decided(clusters, decisions)
        return clusters.indices.map { decided[$0]?.section ?? section(of: clusters[$0]) }
    }

    /// For clusters that decisions name a section of, that section. Of identical copies in one cluster the first is
    /// canonical.
    private func decided(
        _ clusters: [Cluster], _ decisions: [SectionDecision]
    ) throws(DecisionConflict) -> [Int: (section: Int, line: Int)] {
        let canonical = decisions.filter { $0.verb == .canonical }
        var found: [Int: (section: Int, line: Int)] = [:]
        guard !canonical.isEmpty else { return found }
        var clusterOf: [Int: Int] = [:]
        for (index, cluster) in clusters.enumerated() {
            for member in cluster.members { clusterOf[member] = index }
        }
        for decision in canonical {
            for section in decision.sections {
                guard let cluster = clusterOf[section] else { continue }
                if let (known, line) = found[cluster] {
                    guard line == decision.line || known == section else {
                        throw .twoCanonicals(line: decision.line, otherLine: line)
                    }
                } else {
                    found[cluster] = (section, decision.line)
                }
            }
        }
        return found
    }

    private func section(of cluster: Cluster) -> Int {
        let ranks = cluster.members.map { pathRanks[sections[$0].document] ?? .max }
        let best = ranks.min()
        var chosen: (section: Int, score: Double)?
        for (place, section) in cluster.members.enumerated() where ranks[place] == best {
            let score = score(section, similarity: cluster.similarities[place], in: cluster)
            if chosen.map({ score > $0.score }) ?? true { chosen = (section, score) }
        }
        return chosen?.section ?? cluster.canonical
    }

    /// What the rule goes by; the highest wins.
    private func score(_ section: Int, similarity: Double, in cluster: Cluster) -> Double {
        switch rule {
        case .medoid: section == cluster.canonical ? 2 : similarity
        case .longest: Double(CharacterCount.of(sections[section].source))
        case .mostPoints: Double(sections[section].blocks.count(where: \.isContent))
        case .first: 0
        case .newest: dates[section] ?? -.infinity
        }
    }
}
