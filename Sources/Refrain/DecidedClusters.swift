internal import Clustering
internal import Deciding
internal import Matrices
internal import Reading
internal import Scoring
internal import SimilarityJoin
internal import Splitting
internal import Vectorizing

/// Clusters as decisions and the canonical rule have them.
struct DecidedClusters {
    /// The clusters, by their first section.
    let clusters: [Cluster]
    /// What was decided, and what of it is about no section any more.
    let decisions: ClusterDecisions

    /// What measures clusters.
    struct Measure {
        let clusterer: Clusterer
        let pairs: ScoredPairs
        let model: SimilarityModel
        let matrix: TermMatrix
        let groups: RowGroups

        func clusters(_ wanted: [(members: [Int], canonical: Int?)]) -> [Cluster] {
            clusterer.clusters(wanted, of: pairs, by: model, in: matrix, groups: groups)
        }
    }

    /// Applies `choices` to `found`, whose canonical sections are the medoids.
    ///
    /// - Throws: `DecisionConflict` where a decision cannot be obeyed.
    init(
        _ found: [Cluster], choices: ClusterChoices, rule: CanonicalRule, sections: [Section],
        documents: [Document], fingerprints: [Fingerprint], measure: Measure
    ) throws(DecisionConflict) {
        decisions =
            choices.decisions.isEmpty
            ? ClusterDecisions(choices.sectionDecisions)
            : try ClusterDecisions(
                finding: choices.decisions, among: fingerprints.map(\.description))
        let regrouped = try Self.regrouped(found, decisions, measure)
        let dates =
            rule == .newest ? choices.dates(Self.places(of: regrouped, sections, documents)) : [:]
        let canonicals = try CanonicalChoice(
            rule: rule, sections: sections, dates: dates,
            pathRanks: choices.pathRanks(of: documents.map(\.path))
        ).canonicals(of: regrouped, decisions: decisions.decisions)
        clusters = Self.replaced(
            regrouped, where: { regrouped[$0].canonical != canonicals[$0] }, measure,
            by: { (regrouped[$0].members, canonicals[$0]) })
    }

    /// The clusters with the members that they are to have; those that keep theirs as they are.
    private static func regrouped(
        _ found: [Cluster], _ decisions: ClusterDecisions, _ measure: Measure
    ) throws(DecisionConflict) -> [Cluster] {
        guard !decisions.decisions.isEmpty else { return found }
        let members = try decisions.members(of: found)
        let known = Dictionary(uniqueKeysWithValues: found.map { ($0.members[0], $0) })
        let kept = members.map { group in known[group[0]].flatMap { $0.members == group ? $0 : nil } }
        let placeholders = zip(kept, members).map { kept, members in
            kept
                ?? Cluster(
                    members: members, canonical: members[0], similarities: members.map { _ in 1 }, cohesion: 1
                )
        }
        return replaced(placeholders, where: { kept[$0] == nil }, measure, by: { (members[$0], nil) })
    }

    private static func replaced(
        _ clusters: [Cluster], where isWanted: (Int) -> Bool, _ measure: Measure,
        by wanted: (Int) -> (members: [Int], canonical: Int?)
    ) -> [Cluster] {
        let places = clusters.indices.filter(isWanted)
        var result = clusters
        for (place, cluster) in zip(places, measure.clusters(places.map(wanted))) { result[place] = cluster }
        return result
    }

    private static func places(
        of clusters: [Cluster], _ sections: [Section], _ documents: [Document]
    ) -> [ClusterChoices.Place] {
        clusters.flatMap(\.members).map { index in
            let (section, document) = (sections[index], documents[sections[index].document])
            return ClusterChoices.Place(
                section: index, path: document.path, file: document.file,
                lines: section.startLine...section.endLine)
        }
    }
}
