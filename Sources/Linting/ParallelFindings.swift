internal import Refrain
internal import Splitting

/// Findings that are the same in each of several parallel trees.
enum ParallelFindings {
    private struct Key: Hashable {
        let rule: String
        let places: [[String]]
    }

    /// `findings` without those that an earlier one says of another tree: the same rule about pages of the same name and the
    /// same headings. In which folder of its tree a page stands does not count: trees are reordered.
    static func firsts(of findings: [Finding], in input: LintInput) -> [Finding] {
        var seen: Set<Key> = []
        return findings.sorted { $0.place.section < $1.place.section }.filter { finding in
            guard input.relations.parallel.isInTree(finding.place.section) else { return true }
            let places = finding.sections.prefix(2).map { section in
                [String(input.path(of: section).split(separator: "/").last ?? "")]
                    + input.analysis.sections[section].headingPath
            }
            return seen.insert(Key(rule: finding.rule, places: places)).inserted
        }
    }
}
