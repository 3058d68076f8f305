public import Clustering
public import Splitting

/// Writes down what sections and clusters hold, every point once.
public struct Outliner: Sendable {
    /// Makes an outliner.
    public init() {}

    /// The outline of `sections`, of which `clusters` say the same thing. No section is left out, and no block but
    /// horizontal rules: each stands in exactly one point's sources.
    ///
    /// Time is linear in the blocks, O(n log n) in those of one cluster.
    public func outline(of sections: [Section], clusters: [Cluster]) -> Outline {
        var clusterOf: [Int: Cluster] = [:]
        for cluster in clusters {
            for member in cluster.members { clusterOf[member] = cluster }
        }
        var topics: [Topic] = []
        for index in sections.indices {
            guard let cluster = clusterOf[index] else {
                topics.append(topic(canonical: index, members: [index], of: sections))
                continue
            }
            if cluster.members[0] == index {
                topics.append(topic(canonical: cluster.canonical, members: cluster.members, of: sections))
            }
        }
        return Outline(topics: topics)
    }

    private func topic(canonical: Int, members: [Int], of sections: [Section]) -> Topic {
        var merge = PointMerge()
        merge.add(sections[canonical], index: canonical)
        for member in members where member != canonical { merge.add(sections[member], index: member) }
        return Topic(canonical: canonical, sections: members, points: merge.points)
    }
}
