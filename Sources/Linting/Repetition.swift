internal import Clustering
internal import Outlining
internal import Refrain
internal import Scheduling
internal import SimilarityJoin
internal import Splitting

/// A section that repeats another in nearly the same words.
struct Repetition: Sendable {
    /// The section that should change.
    let section: Int
    /// The one that it is to be compared with.
    let other: Int
    /// How alike the two are, 0…1.
    let similarity: Double
    /// Where they disagree, in the order of the text; `first` is what `section` says.
    var contradictions: [Contradiction] = []
    /// Whether it is no pair, for the tokens that the two differ by.
    var isDemoted = false
    /// Whether the two say the same but for a word or two that have nothing to do with what they are about.
    var isNearCopy = false
}

/// Finds the sections that repeat another in nearly the same words: at most one repetition a section, and one for every pair on
/// one of its sides.
///
/// In a cluster every member but the canonical one repeats it, unless the two lie in parallel trees or are kept apart. Of two similar sections
/// for which the canonical one does not say it, because they are in no common cluster or both parallel to it, the later one
/// repeats the earlier, unless one of them repeats another already. Where it is asked what changed, a changed section repeats the
/// other. Families are left to their rule, copies word for word
/// to theirs.
///
/// A pair that only its numbers, names or negations keep below the threshold counts where both sections have the same
/// heading and contradict each other: that is how copies drift apart. With other headings they are about other things.
struct RepetitionSearch {
    private let analysis: Analysis
    private let relations: SectionRelations
    private var found: [Int: Repetition] = [:]
    /// The members of clusters that are not to be compared with their canonical one.
    private var apart: Set<Int> = []

    /// All repetitions in `analysis`, by section. O(pairs + blocks of the sections found · log).
    ///
    /// - Parameter changes: the sections that were changed; nil where nobody asks.
    static func repetitions(
        in analysis: Analysis, _ relations: SectionRelations, changes: ChangedSections? = nil,
        workers: Workers
    ) -> [Repetition] {
        var search = RepetitionSearch(analysis: analysis, relations: relations)
        search.searchClusters()
        search.searchSharedTexts()
        search.searchPairs()
        search.searchDemotedPairs()
        if let changes { search.turnToChanged(changes) }
        let sections = analysis.sections
        let repetitions = search.found.values.filter {
            sections[$0.section].isSaying && sections[$0.other].isSaying
        }.sorted { $0.section < $1.section }
        let compared = workers.map(repetitions.count) { index in
            var repetition = repetitions[index]
            let (section, other) = (sections[repetition.section], sections[repetition.other])
            repetition.contradictions = Contradiction.between(section, other).filter {
                !relations.pageNumbers.explain($0, section, other)
                    && !relations.pageWords.explain($0, section, other)
                    && !PageAddresses.explain($0, section, other)
            }
            let isOfAFamily =
                relations.areOnPagesOfAFamily(repetition.section, repetition.other)
                || EntryFamily.areEntries(section, other)
            if isOfAFamily, repetition.contradictions.isEmpty, !repetition.isDemoted {
                repetition.isNearCopy = relations.areNearCopies(
                    repetition.section, repetition.other, sections)
            }
            return repetition
        }
        // What pages of a family say differently, and not for what they are about, is told all the same.
        return compared.filter {
            !$0.contradictions.isEmpty
                || !$0.isDemoted && ($0.isNearCopy || !relations.areOnPagesOfAFamily($0.section, $0.other))
        }
    }

    private init(analysis: Analysis, relations: SectionRelations) {
        (self.analysis, self.relations) = (analysis, relations)
    }

    private mutating func searchClusters() {
        for (index, cluster) in analysis.clusters.enumerated() where !relations.isFamily(cluster: index) {
            let canonical = relations.originals[cluster.canonical] ?? cluster.canonical
            for (member, similarity) in zip(cluster.members, cluster.similarities)
            where member != canonical && relations.originals[member] == nil {
                if !relations.areComparable(member, canonical) {
                    apart.insert(member)
                } else {
                    found[member] = Repetition(section: member, other: canonical, similarity: similarity)
                }
            }
        }
    }

