import Foundation
import Reading

/// The labelled pairs of this repository: a line of JSON each, see `Fixtures/Quality/README.md`.
struct FixturePairs {
    /// One side of a pair.
    struct Side: Codable, Hashable {
        let heading: String
        let text: String
    }

    /// A pair with its label.
    struct Pair: Codable {
        let id: String
        let language: String
        let kind: String
        let label: String
        let why: String
        let a, b: Side
    }

    /// The pairs, in the order of the file.
    let pairs: [Pair]

    /// Reads the file at `path`.
    init(path: String) throws(QualityFailure) {
        let text = String(decoding: try QualityFailure.bytes(of: path), as: UTF8.self)
        var pairs: [Pair] = []
        for (number, line) in text.split(separator: "\n").enumerated() {
            do {
                pairs.append(try JSONDecoder().decode(Pair.self, from: Data(line.utf8)))
            } catch {
                throw .brokenLabels(path: "\(path):\(number + 1)", problem: "\(error)")
            }
        }
        self.pairs = pairs
    }

    /// A set for each language.
    var sets: [LabelledSet] {
        Set(pairs.map(\.language)).sorted().map { language in
            Self.set(of: pairs.filter { $0.language == language }, name: "fixtures-\(language)")
        }
    }

    /// Each different side is a document of one section; pairs that are not listed are not judged.
    static func set(of pairs: [Pair], name: String) -> LabelledSet {
        var (itemOfSide, sides): ([Side: Int], [(Side, Pair)]) = ([:], [])
        var (labels, kinds): ([ItemPair: PairLabel], [ItemPair: String]) = ([:], [:])
        func item(_ side: Side, of pair: Pair) -> Int {
            if let known = itemOfSide[side] { return known }
            itemOfSide[side] = sides.count
            sides.append((side, pair))
            return sides.count - 1
        }
        for pair in pairs {
            let both = ItemPair(item(pair.a, of: pair), item(pair.b, of: pair))
            labels[both] = pair.label == "duplicate" ? .same : .different
            kinds[both] = pair.kind
        }
        let documents = sides.enumerated().map { index, side in
            Document(
                path: "\(index).md", format: .markdown, text: "# \(side.0.heading)\n\n\(side.0.text)\n")
        }
        let items = sides.enumerated().map { index, side in
            LabelledItem(path: "\(index).md", line: 1, heading: side.0.heading, page: side.1.id)
        }
        return LabelledSet(
            name: name, input: .documents(documents), items: items, labels: labels, unlisted: .unjudged,
            clusterOfItem: nil, kinds: kinds)
    }
}
