internal import Outlining

/// Two wordings of a topic that contradict each other, for people: what differs, and which sources say what. Where the same
/// ones differ in the same way at several points, it is one.
struct Disagreement {
    /// "24 hours / 12 hours".
    let text: String
    /// The letters of the sources that say the first.
    let own: [String]
    /// The letters of those that say the second.
    let other: [String]
    /// At how many places.
    private(set) var count = 1

    /// Those of a topic, in the order of its points.
    static func all(in topic: Topic, references: SourceReferences) -> [Disagreement] {
        var found: [Disagreement] = []
        var places: [[String]: Int] = [:]
        for point in [topic.heading] + topic.points {
            for variant in point.variants {
                let (own, other) = (
                    references.names(of: point.sources), references.names(of: variant.sources)
                )
                for difference in variant.differences where difference.isFlagged {
                    let text = VariantWording.plainContradiction(difference)
                    let key = [text, own.joined(separator: " "), other.joined(separator: " ")]
                    if let place = places[key] {
                        found[place].count += 1
                    } else {
                        places[key] = found.count
                        found.append(Disagreement(text: text, own: own, other: other))
                    }
                }
            }
        }
        return found
    }

    /// " (3 times)"; empty for once.
    var times: String { count == 1 ? "" : " (\(count) times)" }
}
