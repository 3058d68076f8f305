internal import Clustering
internal import Refrain
internal import SimilarityJoin
internal import Splitting

/// Which sections of parallel trees, or of the pages of a family, are the same section in each.
///
/// Two are where their pages are called the same and they stand under the same headings, have a heading of their own that no other
/// section of their pages has, or say the same: headings are reworded and moved from tree to tree. In which folder of its tree a
/// page stands does not count: trees are reordered.
struct SectionCounterparts {
    /// The page of a section as its counterparts have it.
    private struct Page: Hashable {
        /// The last part of the path in a tree, the path elsewhere; of a family's pages that of the first.
        let name: String
        let isOfAFamily: Bool
    }

    /// What makes two sections counterparts.
    private enum Name: Hashable {
        case headings(Page, [String])
        case heading(Page, String)
        case cluster(Page, Int)
    }

    private struct Heading: Hashable {
        let document: Int
        let heading: String
    }

    private let input: LintInput
    private var numbers: [Int: Int] = [:]
    private var familyNumbers: Set<Int> = []

    /// Gathers the counterparts among the sections of `findings`. O(sections + pairs + places of the findings).
    init(of findings: [Finding], in input: LintInput) {
        self.input = input
        let sections = Set(findings.flatMap(\.sections)).sorted()
        let unique = Self.uniqueHeadings(of: sections, in: input)
        var sets = UnionFind(count: sections.count)
        var firsts: [Name: Int] = [:]
        for (place, section) in sections.enumerated() {
            for name in names(of: section, unique: unique) {
                if let first = firsts[name] { sets.unite(first, place) } else { firsts[name] = place }
            }
        }
        let places = Dictionary(uniqueKeysWithValues: sections.enumerated().map { ($1, $0) })
        if !sections.isEmpty {
            for pair in input.analysis.pairs.betweenRows {
                guard let a = places[pair.a], let b = places[pair.b], areOnOnePage(pair.a, pair.b) else {
                    continue
                }
                sets.unite(a, b)
            }
        }
        for (place, section) in sections.enumerated() {
            let number = sections[sets.root(of: place)]
            numbers[section] = number
            if input.relations.pageFamily(of: section) != nil { familyNumbers.insert(number) }
        }
    }

    /// Whether two sections stand on pages that are the same page in each of two trees.
    private func areOnOnePage(_ a: Int, _ b: Int) -> Bool {
        input.relations.parallel.areParallel(a, b) && ownPage(of: a) == ownPage(of: b)
    }

    /// What names a section and its counterparts: one of them.
    func number(of section: Int) -> Int { numbers[section] ?? section }

    /// Whether a section or a counterpart of it stands on a page of a family.
    func isOnPageOfAFamily(_ section: Int) -> Bool { familyNumbers.contains(number(of: section)) }

    /// The page of a section, and with headings the section itself, as their counterparts in other trees are called; of a family's
    /// pages the first page and the section's own heading.
    func place(of section: Int, withHeadings: Bool) -> [String] {
        let page = page(of: section)
        guard withHeadings else { return [page.name] }
        let headings = headings(of: section)
        return [page.name] + (page.isOfAFamily ? Array(headings.suffix(1)) : headings)
    }

    /// The page of a section; of a family's pages the first, which stands for all.
    private func page(of section: Int) -> Page {
        guard let family = input.relations.pageFamily(of: section) else { return ownPage(of: section) }
        let first = input.relations.pageFamilies.all[family].pages[0]
        return Page(name: name(of: input.path(ofDocument: first), section), isOfAFamily: true)
    }

    private func ownPage(of section: Int) -> Page {
        Page(name: name(of: input.path(of: section), section), isOfAFamily: false)
    }

    private func name(of path: String, _ section: Int) -> String {
        let isInTree = input.relations.parallel.isInTree(section)
        return isInTree ? String(path.split(separator: "/").last ?? "") : path
    }

    private func headings(of section: Int) -> [String] {
        input.analysis.sections[section].headingPath.map(HeadingIdentity.folded)
    }

    /// The names of a section on its own page, and on the family's: pages that are a family in one tree may be none in another.
    private func names(of section: Int, unique: Set<Heading>) -> [Name] {
        let headings = headings(of: section)
        let own = Heading(
            document: input.analysis.sections[section].document, heading: headings.last ?? "")
        let (ownPage, page) = (ownPage(of: section), page(of: section))
        let pages = page == ownPage ? [page] : [ownPage, page]
        var names = pages.map { Name.headings($0, $0.isOfAFamily ? [own.heading] : headings) }
        if unique.contains(own) { names.append(.heading(ownPage, own.heading)) }
        if let cluster = input.relations.clusterOfSection[section] {
            names += pages.map { .cluster($0, cluster) }
        }
        return names
    }

    /// The headings that one section alone has in its document, of the documents of `sections`.
    private static func uniqueHeadings(of sections: [Int], in input: LintInput) -> Set<Heading> {
        let documents = Set(sections.map { input.analysis.sections[$0].document })
        var counts: [Heading: Int] = [:]
        for section in input.analysis.sections where documents.contains(section.document) {
            guard !section.heading.isEmpty else { continue }
            let heading = Heading(
                document: section.document, heading: HeadingIdentity.folded(section.heading))
            counts[heading, default: 0] += 1
        }
        return Set(counts.filter { $0.value == 1 }.keys)
    }
}
