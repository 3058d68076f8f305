internal import Reading
internal import Refrain
internal import Splitting

/// What is asked of documents when they are compared as pages.
struct Pages {
    let documentOfSection: [Int]
    let isSaying: [Bool]
    /// Per document how many of its sections say something.
    let sectionCounts: [Int]
    /// Per document its first heading, or its path where it has none.
    let titles: [String]
    /// Per document its folder; a document of records has none.
    let folders: [Substring?]

    init(_ analysis: Analysis) {
        documentOfSection = analysis.sections.map(\.document)
        isSaying = analysis.sections.map(\.isSaying)
        var counts = [Int](repeating: 0, count: analysis.documents.count)
        var titles = [String?](repeating: nil, count: analysis.documents.count)
        for (index, section) in analysis.sections.enumerated() {
            if isSaying[index] { counts[section.document] += 1 }
            if titles[section.document] == nil, !section.heading.isEmpty {
                titles[section.document] = section.heading
            }
        }
        sectionCounts = counts
        self.titles = zip(titles, analysis.documents).map { $0 ?? $1.path }
        folders = analysis.documents.map { document in
            document.records == nil
                ? document.path.dropLast(document.path.reversed().prefix { $0 != "/" }.count) : nil
        }
    }
}

/// Which sections two pages of one folder have in common.
struct PageLinks {
    struct Key: Hashable {
        let first: Int
        let second: Int
    }

    private let pages: Pages
    private let parallel: ParallelMembership
    /// Per two pages, the lower first, the sections of each that are similar to one of the other.
    private(set) var sections: [Key: (ofFirst: Set<Int>, ofSecond: Set<Int>)] = [:]

    init(pages: Pages, parallel: ParallelMembership) { (self.pages, self.parallel) = (pages, parallel) }

    /// Notes that two sections are similar, where they stand on two pages of a folder and in no two parallel trees.
    mutating func add(_ a: Int, _ b: Int) {
        let (first, second) = (pages.documentOfSection[a], pages.documentOfSection[b])
        guard first != second, let folder = pages.folders[first], folder == pages.folders[second],
            pages.isSaying[a], pages.isSaying[b], !parallel.areParallel(a, b)
        else { return }
        let (low, high) = first < second ? (a, b) : (b, a)
        let key = Key(first: min(first, second), second: max(first, second))
        sections[key, default: ([], [])].ofFirst.insert(low)
        sections[key, default: ([], [])].ofSecond.insert(high)
    }

    /// Notes what linked pages have in common besides: sections of one cluster, however far apart the pages are.
    /// O(linked pages · their sections).
    mutating func addCommonClusters(_ clusterOfSection: [Int: Int]) {
        var sectionsOfPage: [Int: [(section: Int, cluster: Int)]] = [:]
        for (section, cluster) in clusterOfSection where pages.isSaying[section] {
            sectionsOfPage[pages.documentOfSection[section], default: []].append((section, cluster))
        }
        for key in sections.keys {
            let (first, second) = (sectionsOfPage[key.first] ?? [], sectionsOfPage[key.second] ?? [])
            let common = Set(first.map(\.cluster)).intersection(second.map(\.cluster))
            guard !common.isEmpty else { continue }
            sections[key]?.ofFirst.formUnion(first.filter { common.contains($0.cluster) }.map(\.section))
            sections[key]?.ofSecond.formUnion(second.filter { common.contains($0.cluster) }.map(\.section))
        }
    }

    /// Notes that the sections of a cluster are similar, each with so many of those behind it in its folder.
    mutating func add(group: [Int], neighbours: Int) {
        let folders = Dictionary(grouping: group) { pages.folders[pages.documentOfSection[$0]] }
        for (folder, members) in folders where folder != nil {
            for (place, member) in members.enumerated() {
                for other in members[(place + 1)...].prefix(neighbours) { add(member, other) }
            }
        }
    }
}
