internal import Outlining
internal import Refrain
internal import Splitting

/// Findings that are the same in each of several parallel trees, or on each of the pages of a family.
///
/// Each tree and each page has a finding once: what a tree has twice is two findings, and of the next tree the first is the same as the
/// first, the second as the second.
struct ParallelFindings {
    /// Where a finding can be once: a tree, or a page of what is a family in some tree.
    private enum Unit: Hashable {
        case trees([Substring?])
        case page(Int)
    }

    /// A finding that stands for others.
    private struct Group {
        var first: Finding
        var units: Set<Unit>
        /// Where its findings are told: each section by the number of its counterparts.
        var told: Set<Int>
    }

    /// What a finding is known by, and by what it is the same as one before it: mostly the same.
    private struct Keys {
        let known: [Key]
        let sought: [Key]

        init(_ known: [Key], sought: [Key]? = nil) { (self.known, self.sought) = (known, sought ?? known) }
    }

    /// What two findings have in common that are the same.
    private enum Key: Hashable {
        /// A place that each is about, by page and headings.
        case places(rule: String, [[String]], values: [[String]])
        /// Sections that are counterparts.
        case counterparts(rule: String, [Int], values: [[String]])
        /// Sections that are counterparts, and others that say the same.
        case cluster(rule: String, Int, cluster: Int, values: [[String]])
        /// Families with a member that is a counterpart of the other's.
        case member(rule: String, Int, isOfPages: Bool)
    }

    private struct KeyInUnit: Hashable {
        let key: Key
        let unit: Unit
    }

    private let input: LintInput
    private let counterparts: SectionCounterparts

    /// `findings` without those that an earlier one says of another tree or another page of a family. The one that stays is known by
    /// the identities of all, and stands for them.
    ///
    /// Two are the same where they are of one rule and about pages of the same name and the same headings, and contradict each other
    /// in one of the same values, on pages of a family in all. They are, too, where with the same values the sections correspond by
    /// their headings or by what they say, and those that they are compared with do or are in one cluster.
    /// O(findings, their places and values).
    static func firsts(of findings: [Finding], in input: LintInput) -> [Finding] {
        let inOrder = findings.sorted { $0.place.section < $1.place.section }
        let parallel = inOrder.filter { isParallel($0, in: input) }
        let search = ParallelFindings(
            input: input, counterparts: SectionCounterparts(of: parallel, in: input))
        var groups = inOrder.map { search.group(of: $0) }
        for keys in [search.exactKeys, search.counterpartKeys, search.clusterKeys] {
            groups = merged(groups) { isParallel($0.first, in: input) ? keys($0) : Keys([]) }
        }
        return groups.map(\.first)
    }

    /// Each group is put together with the first before it that has a key of it and stands for no finding of its units.
    private static func merged(_ groups: [Group], by keys: (Group) -> Keys) -> [Group] {
        var merged: [Group] = []
        var places: [Key: [Int]] = [:]
        // How many of a key's first groups have the unit: so many of one tree are not compared with each other.
        var taken: [KeyInUnit: Int] = [:]
        for group in groups {
            let keys = keys(group)
            let found = keys.sought.lazy.compactMap { key in
                place(for: group, among: places[key] ?? [], of: merged, key: key, taken: &taken)
            }.first
            if let found {
                merged[found].first.standsAlso(for: group.first)
                merged[found].units.formUnion(group.units)
                merged[found].told.formUnion(group.told)
            }
            if found == nil {
                for key in keys.known { places[key, default: []].append(merged.count) }
                merged.append(group)
            }
        }
        return merged
    }

    private static func place(
        for group: Group, among places: [Int], of merged: [Group], key: Key, taken: inout [KeyInUnit: Int]
    ) -> Int? {
        guard group.units.count == 1, let unit = group.units.first else {
            return places.first { merged[$0].units.isDisjoint(with: group.units) }
        }
        let start = taken[KeyInUnit(key: key, unit: unit), default: 0]
        let next = places[start...].firstIndex { !merged[$0].units.contains(unit) } ?? places.endIndex
        taken[KeyInUnit(key: key, unit: unit)] = next
        return next < places.endIndex ? places[next] : nil
    }

    private static func isParallel(_ finding: Finding, in input: LintInput) -> Bool {
        let section = finding.place.section
        return input.relations.parallel.isInTree(section) || input.relations.pageFamily(of: section) != nil
    }

    private func group(of finding: Finding) -> Group {
        Group(
            first: finding, units: [unit(of: finding)],
            told: [counterparts.number(of: finding.place.section)])
    }

    private func unit(of finding: Finding) -> Unit {
        let section = finding.place.section
        return counterparts.isOnPageOfAFamily(section)
            ? .page(input.analysis.sections[section].document)
            : .trees(input.relations.parallel.trees(of: section))
    }

    private func exactKeys(of group: Group) -> Keys {
        let finding = group.first
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

    private func counterpartKeys(of group: Group) -> Keys {
        let finding = group.first
        guard !isAboutAFamily(finding) else { return Keys([]) }
        let numbers = finding.sections.prefix(2).map(counterparts.number)
        return Keys([.counterparts(rule: finding.rule, numbers.sorted(), values: values(of: finding))])
    }

    /// Which section of a cluster the others are compared with differs, too: the one that another tree has in its place is told there.
    private func clusterKeys(of group: Group) -> Keys {
        let finding = group.first
        guard !isAboutAFamily(finding), let other = finding.related.first?.section,
            let cluster = input.relations.clusterOfSection[other]
        else { return Keys([]) }
        let keys = [finding.place.section, other].map { section in
            Key.cluster(
                rule: finding.rule, counterparts.number(of: section), cluster: cluster,
                values: values(of: finding))
        }
        let isWithin = input.relations.clusterOfSection[finding.place.section] == cluster
        // Where it stands for what is told of another page, that page would be lost.
        return Keys(isWithin ? keys : [keys[0]], sought: group.told.count == 1 ? [keys[0]] : [])
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
