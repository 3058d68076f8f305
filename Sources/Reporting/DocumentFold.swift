internal import Clustering
internal import Linting
internal import Reading
internal import Refrain
internal import Splitting

/// Puts lines of a long list together that are about the same documents.
///
/// Within a rule and a severity, lines that have a document in common are linked; counterparts in parallel trees and pages of a family
/// are one document. What is linked, directly or through others, is one line. Where that would chain too many documents together, a
/// line is put with the others about the one of its documents that has the most findings. Empty sections of a document are one line,
/// and so are those that hold one placeholder. What copies say in two ways to readers stands by itself, and records link nothing: each
/// is a document of its own.
struct DocumentFold {
    /// How much is put together.
    enum Extent {
        /// What is linked through no more than a dozen documents.
        case fewDocuments
        /// What is linked through any number, what is empty, and of each rule the findings that are linked with no other.
        case all
    }

    /// Boilerplate chains documents that have little to do with each other. Of the documentation that was measured, what hangs
    /// together by its content has up to 12 documents (JavaGuide), generated references have from 20 on (Karmada).
    private static let fewDocuments = 12
    /// A reader looks through so many lines one by one: where lone findings are put together, as many lines stay if there were more.
    static let fewLines = 20

    private struct Scope: Hashable {
        let rule: String
        let severity: Severity
    }

    private enum Key: Hashable {
        case line(Int)
        case linked(Scope, Int)
        case document(Scope, Int)
        case lone(Scope)
        case empty(Severity, placeholder: String?, page: Int?)
    }

    private let extent: Extent
    private let groups: [FindingGroup]
    private let pages: LintedPages
    private let analysis: Analysis

    /// `groups`, in their order, each together with later ones in the place of the first. Near-linear in the findings, and for each rule
    /// linear in the documents.
    static func folded(
        _ groups: [FindingGroup], to extent: Extent, pages: LintedPages, in analysis: Analysis
    ) -> [FindingGroup] {
        let fold = DocumentFold(extent: extent, groups: groups, pages: pages, analysis: analysis)
        let linked = together(groups, by: fold.keys(), as: .linked)
        return extent == .all ? together(linked, by: keysOfLone(in: linked), as: .lone) : linked
    }

    /// The keys of `lines`: a rule's lone findings have one, but for the gravest, as many as a reader looks through one by one.
    private static func keysOfLone(in lines: [FindingGroup]) -> [Key] {
        let scopes = lines.map { line in
            line.findings.count == 1 && !line.contradictsInProse
                ? Scope(rule: line.findings[0].rule, severity: line.severity) : nil
        }
        var spare = fewLines - Set(scopes.compactMap { $0 }).count - scopes.count { $0 == nil }
        return scopes.enumerated().map { line, scope in
            guard let scope else { return .line(line) }
            spare -= 1
            return spare >= 0 ? .line(line) : .lone(scope)
        }
    }

    /// `groups` with those of one key in the place of the first.
    private static func together(
        _ groups: [FindingGroup], by keys: [Key], as kind: FindingGroup.Kind
    ) -> [FindingGroup] {
        var places: [Key: Int] = [:]
        var lines: [[FindingGroup]] = []
        for (key, group) in zip(keys, groups) {
            if let place = places[key] {
                lines[place].append(group)
            } else {
                places[key] = lines.count
                lines.append([group])
            }
        }
        return lines.map {
            $0.count == 1 ? $0[0] : FindingGroup(findings: $0.flatMap(\.findings), kind: kind)
        }
    }

    private func keys() -> [Key] {
        var keys = groups.indices.map { Key.line($0) }
        var lines: [Scope: [Int]] = [:]
        for (line, group) in groups.enumerated() {
            let first = group.findings[0]
            if case .empty(let placeholder) = first.evidence {
                let page = pages.page[analysis.sections[first.place.section].document]
                keys[line] = .empty(
                    group.severity, placeholder: placeholder, page: extent == .all ? nil : page)
            } else if isFolded(group) {
                lines[Scope(rule: first.rule, severity: group.severity), default: []].append(line)
            }
        }
        // Each scope has lines of its own: the order does not matter.
        for (scope, lines) in lines {
            for (line, key) in zip(lines, self.keys(of: lines, in: scope)) { keys[line] = key }
        }
        return keys
    }

    private func isFolded(_ group: FindingGroup) -> Bool {
        !group.contradictsInProse
            && group.findings.allSatisfy {
                documents(of: $0).allSatisfy { analysis.documents[$0].records == nil }
            }
    }

    private func keys(of lines: [Int], in scope: Scope) -> [Key] {
        var sets = UnionFind(count: analysis.documents.count)
        var families: Set<Int> = []
        var findingsOfPage: [Int: Int] = [:]
        for finding in lines.lazy.flatMap({ groups[$0].findings }) {
            let documents = documents(of: finding)
            for document in documents {
                sets.unite(pages.family[documents[0]], pages.family[document])
                families.insert(pages.family[document])
            }
            for page in Set(documents.map { pages.page[$0] }) { findingsOfPage[page, default: 0] += 1 }
        }
        var sizes: [Int: Int] = [:]
        for family in families { sizes[sets.root(of: family), default: 0] += 1 }
        return lines.map { line in
            let root = sets.root(of: pages.family[documents(of: groups[line].findings[0])[0]])
            guard extent == .fewDocuments, sizes[root, default: 0] > Self.fewDocuments else {
                return .linked(scope, root)
            }
            return .document(scope, busiestPage(of: groups[line], findingsOfPage))
        }
    }

    /// Of the pages that all findings of a line are about the one with the most findings, of equal ones the first.
    private func busiestPage(of group: FindingGroup, _ findingsOfPage: [Int: Int]) -> Int {
        var common = Set(documents(of: group.findings[0]).map { pages.page[$0] })
        for finding in group.findings.dropFirst() {
            common.formIntersection(documents(of: finding).map { pages.page[$0] })
        }
        let busiest = common.min {
            (-findingsOfPage[$0, default: 0], $0) < (-findingsOfPage[$1, default: 0], $1)
        }
        return busiest ?? pages.page[documents(of: group.findings[0])[0]]
    }

    /// The document of a finding, and the one that it is compared with. A family's finding is about its own.
    private func documents(of finding: Finding) -> [Int] {
        finding.comparedSections.map { analysis.sections[$0].document }
    }
}
