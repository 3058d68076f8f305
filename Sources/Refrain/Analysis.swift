public import Clustering
public import Deciding
public import Reading
internal import Scheduling
public import Scoring
public import SimilarityJoin
public import Splitting
public import Vectorizing

/// What a run found: documents, sections, pairs and clusters.
public struct Analysis: Sendable {
    /// The settings of the run.
    public let settings: Settings
    /// The documents read, in reading order.
    public let documents: [Document]
    /// What was not read, and why.
    public let skipped: [SkippedInput]
    /// What the texts of record files were taken for where the settings leave it open, in reading order.
    public let textFormats: [TextFormatChoice]
    /// Which fields the records of a file have, where several make up a text; in reading order.
    public let fieldUses: [RecordFieldUse]
    /// All sections, in reading order.
    public internal(set) var sections: [Section]
    /// The records, by section, that share their id with others: a list for each such id, by the first.
    public let repeatedKeys: [[Int]]
    /// Each section's identity: a fingerprint of its heading and text without mark-up, code included, whatever the
    /// settings. Stable when files move or lines shift.
    public let fingerprints: [Fingerprint]
    /// All pairs that reach the threshold: similarity falling, then by section.
    public let pairs: SimilarPairs
    /// The pairs that would reach the threshold but for the tokens that they differ by: one for each two different texts, in
    /// the order of `pairs`.
    public let demotedPairs: SimilarPairs
    /// The pairs that reach the threshold in spite of tokens that they differ by, in the same form.
    public let markedPairs: SimilarPairs
    /// The sections that stand in others without being a pair with them, by section; one for each two different texts. None
    /// where the settings want none.
    public let containedSections: [ContainedPair]
    /// The lines that many sections share, the most frequent first. None where the settings want none.
    public let boilerplate: [BoilerplateLine]
    /// The clusters as decisions and the canonical rule have them, by their first section.
    public internal(set) var clusters: [Cluster]
    /// Each cluster's identity: the fingerprint of its members' fingerprints.
    public internal(set) var clusterFingerprints: [Fingerprint]
    /// What an editor has decided. `pairs` holds all pairs all the same.
    public let decisions: ClusterDecisions
    /// How the pairs were found, and what each way would have cost.
    public let joinPlan: JoinPlan
    /// How much work it was to find them.
    public let joinStatistics: JoinStatistics
    /// How many distinct n-grams the sections hold.
    public let vocabularySize: Int
    /// How many weights the matrix of sections and n-grams holds; sections of the same text share theirs.
    public let nonZeroCount: Int

    /// The tokens that make two sections differ in what they are about. O(length of both).
    public func discriminatingTokens(_ a: Int, _ b: Int) -> DiscriminatingTokens {
        func body(_ index: Int) -> String { sections[index].text(includingCode: settings.includesCode) }
        return DiscriminatingTokens(
            headings: (sections[a].headingPath, sections[b].headingPath), bodies: (body(a), body(b)))
    }

    /// The same for each of `pairs`, in their order.
    ///
    /// - Parameter threads: how many threads work; the result does not depend on it.
    public func discriminatingTokens(of pairs: [SimilarPair], threads: Int) -> [DiscriminatingTokens] {
        Workers(count: threads).map(pairs.count) { discriminatingTokens(pairs[$0].a, pairs[$0].b) }
    }

    /// For each section in a cluster, the cluster's index.
    public var clusterOfSection: [Int: Int] {
        var result: [Int: Int] = [:]
        for (index, cluster) in clusters.enumerated() {
            for member in cluster.members { result[member] = index }
        }
        return result
    }

    /// How many sections are more than a heading over others.
    package var contentSectionCount: Int { sections.count { !$0.isOnlyAHeadingOverOthers } }

    /// How many sections could go because another says the same: in each cluster all but the canonical one.
    public var repeatingSectionCount: Int {
        clusters.reduce(0) { $0 + $1.members.count - 1 }
    }
}
