internal import Outlining
internal import Refrain
internal import Splitting

/// What findings have in common that are the same in each of several parallel trees, or on each of the pages of a family.
struct ParallelFindingKeys {
    /// What makes two findings the same: the surest first.
    enum Basis: CaseIterable {
        /// The same pages and headings.
        case places
        /// Sections that are counterparts.
        case counterparts
        /// A section that is a counterpart, and another of the same cluster.
        case clusters
    }

    /// What a finding is known by, and by what it is the same as one before it: mostly the same.
    struct Keys {
        let known: [Key]
        let sought: [Key]

        /// None at all: the finding is the same as no other.
        static let none = Keys([])

        init(_ known: [Key], sought: [Key]? = nil) { (self.known, self.sought) = (known, sought ?? known) }
    }

    /// What two findings have in common that are the same.
    enum Key: Hashable {
        /// A place that each is about, by page and headings.
        case places(rule: String, [[String]], values: [[String]])
        /// Sections that are counterparts.
        case counterparts(rule: String, [Int], values: [[String]])
        /// Sections that are counterparts, and others that say the same.
        case cluster(rule: String, Int, cluster: Int, values: [[String]])
        /// Families with a member that is a counterpart of the other's.
        case member(rule: String, Int, isOfPages: Bool)
    }

    let input: LintInput
    let counterparts: SectionCounterparts

    /// What `finding` is known by, which is told of the sections with the numbers `told`.
    func keys(of finding: Finding, told: Set<Int>, by basis: Basis) -> Keys {
        switch basis {
        case .places: exactKeys(of: finding)
        case .counterparts: counterpartKeys(of: finding)
        case .clusters: clusterKeys(of: finding, told: told)
        }
    }

    private func exactKeys(of finding: Finding) -> Keys {
        if isAboutAFamily(finding) { return Keys(memberKeys(of: finding)) }
        // Which of two is told differs, too. What a family says of a page of none is told once, under whatever headings.
        let sections = finding.sections.prefix(2)
        let families = sections.map { input.relations.pageFamily(of: $0) }
        let isOneSided = families.contains(nil)
        let places = sections.enumerated().map { number, section in
            counterparts.place(of: section, withHeadings: !isOneSided || families[number] == nil)
        }
        let values = values(of: finding)
        let isOfAFamily = families.contains { $0 != nil }
        // Copies of a tree change a little: where they contradict each other in one of the values, they do as they did.
        let shared = isOfAFamily || values.isEmpty ? [values] : values.map { [$0] }
        let sorted = places.sorted { $0.lexicographicallyPrecedes($1) }
        return Keys(shared.map { .places(rule: finding.rule, sorted, values: $0) })
    }

    private func counterpartKeys(of finding: Finding) -> Keys {
        guard !isAboutAFamily(finding) else { return .none }
        let numbers = finding.sections.prefix(2).map(counterparts.number)
        return Keys([.counterparts(rule: finding.rule, numbers.sorted(), values: values(of: finding))])
    }

    /// Which section of a cluster the others are compared with differs, too: the one that another tree has in its place is told there.
    private func clusterKeys(of finding: Finding, told: Set<Int>) -> Keys {
        guard !isAboutAFamily(finding), let other = finding.related.first?.section,
            let cluster = input.relations.clusterOfSection[other]
        else { return .none }
        let keys = [finding.place.section, other].map { section in
            Key.cluster(
                rule: finding.rule, counterparts.number(of: section), cluster: cluster,
                values: values(of: finding))
        }
        let isWithin = input.relations.clusterOfSection[finding.place.section] == cluster
        // Where it stands for what is told of another page, that page would be lost.
        return Keys(isWithin ? keys : [keys[0]], sought: told.count == 1 ? [keys[0]] : [])
    }

    /// Which member is a family's first differs from tree to tree, and which others there are.
    private func memberKeys(of finding: Finding) -> [Key] {
        let isOfPages = if case .pageTemplate = finding.evidence { true } else { false }
        return Set(finding.sections.map(counterparts.number)).sorted().map {
            .member(rule: finding.rule, $0, isOfPages: isOfPages)
        }
    }

    private func isAboutAFamily(_ finding: Finding) -> Bool {
        switch finding.evidence {
        case .template, .entries, .pageTemplate: true
        default: false
        }
    }

    /// What copies contradict each other in, each with the lower value first; what is wrong with a heading or a comment.
    private func values(of finding: Finding) -> [[String]] {
        switch finding.evidence {
        case .drifted(_, let contradictions):
            contradictions.map { [$0.first, $0.second].sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
        case .repeatedPhrase(let phrase, _): [[phrase]]
        case .sameHeading(let heading): [[HeadingIdentity.folded(heading)]]
        case .empty(let placeholder): placeholder.map { [[$0]] } ?? []
        case .unexplainedSuppression(let rule): [[rule]]
        default: []
        }
    }
}
