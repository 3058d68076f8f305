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

    /// The outline of `sections`, of which `clusters` say the same thing. No section is left out and no block: the ledger
    /// has each exactly once.
    ///
    /// Time is linear in the blocks, O(n log n) in those of one cluster, besides one join of the topics and one of their
    /// points.
    public func outline(of sections: [Section], clusters: [Cluster]) -> Outline {
        do {
            return try outline(of: sections, clusters: clusters, facts: SectionFacts(), decisions: []).outline
        } catch {
            preconditionFailure("without decisions there is no conflict: \(error)")
        }
    }

    /// The outline of `sections` as `decisions` have it, and what these name that is no section any more.
    ///
    /// - Throws: `DecisionConflict` where a decision cannot be obeyed.
    public func outline(
        of sections: [Section], clusters: [Cluster], facts: SectionFacts, decisions: [Decision]
    ) throws(DecisionConflict) -> (outline: Outline, unmatched: [UnmatchedDecision]) {
        let decided = try DecidedSections(decisions, fingerprints: facts.fingerprints)
        let groups = try TopicGroup.groups(
            sectionCount: sections.count, clusters: clusters, decisions: decided.decisions)
        let choice = CanonicalChoice(rule: settings.canonical, facts: facts, sections: sections)
        let canonical = groups.map(choice.section)
        let merged = workers.map(groups.count) { index in
            topic(canonical: canonical[index], members: groups[index].members, of: sections)
        }
        let shared = SharedPoints(merged, settings: settings.vectorizing, workers: workers)
        let topics = zip(merged, shared.seeAlso).map { topic, seeAlso in
            Topic(
                canonical: topic.canonical, sections: topic.sections, heading: topic.heading,
                points: topic.points, seeAlso: seeAlso)
        }
        let (themes, threshold) = ThemeFinder(settings: settings, facts: facts, workers: workers)
            .groups(of: groups, canonical: canonical, sections: sections)
        let titles = ThemeTitles(canonical: canonical.map { sections[$0] }).titles(of: themes)
        let outline = Outline(
            topics: topics, themes: zip(titles, themes).map { Theme(title: $0, topics: $1) },
            themeThreshold: threshold, containments: shared.containments,
            ledger: LedgerWriter.ledger(of: topics, sections: sections))
        return (outline, decided.unmatched)
    }

    func topic(canonical: Int, members: [Int], of sections: [Section]) -> Topic {
        let order = [canonical] + members.filter { $0 != canonical }
        var merge = PointMerge()
        for member in order { merge.add(sections[member], index: member) }
        return Topic(
            canonical: canonical, sections: members, heading: TopicHeading.merged(order, of: sections),
            points: merge.points)
    }
}
