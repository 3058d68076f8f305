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
    /// What makes two sections counterparts: a page's number, and what they have in common on it.
    private enum Name: Hashable {
        case headings(Int, [String])
        case heading(Int, String)
        case cluster(Int, Int)
    }

    private struct Heading: Hashable {
        let document: Int
        let heading: String
    }

    private let input: LintInput
    private let pages: PageCounterparts
    private var headingsOfSection: [Int: [String]] = [:]
    private var numbers: [Int: Int] = [:]
    private var familyNumbers: Set<Int> = []

    /// Gathers the counterparts among the sections of `findings`. O(sections + pairs + places of the findings).
    init(of findings: [Finding], in input: LintInput) {
        self.input = input
        pages = PageCounterparts(in: input)
        let sections = Set(findings.flatMap(\.sections)).sorted()
        guard !sections.isEmpty else { return }
        var folding = HeadingFolding()
        for section in sections {
            headingsOfSection[section] = input.analysis.sections[section].headingPath.map {
                folding.folded($0)
            }
        }
        let unique = Self.uniqueHeadings(of: sections, in: input, &folding)
        var sets = UnionFind(count: sections.count)
        uniteByName(sections, unique: unique, in: &sets)
        uniteByPairs(sections, in: &sets)
        for (place, section) in sections.enumerated() {
            let number = sections[sets.root(of: place)]
            numbers[section] = number
            if input.relations.pageFamily(of: section) != nil { familyNumbers.insert(number) }
        }
    }

    /// What names a section and its counterparts: one of them.
    func number(of section: Int) -> Int { numbers[section] ?? section }

    /// Whether a section or a counterpart of it stands on a page of a family.
    func isOnPageOfAFamily(_ section: Int) -> Bool { familyNumbers.contains(number(of: section)) }

    /// The page of a section, and with headings the section itself, as their counterparts in other trees are called; of a family's
    /// pages the first page and the section's own heading.
    func place(of section: Int, withHeadings: Bool) -> [String] {
        let family = input.relations.pageFamily(of: section)
        let document =
            family.map { input.relations.pageFamilies.all[$0].pages[0] } ?? document(of: section)
        let headings = withHeadings ? headingsOfSection[section] ?? [] : []
        return [pages.nameOfDocument[document]] + (family == nil ? headings : Array(headings.suffix(1)))
    }

    private func document(of section: Int) -> Int { input.analysis.sections[section].document }

    private func uniteByName(_ sections: [Int], unique: Set<Heading>, in sets: inout UnionFind) {
        var firsts: [Name: Int] = [:]
        for (place, section) in sections.enumerated() {
            for name in names(of: section, unique: unique) {
                if let first = firsts[name] { sets.unite(first, place) } else { firsts[name] = place }
            }
        }
    }

    /// Sections of one page in two trees that are a pair.
    private func uniteByPairs(_ sections: [Int], in sets: inout UnionFind) {
        var places = [Int32](repeating: -1, count: input.analysis.sections.count)
        for (place, section) in sections.enumerated() { places[section] = Int32(place) }
        for pair in input.analysis.pairs.betweenRows {
            guard places[pair.a] >= 0, places[pair.b] >= 0,
                pages.ownPage[document(of: pair.a)] == pages.ownPage[document(of: pair.b)],
                input.relations.parallel.areParallel(pair.a, pair.b)
            else { continue }
            sets.unite(Int(places[pair.a]), Int(places[pair.b]))
        }
    }

    /// The names of a section on its own page, and on the family's: pages that are a family in one tree may be none in another.
    private func names(of section: Int, unique: Set<Heading>) -> [Name] {
        let document = document(of: section)
        let headings = headingsOfSection[section] ?? []
        let own = Heading(document: document, heading: headings.last ?? "")
        let (ownPage, page) = (pages.ownPage[document], pages.page[document])
        var names: [Name] = [.headings(ownPage, headings)]
        if page != ownPage { names.append(.headings(page, [own.heading])) }
        if unique.contains(own) { names.append(.heading(ownPage, own.heading)) }
        if let cluster = input.relations.clusterOfSection[section] {
            names.append(.cluster(ownPage, cluster))
            if page != ownPage { names.append(.cluster(page, cluster)) }
        }
        return names
    }

    /// The headings that one section alone has in its document, of the documents of `sections`.
    private static func uniqueHeadings(
        of sections: [Int], in input: LintInput, _ folding: inout HeadingFolding
    ) -> Set<Heading> {
        let documents = Set(sections.map { input.analysis.sections[$0].document })
        var counts: [Heading: Int] = [:]
        for section in input.analysis.sections where documents.contains(section.document) {
            guard !section.heading.isEmpty else { continue }
            counts[
                Heading(document: section.document, heading: folding.folded(section.heading)), default: 0] +=
                1
        }
        return Set(counts.filter { $0.value == 1 }.keys)
    }
}

/// Folds headings, each text once: trees repeat them.
private struct HeadingFolding {
    private var known: [String: String] = [:]

    mutating func folded(_ heading: String) -> String {
        if let folded = known[heading] { return folded }
        let folded = HeadingIdentity.folded(heading)
        known[heading] = folded
        return folded
    }
}
