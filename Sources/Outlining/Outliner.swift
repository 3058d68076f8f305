public import Clustering
internal import Scheduling
public import Splitting

/// Writes down what sections and clusters hold, every point once.
public struct Outliner: Sendable {
    let settings: OutlineSettings
    let workers: Workers

    /// Makes an outliner that works on `threads` threads; the result is the same for any number of them.
    public init(settings: OutlineSettings = OutlineSettings(), threads: Int = 1) {
        self.settings = settings
        workers = Workers(count: threads)
    }

    /// The outline of `sections`, of which `clusters` say the same thing: a topic for each cluster and each section in none,
    /// by their first section. No section is left out and no block: the ledger has each exactly once.
    ///
    /// Time is linear in the blocks, O(n log n) in those of one cluster, besides one join of the topics and one of their
    /// points.
    public func outline(of sections: [Section], clusters: [Cluster]) -> Outline {
        let groups = Self.groups(sectionCount: sections.count, clusters: clusters)
        let merged = workers.map(groups.count) { Self.topic(of: groups[$0], sections: sections) }
        let shared = SharedPoints(merged.map(\.topic), settings: settings.vectorizing, workers: workers)
        let topics = zip(merged, shared.seeAlso).map { merged, seeAlso in merged.topic.seeing(seeAlso) }
        let themes = ThemeFinder(settings: settings, workers: workers).themes(of: topics, sections: sections)
        let titles = ThemeTitles(canonical: topics.map { sections[$0.canonical] }, workers: workers)
            .titles(of: themes.groups)
        return Outline(
            topics: topics, themes: zip(titles, themes.groups).map { Theme(title: $0, topics: $1) },
            themeThreshold: themes.threshold, containments: shared.containments(),
            limits: OutlineLimits(
                lowestThemeThreshold: themes.raisedFloor, formulaCount: shared.formulaCount,
                unalignedBlockCount: merged.reduce(0) { $0 + $1.unalignedCount }),
            ledger: LedgerWriter.ledger(of: topics, sections: sections, workers: workers))
    }

    /// The same without what relates topics to each other: no themes, no references, no containments. No join: time is linear in the
    /// blocks, O(n log n) in those of one cluster.
    package func topicsAlone(of sections: [Section], clusters: [Cluster]) -> Outline {
        let groups = Self.groups(sectionCount: sections.count, clusters: clusters)
        let merged = workers.map(groups.count) { Self.topic(of: groups[$0], sections: sections) }
        let topics = merged.map(\.topic)
        return Outline(
            topics: topics, themes: [], themeThreshold: nil, containments: [],
            limits: OutlineLimits(unalignedBlockCount: merged.reduce(0) { $0 + $1.unalignedCount }),
            ledger: LedgerWriter.ledger(of: topics, sections: sections, workers: workers))
    }

    /// The sections of each topic, the canonical one first; topics by their first section.
    static func groups(sectionCount: Int, clusters: [Cluster]) -> [[Int]] {
        var clusterOf = [Int?](repeating: nil, count: sectionCount)
        for (index, cluster) in clusters.enumerated() {
            for member in cluster.members { clusterOf[member] = index }
        }
        return (0..<sectionCount).compactMap { section in
            guard let index = clusterOf[section] else { return [section] }
            let cluster = clusters[index]
            guard cluster.members[0] == section else { return nil }
            return [cluster.canonical] + cluster.members.filter { $0 != cluster.canonical }
        }
    }

    static func topic(
        of order: [Int], sections: [Section]
    ) -> (topic: Topic, unalignedCount: Int) {
        guard order.count > 1 else { return (alone(order[0], sections[order[0]]), 0) }
        var merge = PointMerge()
        for member in order { merge.add(sections[member], index: member) }
        let topic = Topic(
            canonical: order[0], sections: order.sorted(),
            heading: TopicHeading.merged(order, of: sections), points: merge.points)
        return (topic, merge.unalignedCount)
    }

    /// The topic of a section in no cluster: its blocks one behind the other, compared with none.
    private static func alone(_ index: Int, _ section: Section) -> Topic {
        let blocks = MemberBlock.blocks(of: section, index: index)
        return Topic(
            canonical: index, sections: [index], heading: TopicHeading.alone(index, section),
            points: blocks.map { block in
                Point(
                    kind: block.block.kind, text: block.text, role: block.role, sources: [block.source])
            })
    }
}

extension Topic {
    /// The topic with its references to others.
    fileprivate func seeing(_ others: [SeeAlso]) -> Topic {
        Topic(canonical: canonical, sections: sections, heading: heading, points: points, seeAlso: others)
    }
}
