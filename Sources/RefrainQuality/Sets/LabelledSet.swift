import Reading

/// What a pair of items is said to be.
enum PairLabel: Sendable {
    /// The same: to be found.
    case same
    /// Different: not to be found.
    case different
    /// Not judged: it counts neither way.
    case unjudged
}

/// A section that labels speak of.
struct LabelledItem: Sendable, Equatable {
    /// Where it stands.
    let path: String
    /// The first line of its heading, 1-based.
    let line: Int
    /// Its heading.
    let heading: String
    /// What it is a draw of when the bootstrap draws: items of one page hang together.
    let page: String
}

/// Two items as a pair; the lower first.
struct ItemPair: Hashable, Sendable {
    let a, b: Int

    init(_ first: Int, _ second: Int) { (a, b) = (min(first, second), max(first, second)) }
}

/// Where a labelled set's sections are read.
enum SetInput: Sendable {
    /// A folder of documents; items' paths are below its parent.
    case folder(String)
    /// Documents in memory.
    case documents([Document])
}

/// Sections with labels: which pairs of them say the same.
struct LabelledSet: Sendable {
    /// What the report calls it.
    let name: String
    /// What is read.
    let input: SetInput
    /// The sections that labels speak of.
    let items: [LabelledItem]
    /// The labels that are not `unlisted`.
    let labels: [ItemPair: PairLabel]
    /// The label of all other pairs.
    let unlisted: PairLabel
    /// Per item its true cluster; nil where the set says nothing of clusters.
    let clusterOfItem: [Int]?
    /// Kinds of pairs, for sets whose report goes by kind.
    let kinds: [ItemPair: String]

    /// The label of a pair.
    func label(of pair: ItemPair) -> PairLabel { labels[pair] ?? unlisted }

    /// The pairs to be found, by their items.
    var samePairs: [ItemPair] {
        labels.filter { $0.value == .same }.map(\.key).sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }
}
