internal import Refrain
internal import Splitting

/// Findings that are the same in each of several parallel trees.
enum ParallelFindings {
    private struct Key: Hashable {
        let rule: String
        let places: [[String]]
    }

    /// `findings` without those that an earlier one says of another tree: the same rule about the same pages and headings.
    static func firsts(of findings: [Finding], in input: LintInput) -> [Finding] {
        var seen: Set<Key> = []
        return findings.sorted { $0.place.section < $1.place.section }.filter { finding in
            guard input.relations.parallel.pathInTree(of: finding.place.section) != nil else { return true }
            let places = finding.sections.prefix(2).map { section in
                [input.relations.parallel.pathInTree(of: section) ?? input.path(of: section)]
                    + input.analysis.sections[section].headingPath
            }
            return seen.insert(Key(rule: finding.rule, places: places)).inserted
        }
    }
}
