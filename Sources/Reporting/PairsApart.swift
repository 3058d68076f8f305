internal import Clustering
internal import Deciding
internal import Refrain
internal import SimilarityJoin

/// Pairs that reach the threshold without their sections being in one cluster.
struct PairsApart {
    /// How many are listed for people, who read no more; JSON has all.
    private static let listedCount = 20

    /// How many there are.
    let count: Int
    /// Those that a report for people lists: the most similar ones.
    let listed: [SimilarPair]
    /// For each of these "kept apart by line 3 of the decisions"; empty where no decision keeps them apart.
    let remarks: [String]
    /// What it says of those it leaves out: "3 more: --format json lists all"; nil where it lists all.
    let rest: String?

    /// Picks them from the pairs of `analysis`. O(pairs of different texts): copies of a text are in one cluster.
    init(_ analysis: Analysis, selection: PairSelection) {
        let clusterOf = Self.clusterOfSection(analysis)
        let apart = analysis.pairs.betweenRows {
            clusterOf[$0] == nil || clusterOf[$0] != clusterOf[$1]
        }
        guard selection != .none else {
            (count, listed, remarks) = (apart.count, [], [])
            rest = "--pairs none leaves them out"
            return
        }
        let selected = selection.selected(from: apart)
        count = selected.count
        let first = Array(selected.prefix(Self.listedCount))
        listed = first
        remarks = first.map { pair in
            analysis.decisions.keptApart.line(pair.a, pair.b).map {
                "kept apart by line \($0) of the decisions"
            } ?? ""
        }
        rest = count > listed.count ? "\(count - listed.count) more: --format json lists all" : nil
    }

    private static func clusterOfSection(_ analysis: Analysis) -> [Int?] {
        var result = [Int?](repeating: nil, count: analysis.sections.count)
        for (index, cluster) in analysis.clusters.enumerated() {
            for member in cluster.members { result[member] = index }
        }
        return result
    }
}
