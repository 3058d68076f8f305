internal import Outlining
internal import Refrain
internal import Splitting

/// Findings that are the same in each of several parallel trees, or on each of the pages of a family.
enum ParallelFindings {
    private struct Key: Hashable {
        let rule: String
        let places: [[String]]
        /// What copies contradict each other in, each with the lower value first.
        let values: [[String]]
    }

    /// `findings` without those that an earlier one says of another tree or another page of a family: the same rule about pages of
    /// the same name and the same headings, and on pages of a family with the same values. In which folder of its tree a page
    /// stands does not count: trees are reordered. The one that stays is known by the identities of all, and stands for them.
    static func firsts(of findings: [Finding], in input: LintInput) -> [Finding] {
        var places: [Key: Int] = [:]
        var firsts: [Finding] = []
        for finding in findings.sorted(by: { $0.place.section < $1.place.section }) {
            let key = isParallel(finding, in: input) ? key(of: finding, in: input) : nil
            // Two of one page are two, whatever their headings.
            if let place = key.flatMap({ places[$0] }),
                document(firsts[place], input) != document(finding, input)
            {
                firsts[place].otherIdentities += [finding.identity] + finding.otherIdentities
                firsts[place].sectionsElsewhere += finding.sections
            } else {
                if let key, places[key] == nil { places[key] = firsts.count }
                firsts.append(finding)
            }
        }
        return firsts
    }

    private static func document(_ finding: Finding, _ input: LintInput) -> Int {
        input.analysis.sections[finding.place.section].document
    }

    private static func isParallel(_ finding: Finding, in input: LintInput) -> Bool {
        let section = finding.place.section
        return input.relations.parallel.isInTree(section) || input.relations.pageFamily(of: section) != nil
    }

    private static func key(of finding: Finding, in input: LintInput) -> Key {
        switch finding.evidence {
        case .template, .entries, .pageTemplate:
            // Which member is a family's first differs from tree to tree.
            let page = place(of: finding.place.section, in: input, withHeadings: false)
            return Key(rule: finding.rule, places: [page], values: [])
        default:
            // Which of two is told differs, too. What a family says of a page of none is told once, under whatever headings.
            let sections = finding.sections.prefix(2)
            let families = sections.map { input.relations.pageFamily(of: $0) }
            let isOneSided = families.contains(nil)
            let places = sections.enumerated().map { number, section in
                place(of: section, in: input, withHeadings: !isOneSided || families[number] == nil)
            }
            return Key(
                rule: finding.rule, places: places.sorted { $0.lexicographicallyPrecedes($1) },
                values: families.contains { $0 != nil } ? values(of: finding) : [])
        }
    }

    private static func values(of finding: Finding) -> [[String]] {
        guard case .drifted(_, let contradictions) = finding.evidence else { return [] }
        return contradictions.map { [$0.first, $0.second].sorted() }.sorted {
            $0.lexicographicallyPrecedes($1)
        }
    }

    /// The page and the headings; of a family's pages the first page and the section's own heading.
    private static func place(of section: Int, in input: LintInput, withHeadings: Bool) -> [String] {
        let headings = input.analysis.sections[section].headingPath.map(HeadingIdentity.folded)
        let family = input.relations.pageFamily(of: section).map { input.relations.pageFamilies.all[$0] }
        let path = family.map { input.path(ofDocument: $0.pages[0]) } ?? input.path(of: section)
        let isInTree = input.relations.parallel.isInTree(section)
        let name = isInTree ? String(path.split(separator: "/").last ?? "") : path
        guard withHeadings else { return [name] }
        return [name] + (family == nil ? headings : Array(headings.suffix(1)))
    }
}
