internal import Clustering
internal import Outlining
internal import Reading
internal import Refrain
internal import SimilarityJoin
internal import Splitting

/// Pages of one folder that are written to one template: an upgrade guide for each version, a page for each command.
struct PageFamily: Sendable {
    /// The pages, four or more: indexes of documents, rising.
    let pages: [Int]
    /// What the first pages' titles have in the slot in which they differ, at most three, verbatim.
    let slotValues: [String]
}

/// Finds families of pages.
///
/// Two pages of a folder belong together where at least half of the sections of the smaller one, two or more, have a similar section
/// in the other; a fifth will do where their titles are the same but for numbers. So do pages that belong to a third. They are a
/// family where their titles are written to one template, too: copies of a page keep its title.
struct PageFamilies: Sendable {
    /// The families, by their first page.
    let all: [PageFamily]
    private let familyOfPage: [Int: Int]

    private static let fewestPages = 4
    /// Of pages whose titles are the same but for numbers.
    private static let fewestNumberedPages = 3
    private static let fewestSections = 2
    private static let leastShare = 0.5
    private static let leastShareOfNumberedPages = 0.2
    /// So much of the shortest title stands in all.
    private static let leastCommonTitle = 0.3
    /// A text that stands on more pages of a folder is compared with so many following ones, so that the work is linear.
    private static let mostNeighbours = 32

    /// The families of `analysis`. O(sections + pairs).
    ///
    /// - Parameter allows: whether pages with these sections may be a family.
    init(_ analysis: Analysis, parallel: ParallelMembership, allows: ([Int]) -> Bool) {
        let pages = Pages(analysis)
        var links = PageLinks(pages: pages, parallel: parallel)
        for cluster in analysis.clusters {
            links.add(group: cluster.members, neighbours: Self.mostNeighbours)
        }
        for pair in analysis.pairs.betweenRows { links.add(pair.a, pair.b) }
        for pair in analysis.demotedPairs { links.add(pair.a, pair.b) }
        links.addCommonClusters(analysis.clusterOfSection)
        let shapes = pages.titles.map(Self.shape(of:))
        var sets = UnionFind(count: analysis.documents.count)
        for (key, sections) in links.sections {
            let areNumbered =
                shapes[key.first] == shapes[key.second] && pages.titles[key.first] != pages.titles[key.second]
            let least =
                Double(min(pages.sectionCounts[key.first], pages.sectionCounts[key.second]))
                * (areNumbered ? Self.leastShareOfNumberedPages : Self.leastShare)
            let shared = min(sections.ofFirst.count, sections.ofSecond.count)
            if shared >= Self.fewestSections, Double(shared) >= least { sets.unite(key.first, key.second) }
        }
        let found = sets.sets().flatMap { Self.families(of: $0, titles: pages.titles, shapes: shapes) }
        let sectionsOfPage =
            found.isEmpty
            ? [:] : Dictionary(grouping: analysis.sections.indices) { pages.documentOfSection[$0] }
        all = found.filter { allows($0.pages.flatMap { sectionsOfPage[$0] ?? [] }) }.sorted {
            $0.pages[0] < $1.pages[0]
        }
        familyOfPage = Dictionary(
            uniqueKeysWithValues: all.enumerated().flatMap { index, family in family.pages.map { ($0, index) }
            })
    }

    /// The family of a document: its place in `all`; nil for none.
    func family(ofDocument document: Int) -> Int? { familyOfPage[document] }

    /// The families among pages that belong together: those whose titles are the same but for numbers, and the rest, if it is one.
    private static func families(of pages: [Int], titles: [String], shapes: [String]) -> [PageFamily] {
        guard pages.count >= fewestNumberedPages else { return [] }
        let byShape = Dictionary(grouping: pages) { shapes[$0] }.values
        let isNumbered = { (pages: [Int]) in pages.count >= fewestNumberedPages }
        let rest = byShape.filter { !isNumbered($0) }.flatMap { $0 }.sorted()
        return (byShape.filter(isNumbered) + (rest.count >= fewestPages ? [rest] : []))
            .compactMap { family(of: $0, titles: titles) }
    }

    /// A title without its numbers and versions.
    private static func shape(of title: String) -> String {
        title.replacing(/v?[0-9][0-9.]*/, with: "")
    }

    private static func family(of pages: [Int], titles: [String]) -> PageFamily? {
        let titles = pages.map { titles[$0] }
        // What pages are about may have a long name: the shortest title says how much of it is the template.
        guard let shortest = titles.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) else { return nil }
        let template = SectionTemplate(of: [shortest] + titles)
        guard template.commonShare >= leastCommonTitle,
            let values = template.slots.lazy.compactMap({ TemplateFamily.valuesOfSlot(Array($0.dropFirst())) }
            )
            .first
        else { return nil }
        return PageFamily(pages: pages, slotValues: values)
    }
}
