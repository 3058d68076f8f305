internal import Splitting

/// Which of a topic's sections is the canonical one, the others' text being held against its.
public enum CanonicalRule: String, Sendable, CaseIterable {
    /// The one most similar to all others.
    case medoid
    /// The one with the most text, by characters without white space.
    case longest
    /// The one with the most blocks that say something.
    case mostPoints = "most-points"
    /// The one that was read first.
    case first
    /// The one whose lines were changed last.
    case newest
}

/// Picks canonical sections: by decision, then by preferred path, then by rule, then by location.
struct CanonicalChoice {
    let rule: CanonicalRule
    let facts: SectionFacts
    let sections: [Section]

    /// The canonical one of the sections of `group`.
    func section(of group: TopicGroup) -> Int {
        if let decided = group.decided { return decided.section }
        let ranks = group.members.map { facts.pathRanks[sections[$0].document] ?? .max }
        let best = ranks.min()
        let preferred = zip(group.members, ranks).filter { $0.1 == best }.map(\.0)
        var chosen = preferred[0]
        guard preferred.count > 1 else { return chosen }
        var highest = score(chosen, in: group)
        for section in preferred.dropFirst() {
            let score = score(section, in: group)
            if score > highest { (chosen, highest) = (section, score) }
        }
        return chosen
    }

    /// What the rule goes by; the highest wins.
    private func score(_ section: Int, in group: TopicGroup) -> Double {
        switch rule {
        case .medoid: section == group.medoid ? 2 : group.similarities[section] ?? 0
        case .longest: Double(LedgerCheck.characters(sections[section].source))
        case .mostPoints: Double(sections[section].blocks.count(where: \.isContent))
        case .first: 0
        case .newest: facts.dates[section] ?? -.infinity
        }
    }
}
