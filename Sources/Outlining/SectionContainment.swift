public import Clustering
internal import Scheduling
public import Splitting

/// A section of which a larger one holds nearly all.
public struct SectionContainment: Sendable, Equatable {
    /// The index of the section; of a cluster the canonical one.
    public let section: Int
    /// The index of the larger one; of a cluster the canonical one.
    public let container: Int
    /// The share of the contained section's text, by characters, that stands in the larger one, 0…1.
    public let share: Double
}

extension Outliner {
    /// A single paragraph that two sections have in common does not make one a part of the other.
    private static let fewestContainedPoints = 2

    /// The sections that others hold nearly whole, as an outline has contained topics, two points or more: by section, each in
    /// the one that holds the most of it. Of a cluster the canonical section is compared, with no points but its own.
    public func containments(of sections: [Section], clusters: [Cluster]) -> [SectionContainment] {
        let groups = Self.groups(sectionCount: sections.count, clusters: clusters)
        let topics = workers.map(groups.count) {
            Self.topic(of: [groups[$0][0]], sections: sections).topic
        }
        let shared = SharedPoints(topics, settings: settings.vectorizing, workers: workers)
        return shared.containments(fewestPoints: Self.fewestContainedPoints).map {
            SectionContainment(
                section: topics[$0.topic].canonical, container: topics[$0.container].canonical,
                share: $0.share)
        }.sorted { $0.section < $1.section }
    }
}
