internal import Refrain
internal import SimilarityJoin

/// Pairs that reach the threshold without their sections being in one cluster.
struct PairsApart {
    /// How many are listed for people, who read no more; JSON has all.
    private static let listedCount = 20

    /// All of them, similarity falling.
    let pairs: [SimilarPair]

    init(_ analysis: Analysis) {
        let clusterOf = analysis.clusterOfSection
        pairs = analysis.pairs.betweenRows.filter {
            clusterOf[$0.a] == nil || clusterOf[$0.a] != clusterOf[$0.b]
        }
    }

    /// Those that a report for people lists.
    var listed: [SimilarPair] { Array(pairs.prefix(Self.listedCount)) }

    /// What it says of those it leaves out: "3 more: --format json lists all"; nil where it lists all.
    var rest: String? {
        pairs.count > Self.listedCount
            ? "\(pairs.count - Self.listedCount) more: --format json lists all" : nil
    }
}
