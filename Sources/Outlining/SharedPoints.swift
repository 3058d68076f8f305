internal import Scheduling
internal import SimilarityJoin
internal import Splitting
internal import Vectorizing

/// Finds the points that topics share, and the topics that others hold nearly whole, through a join of all points.
///
/// Two points are shared if wordings of theirs are as alike as `leastSimilarity`. What stands in many topics (a licence, a
/// warning) says nothing about two of them and is left out; so the work is that of the pairs found and not of all topics
/// with all.
struct SharedPoints {
    /// A point counts from this many letters on, an ideograph counted twice: fewer are a lead-in or a phrase.
    private static let shortestPoint = 24
    /// The cosine of points that say the same: that of sections that do.
    private static let leastSimilarity = 0.7
    /// A topic of which a larger one holds this share is contained in it.
    private static let leastContained = 0.8
    /// Topics with fewer points in common are not worth a reference.
    private static let fewestShared = 2

    private struct Place: Hashable {
        let topic: Int
        let point: Int
    }

    private let topics: [Topic]
    /// For each point of each topic how much it says; 0 for one that does not count.
    private let weights: [[Int]]
    /// What each topic says.
    private let topicWeights: [Int]
    /// How many texts stand in more topics than count.
    private(set) var formulaCount = 0
    /// The points that pairs of topics share, by the two topics, the lower first.
    private var shared: [[Int]: [SharedPoint]] = [:]

    /// Compares the points of `topics`.
    init(_ topics: [Topic], settings: VectorizerSettings, workers: Workers) {
        self.topics = topics
        weights = workers.map(topics.count) { topics[$0].points.map(Self.weight) }
        topicWeights = weights.map { $0.reduce(0, +) }
        var (texts, places): ([String], [Place]) = ([], [])
        for (index, topic) in topics.enumerated() {
            for (number, point) in topic.points.enumerated() where weights[index][number] > 0 {
                for text in [point.text] + point.variants.map(\.text) {
                    texts.append(text)
                    places.append(Place(topic: index, point: number))
                }
            }
        }
        let join = TextJoin(texts, threshold: Self.leastSimilarity, settings: settings, workers: workers)
        collect(join, places)
    }

    /// For each topic the others that share several points with it, the more shared text first.
    var seeAlso: [[SeeAlso]] {
        var result = [[SeeAlso]](repeating: [], count: topics.count)
        for (pair, points) in shared where points.count >= Self.fewestShared {
            result[pair[0]].append(SeeAlso(topic: pair[1], points: points.sorted { $0.point < $1.point }))
            let reversed = points.map { SharedPoint(point: $0.other, other: $0.point) }
            result[pair[1]].append(SeeAlso(topic: pair[0], points: reversed.sorted { $0.point < $1.point }))
        }
        for topic in result.indices {
            let sums = result[topic].map { reference in
                reference.points.reduce(0) { $0 + weights[topic][$1.point] }
            }
            result[topic] = zip(sums, result[topic]).sorted { ($1.0, $0.1.topic) < ($0.0, $1.1.topic) }.map(
                \.1)
        }
        return result
    }

    /// The topics that others hold nearly whole, by `fewestPoints` points or more: each in the topic that holds the most of it,
    /// the first of several.
    func containments(fewestPoints: Int = 1) -> [Containment] {
        var best: [Int: Containment] = [:]
        for (pair, points) in shared {
            for (topic, container, own) in [
                (pair[0], pair[1], points.map(\.point)), (pair[1], pair[0], points.map(\.other)),
            ] where topicWeights[topic] < topicWeights[container] {
                let share = Double(own.reduce(0) { $0 + weights[topic][$1] }) / Double(topicWeights[topic])
                guard share >= Self.leastContained, own.count >= fewestPoints else { continue }
                let found = Containment(topic: topic, container: container, share: share)
                if let known = best[topic], (known.share, -known.container) >= (share, -container) {
                    continue
                }
                best[topic] = found
            }
        }
        return best.values.sorted { $0.topic < $1.topic }
    }

    private static func weight(of point: Point) -> Int {
        switch point.kind {
        case .frontMatter, .definition, .thematicBreak, .heading: return 0
        default: break
        }
        let weight = point.text.unicodeScalars.reduce(0) { weight, scalar in
            guard isCounted(scalar) else { return weight }
            return weight + (Tokenizer.isIdeograph(scalar) ? 2 : 1)
        }
        return weight >= shortestPoint ? weight : 0
    }

    private static func isCounted(_ scalar: Unicode.Scalar) -> Bool {
        // Unicode's tables are asked for few letters of most texts.
        guard !scalar.isASCII else {
            return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Goes through the pairs of rows, the most similar first, so that a point goes with the one it is most like.
    private mutating func collect(_ join: TextJoin, _ places: [Place]) {
        let topicsOfRow = join.groups.itemsOfRow.map { items in Set(items.map { places[$0].topic }) }
        var reach = topicsOfRow.map(\.count)
        for pair in join.rowPairs {
            reach[pair.a] += topicsOfRow[pair.b].count
            reach[pair.b] += topicsOfRow[pair.a].count
        }
        formulaCount = reach.count { $0 > OutlineLimits.mostTopics }
        var taken: Set<[Int]> = []
        for row in join.groups.itemsOfRow.indices
        where topicsOfRow[row].count > 1 && reach[row] <= OutlineLimits.mostTopics {
            add(join.groups.itemsOfRow[row], join.groups.itemsOfRow[row], places, &taken)
        }
        for pair in join.rowPairs
        where reach[pair.a] <= OutlineLimits.mostTopics && reach[pair.b] <= OutlineLimits.mostTopics {
            add(join.groups.itemsOfRow[pair.a], join.groups.itemsOfRow[pair.b], places, &taken)
        }
    }

    /// Notes that the points at `items` are those at `others`; a point of a topic goes with one of each other topic.
    private mutating func add(_ items: [Int], _ others: [Int], _ places: [Place], _ taken: inout Set<[Int]>) {
        for item in items {
            for other in others where places[item].topic != places[other].topic {
                let (a, b) =
                    places[item].topic < places[other].topic
                    ? (places[item], places[other]) : (places[other], places[item])
                let (first, second) = ([a.topic, a.point, b.topic], [b.topic, b.point, a.topic])
                guard !taken.contains(first), !taken.contains(second) else { continue }
                taken.insert(first)
                taken.insert(second)
                shared[[a.topic, b.topic], default: []].append(SharedPoint(point: a.point, other: b.point))
            }
        }
    }
}
