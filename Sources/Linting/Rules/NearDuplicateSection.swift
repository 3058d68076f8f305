internal import Clustering
public import Refrain
internal import SimilarityJoin

/// Finds sections that say nearly the same as another section.
///
/// ## What it finds
/// A section whose similarity to another reaches the threshold. In a cluster every member but the canonical one is a
/// finding and is compared with the canonical one; of two similar sections in no common cluster the later one is, unless
/// it is a finding already. A section that `identical-section` finds is left to that rule.
///
/// ## Why it matters
/// Near-copies drift apart: a number is corrected in one and stays wrong in the other, and readers trust both.
///
/// ## Known limits
/// Similarity says that two texts read alike, not that they mean the same: option pages written to one template
/// can be findings.
///
/// ## Example
/// "Backups are kept for 24 hours" in one handbook and "Backups are kept for 12 hours" in another, with the same
/// paragraphs around them.
///
/// ## Settings
/// `threshold`, `linkage`, and what decides similarity: `ngrams`, `heading-weight`, `code`, `normalization`.
public struct NearDuplicateSection: Rule {
    /// The rule's id.
    public let id = "near-duplicate-section"
    /// What the rule finds, in one line.
    public let summary = "a section that says nearly the same as another section"
    /// Errors: each is a copy that drifts, or has drifted.
    public let severity = Severity.error

    /// Makes the rule.
    public init() {}

    /// One finding for every section that repeats another, so that every pair has a finding on one of its sides.
    public func findings(in analysis: Analysis) -> [Finding] {
        let identical = Set(IdenticalSection().findings(in: analysis).map(\.section))
        var found: [Int: Finding] = [:]
        for cluster in analysis.clusters {
            for (member, similarity) in zip(cluster.members, cluster.similarities)
            where member != cluster.canonical {
                found[member] = finding(member, repeats: cluster.canonical, similarity: similarity)
            }
        }
        let clusterOf = analysis.clusterOfSection
        // Pairs fall in similarity: the first that makes a section a finding is its best.
        for pair in analysis.pairs where clusterOf[pair.a] == nil || clusterOf[pair.a] != clusterOf[pair.b] {
            if found[pair.a] == nil, found[pair.b] == nil {
                found[pair.b] = finding(pair.b, repeats: pair.a, similarity: pair.similarity)
            }
        }
        return found.values.filter { !identical.contains($0.section) }.sorted { $0.section < $1.section }
    }

    private func finding(_ section: Int, repeats other: Int, similarity: Double) -> Finding {
        Finding(rule: id, severity: severity, section: section, related: other, similarity: similarity)
    }
}