    /// Sections of the same words of which a reader reaches different things: each is compared with the first.
    private mutating func searchSharedTexts() {
        for shared in analysis.pairs.sharing {
            let distinct = shared.filter { relations.originals[$0] == nil }
            for section in distinct.dropFirst() where isOpen(distinct[0], section) {
                add(distinct[0], section, similarity: 1, isDemoted: false)
            }
        }
    }

    /// Pairs fall in similarity: the first that makes a section repeat another is its best. What is nearly a copy of a member is no
    /// part of its family.
    private mutating func searchPairs() {
        let copies = relations.families.reduce(into: [:]) { $0.merge($1.copies) { first, _ in first } }
        for pair in analysis.pairs.betweenRows
        where isOpen(pair.a, pair.b) || copies[pair.b] == pair.a || copies[pair.a] == pair.b {
            add(pair.a, pair.b, similarity: pair.similarity, isDemoted: false)
        }
    }

    private mutating func searchDemotedPairs() {
        for (first, second, similarity) in analysis.demotedPairs.ofRows
        where haveSameHeading(first, second) {
            let (a, b) = (original(first[0]), original(second[0]))
            add(min(a, b), max(a, b), similarity: similarity, isDemoted: true)
        }
    }

    /// The section of which another is a copy, or itself.
    private func original(_ section: Int) -> Int { relations.originals[section] ?? section }

    /// Lets a changed section repeat the other where it was the other way round: whoever changed it looks there, and a pull request
    /// shows nothing else. Where several repeat it, it repeats the most similar, of equal ones the first.
    private mutating func turnToChanged(_ changes: ChangedSections) {
        let told = found.values.filter { changes.contains($0.other) && !changes.contains($0.section) }
            .sorted { ($1.similarity, $0.section) < ($0.similarity, $1.section) }
        for repetition in told where found[repetition.other] == nil {
            found[repetition.section] = nil
            found[repetition.other] = Repetition(
                section: repetition.other, other: repetition.section, similarity: repetition.similarity,
                isDemoted: repetition.isDemoted)
        }
    }

    /// Adds that two sections repeat each other, at the later one where it repeats none yet, unless one of them is told of already.
    private mutating func add(_ a: Int, _ b: Int, similarity: Double, isDemoted: Bool) {
        guard !isTold(a, beside: b), !isTold(b, beside: a), relations.areComparable(a, b) else { return }
        let (section, other) = found[b] == nil ? (b, a) : (a, b)
        guard found[section] == nil else { return }
        found[section] = Repetition(
            section: section, other: other, similarity: similarity, isDemoted: isDemoted)
    }

    /// Whether a section repeats another already, in a way that is told. What pages of a family repeat of each other is not, and
    /// does not stand for what a page outside it repeats.
    private func isTold(_ section: Int, beside other: Int) -> Bool {
        if relations.originals[section] != nil { return true }
        guard let known = found[section] else { return false }
        return relations.areOnPagesOfAFamily(section, other)
            || !relations.areOnPagesOfAFamily(section, known.other)
    }

    /// Whether one of the first equal texts and one of the second are called the same; in one document under the same parent, too:
    /// there a heading such as "Example" stands under many.
    private func haveSameHeading(_ first: [Int], _ second: [Int]) -> Bool {
        let sections = analysis.sections
        return first.contains { a in second.contains { haveSameHeading(sections[a], sections[$0]) } }
    }

    private func haveSameHeading(_ a: Section, _ b: Section) -> Bool {
        !a.heading.isEmpty && HeadingIdentity.folded(a.heading) == HeadingIdentity.folded(b.heading)
            && (a.document != b.document || a.headingPath.dropLast() == b.headingPath.dropLast())
    }

    /// Whether no canonical section stands for what two similar ones have in common.
    private func isOpen(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (relations.clusterOfSection[a], relations.clusterOfSection[b])
        return first == nil || first != second || apart.contains(a) && apart.contains(b)
    }
}
