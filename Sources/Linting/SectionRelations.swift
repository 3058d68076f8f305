internal import Clustering
internal import Deciding
internal import Refrain
internal import Scheduling
internal import Splitting
internal import Vectorizing

/// How the sections of an analysis stand to each other, as several rules need it.
struct SectionRelations: Sendable {
    /// Where sections lie in parallel trees.
    let parallel: ParallelMembership
    /// Per section in a cluster the cluster's index.
    let clusterOfSection: [Int: Int]
    /// Which sections are copies of each other.
    let copies: CopyIdentities
    /// Per section that says word for word what another says, the first such; what was changed comes behind what was not.
    let originals: [Int: Int]
    /// The clusters whose sections fill the slots of one template, by cluster.
    let families: [TemplateFamily]
    /// The pages that are written to one template.
    let pageFamilies: PageFamilies
    /// The numbers that pages are about.
    let pageNumbers: PageNumbers
    /// The words that pages are about.
    let pageWords: PageWords
    private let fingerprints: [Fingerprint]
    private let documentOfSection: [Int]
    private let familyClusters: Set<Int>
    private let keptApart: KeptApart

    /// Gathers the relations. O(sections + tokens of clusters that may be families).
    ///
    /// - Parameters:
    ///   - known: which families a baseline allows.
    ///   - changes: the sections that were changed; nil where nobody asks.
    init(
        _ analysis: Analysis, trees: ParallelTrees, known: KnownFamilies, changes: ChangedSections? = nil,
        workers: Workers
    ) {
        parallel = trees.membership(in: analysis)
        keptApart = analysis.decisions.keptApart
        clusterOfSection = analysis.clusterOfSection
        let copies = CopyIdentities(analysis, workers: workers)
        self.copies = copies
        fingerprints = analysis.fingerprints
        originals = Self.originals(
            in: analysis, copies: copies, parallel: parallel, keptApart: keptApart, changes: changes)
        func allows(_ sections: [Int]) -> Bool {
            known.allows(Self.contents(of: sections, copies, analysis.fingerprints))
        }
        families = TemplateFamily.families(
            in: analysis, parallel: parallel, originals: originals, workers: workers
        ).filter { allows(analysis.clusters[$0.cluster].members) }
        pageFamilies = PageFamilies(analysis, parallel: parallel, allows: allows)
        pageNumbers = PageNumbers(analysis)
        pageWords = PageWords(analysis)
        documentOfSection = analysis.sections.map(\.document)
        familyClusters = Set(families.map(\.cluster))
    }

    /// Whether two sections are to be compared: they lie in no parallel trees, and no decision keeps them apart.
    func areComparable(_ a: Int, _ b: Int) -> Bool {
        !parallel.areParallel(a, b) && keptApart.line(a, b) == nil
    }

    /// The family of pages that a section's document is one of; nil for none.
    func pageFamily(of section: Int) -> Int? {
        pageFamilies.family(ofDocument: documentOfSection[section])
    }

    /// Whether two sections stand on two pages that are written to one template.
    func areOnPagesOfAFamily(_ a: Int, _ b: Int) -> Bool {
        guard documentOfSection[a] != documentOfSection[b], let family = pageFamily(of: a) else {
            return false
        }
        return family == pageFamily(of: b)
    }

    /// All that sections are known by in findings.
    func contents(of sections: [Int]) -> [Fingerprint] { Self.contents(of: sections, copies, fingerprints) }

    private static func contents(
        of sections: [Int], _ copies: CopyIdentities, _ fingerprints: [Fingerprint]
    ) -> [Fingerprint] {
        sections.flatMap { [fingerprints[$0], copies.ofSection[$0]] }
    }

    /// Whether the sections of a cluster are a family.
    func isFamily(cluster: Int) -> Bool { familyClusters.contains(cluster) }

    /// For each section with words of which another one before it is a copy that is neither parallel to it nor kept apart from
    /// it, the first such. A changed section comes behind all that were not changed: it is the copy, whatever its file is called.
    private static func originals(
        in analysis: Analysis, copies: CopyIdentities, parallel: ParallelMembership, keptApart: KeptApart,
        changes: ChangedSections?
    ) -> [Int: Int] {
        let isChanged = { (section: Int) in changes?.contains(section) ?? false }
        let order =
            analysis.sections.indices.filter { !isChanged($0) } + analysis.sections.indices.filter(isChanged)
        // Sections that lie in the same trees are parallel to the same others: one of them stands for all.
        var firsts: [Fingerprint: [Int]] = [:]
        var originals: [Int: Int] = [:]
        for index in order where analysis.sections[index].isSaying {
            let identity = copies.ofSection[index]
            let known = firsts[identity] ?? []
            if let original = known.first(where: {
                !parallel.areParallel($0, index) && keptApart.line($0, index) == nil
            }) {
                originals[index] = original
            }
            if !known.contains(where: { parallel.trees(of: $0) == parallel.trees(of: index) }) {
                firsts[identity, default: []].append(index)
            }
        }
        return originals
    }
}
