internal import Clustering
internal import Deciding
public import Refrain
internal import SimilarityJoin
internal import Splitting

/// Finds sections that say nearly the same as another section.
///
/// ## What it finds
/// A section whose similarity to another reaches the threshold. In a cluster every member but the canonical one is a
/// finding and is compared with the canonical one; of two similar sections in no common cluster the later one is, unless
/// it is a finding already. What a decision keeps apart is no finding, and what one merges is one cluster. A section that `identical-section` finds is left to that
/// rule, and no finding asks to give way to one.
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
        let originals = Dictionary(
            uniqueKeysWithValues: IdenticalSection().findings(in: analysis).map { ($0.section, $0.related) })
        var found: [Int: Finding] = [:]
        for cluster in analysis.clusters {
            let canonical = originals[cluster.canonical] ?? cluster.canonical
            for (member, similarity) in zip(cluster.members, cluster.similarities) where member != canonical {
                found[member] = finding(member, repeats: canonical, similarity: similarity)
            }
        }
        let clusterOf = analysis.clusterOfSection
        // Pairs fall in similarity: the first that makes a section a finding is its best.
        for pair in analysis.pairs.betweenRows
        where (clusterOf[pair.a] == nil || clusterOf[pair.a] != clusterOf[pair.b])
            && analysis.decisions.keptApart.line(pair.a, pair.b) == nil
        {
            let isFound = [pair.a, pair.b].contains { found[$0] != nil || originals[$0] != nil }
            if !isFound { found[pair.b] = finding(pair.b, repeats: pair.a, similarity: pair.similarity) }
        }
        return found.values.filter { finding in
            originals[finding.section] == nil && analysis.sections[finding.section].hasText
                && analysis.sections[finding.related].hasText
        }.sorted { $0.section < $1.section }
    }

    private func finding(_ section: Int, repeats other: Int, similarity: Double) -> Finding {
        Finding(rule: id, severity: severity, section: section, related: other, similarity: similarity)
    }
}
