import Foundation

/// The labels of a corpus of versioned documentation: `ground-truth.json`.
///
/// The same page and heading path in two versions is the same section. Items are sections with different bodies; pairs of
/// them that share a key and whose edit ratio is at least 0.6 are to be found (`pos`); moved or rewritten text is not judged
/// (`ignore_…`); every other pair is different.
struct GroundTruth: Decodable {
    /// A section: its places, and what it is in every version.
    struct Item: Decodable {
        struct Place: Decodable {
            let path: String
            let line: Int
            let headingPath: [String?]
        }

        let first: Place
        let keys: [String]
    }

    let items: [Item]
    let pos: [[Double]]
    let ignoreUnlabelledDup: [[Double]]
    let ignoreRewritten: [[Double]]

    /// Reads the file at `path`.
    static func read(_ path: String) throws(QualityFailure) -> GroundTruth {
        let bytes = try QualityFailure.bytes(of: path)
        do { return try decoded(bytes) } catch {
            throw .brokenLabels(path: path, problem: "\(error)")
        }
    }

    /// The labels that the bytes of a file hold.
    static func decoded(_ bytes: Data) throws -> GroundTruth {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(GroundTruth.self, from: bytes)
    }

    /// The set of the documents in `folder`.
    func labelledSet(name: String, folder: String) -> LabelledSet {
        var labels: [ItemPair: PairLabel] = [:]
        for pair in ignoreUnlabelledDup + ignoreRewritten { labels[Self.pair(pair)] = .unjudged }
        for pair in pos { labels[Self.pair(pair)] = .same }
        return LabelledSet(
            name: name, input: .folder(folder), items: items.map(Self.labelled), labels: labels,
            unlisted: .different, clusterOfItem: clusters, kinds: [:])
    }

    private static func pair(_ values: [Double]) -> ItemPair { ItemPair(Int(values[0]), Int(values[1])) }

    private static func labelled(_ item: Item) -> LabelledItem {
        let parts = (item.keys.first ?? "").split(separator: "|", omittingEmptySubsequences: false)
        return LabelledItem(
            path: item.first.path, line: item.first.line,
            heading: item.first.headingPath.compactMap { $0 }.last ?? "",
            page: parts.count > 1 ? String(parts[1]) : item.first.path)
    }

    /// Items that a chain of keys connects are one cluster.
    private var clusters: [Int] {
        var parents = Array(items.indices)
        func root(_ item: Int) -> Int {
            var item = item
            while parents[item] != item { item = parents[item] }
            return item
        }
        var holder: [String: Int] = [:]
        for (index, item) in items.enumerated() {
            for key in item.keys {
                if let other = holder[key] {
                    let (a, b) = (root(index), root(other))
                    parents[max(a, b)] = min(a, b)
                } else {
                    holder[key] = index
                }
            }
        }
        return items.indices.map(root)
    }
}
