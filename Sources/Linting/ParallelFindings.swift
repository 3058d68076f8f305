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

    private struct KeyInUnit: Hashable {
        let key: ParallelFindingKeys.Key
        let unit: Unit
    }

    private let input: LintInput
    private let counterparts: SectionCounterparts
    private let keys: ParallelFindingKeys

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
        let counterparts = SectionCounterparts(of: parallel, in: input)
        let search = ParallelFindings(
            input: input, counterparts: counterparts,
            keys: ParallelFindingKeys(input: input, counterparts: counterparts))
        var groups = inOrder.map { search.group(of: $0) }
        for basis in ParallelFindingKeys.Basis.allCases {
            groups = merged(groups) { group in
                isParallel(group.first, in: input)
                    ? search.keys.keys(of: group.first, told: group.told, by: basis) : .none
            }
        }
        return groups.map(\.first)
    }

    /// Each group is put together with the first before it that has a key of it and stands for no finding of its units.
    private static func merged(_ groups: [Group], by keys: (Group) -> ParallelFindingKeys.Keys) -> [Group] {
        var merged: [Group] = []
        var places: [ParallelFindingKeys.Key: [Int]] = [:]
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
        for group: Group, among places: [Int], of merged: [Group], key: ParallelFindingKeys.Key,
        taken: inout [KeyInUnit: Int]
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
        return input.relations.parallel.isInTree(section)
            || input.relations.pageFamily(of: section) != nil && !isOfItsOwn(finding, in: input)
    }

    /// Whether each page of a family has the finding for itself: a copy of some length is never a part of a template.
    private static func isOfItsOwn(_ finding: Finding, in input: LintInput) -> Bool {
        finding.evidence == .identical && input.relations.copies.isLong(finding.place.section)
    }

    private func group(of finding: Finding) -> Group {
        Group(
            first: finding, units: [unit(of: finding)],
            told: [counterparts.number(of: finding.place.section)])
    }

    private func unit(of finding: Finding) -> Unit {
        let section = finding.place.section
        return counterparts.isOnPageOfAFamily(section) && !Self.isOfItsOwn(finding, in: input)
            ? .page(input.analysis.sections[section].document)
            : .trees(input.relations.parallel.trees(of: section))
    }
}
