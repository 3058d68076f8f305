internal import Refrain
internal import Splitting

/// Findings that are the same in each of several parallel trees, or on each of the pages of a family.
enum ParallelFindings {
    private struct Key: Hashable {
        let rule: String
        let places: [[String]]
    }

    /// `findings` without those that an earlier one says of another tree or another page of a family: the same rule about pages of
    /// the same name and the same headings. In which folder of its tree a page stands does not count: trees are reordered.
    static func firsts(of findings: [Finding], in input: LintInput) -> [Finding] {
        var documents: [Key: Int] = [:]
        return findings.sorted { $0.place.section < $1.place.section }.filter { finding in
            let section = finding.place.section
            guard input.relations.parallel.isInTree(section) || input.relations.pageFamily(of: section) != nil
            else { return true }
            let document = input.analysis.sections[section].document
            // Two of one page are two, whatever their headings.
            let key = key(of: finding, in: input)
            if let first = documents[key] { return first == document }
            documents[key] = document
            return true
        }
    }

    private static func key(of finding: Finding, in input: LintInput) -> Key {
        switch finding.evidence {
        case .template, .entries, .pageTemplate:
            // Which member is a family's first differs from tree to tree.
            return Key(
                rule: finding.rule, places: [[place(of: finding.place.section, in: input)[0]]])
        default:
            // Which of two is told differs, too.
            let places = finding.sections.prefix(2).map { place(of: $0, in: input) }
            return Key(rule: finding.rule, places: places.sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    /// The page and the headings; of a family's pages the first page and the section's own heading.
    private static func place(of section: Int, in input: LintInput) -> [String] {
        let headings = input.analysis.sections[section].headingPath
        let family = input.relations.pageFamily(of: section).map { input.relations.pageFamilies.all[$0] }
        let path = family.map { input.path(ofDocument: $0.pages[0]) } ?? input.path(of: section)
        let isInTree = input.relations.parallel.isInTree(section)
        let name = isInTree ? String(path.split(separator: "/").last ?? "") : path
        return [name] + (family == nil ? headings : Array(headings.suffix(1)))
    }
}
