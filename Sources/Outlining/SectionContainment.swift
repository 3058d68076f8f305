public import Clustering
internal import Scheduling
public import Splitting

/// A section of which a larger one holds nearly all.
public struct SectionContainment: Sendable, Equatable {
    /// The index of the section; of a cluster the medoid.
    public let section: Int
    /// The index of the larger one; of a cluster the medoid.
    public let container: Int
    /// The share of the contained section's text, by characters, that stands in the larger one, 0…1.
    public let share: Double
}

extension Outliner {
    /// The sections that others hold nearly whole, as an outline has them as contained topics, without the rest of the
    /// outline: by section, each in the one that holds the most of it.
    public func containedSections(of sections: [Section], clusters: [Cluster]) -> [SectionContainment] {
        var isInCluster = [Bool](repeating: false, count: sections.count)
        for member in clusters.flatMap(\.members) { isInCluster[member] = true }
        let lone = sections.indices.filter { !isInCluster[$0] }.map { (canonical: $0, members: [$0]) }
        let groups = clusters.map { (canonical: $0.canonical, members: $0.members) } + lone
        let topics = workers.map(groups.count) {
            topic(canonical: groups[$0].canonical, members: groups[$0].members, of: sections)
        }
        let shared = SharedPoints(topics, settings: settings.vectorizing, workers: workers)
        return shared.containments.map {
            SectionContainment(
                section: topics[$0.topic].canonical, container: topics[$0.container].canonical,
                share: $0.share)
        }.sorted { $0.section < $1.section }
    }
}
