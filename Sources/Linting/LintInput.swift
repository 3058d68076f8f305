internal import Reading
public import Refrain
internal import Scheduling
internal import Splitting
internal import Vectorizing

/// What rules look at: an analysis, the settings, and what several rules need of both.
public struct LintInput: Sendable {
    /// The analysis.
    public let analysis: Analysis
    /// The settings.
    public let settings: LintSettings
    /// How sections stand to each other.
    let relations: SectionRelations
    /// The sections that repeat another in nearly the same words, by section.
    let repetitions: [Repetition]
    /// Entries of references that only differ in what they describe.
    let entryFamilies: [EntryFamily]
    /// For each section that repeats another in nearly the same words, the other.
    private let repeatedBy: [Int: Int]
    /// The sections of a family of sections or entries.
    private let familyMembers: Set<Int>
    /// The comments that suppress findings, by document and line.
    let suppressions: Suppressions
    /// The suppressions that other rules' findings have used: indexes in `suppressions`.
    var usedSuppressions: Set<Int> = []
    /// How many threads work.
    let threads: Int

    /// Gathers what rules need.
    ///
    /// - Parameters:
    ///   - baseline: the findings that are known: what it knows as pairs is no family.
    ///   - changes: the sections that findings must touch to count: of sections that say the same they are the copies; nil: any.
    ///   - threads: how many threads work; the findings do not depend on it.
    public init(
        _ analysis: Analysis, settings: LintSettings = .standard, baseline: Baseline = Baseline(),
        changes: ChangedSections? = nil, threads: Int = 1
    ) {
        self.analysis = analysis
        self.settings = settings
        self.threads = threads
        let workers = Workers(count: threads)
        let known = KnownFamilies(baseline)
        let relations = SectionRelations(
            analysis, trees: settings.parallel, known: known, changes: changes, workers: workers)
        self.relations = relations
        let found = RepetitionSearch.repetitions(in: analysis, relations, changes: changes, workers: workers)
        entryFamilies = EntryFamily.families(
            of: found.filter { $0.contradictions.isEmpty && !$0.isNearCopy }.map { ($0.section, $0.other) },
            in: analysis.sections
        ).filter { known.allows(relations.contents(of: $0.members)) }
        let entries = Set(entryFamilies.flatMap(\.members))
        repetitions = found.filter {
            !$0.contradictions.isEmpty || $0.isNearCopy || !entries.contains($0.section)
                || !EntryFamily.areEntries(analysis.sections[$0.section], analysis.sections[$0.other])
        }
        familyMembers = entries.union(relations.families.flatMap(\.members))
        repeatedBy = Dictionary(uniqueKeysWithValues: found.map { ($0.section, $0.other) })
        suppressions = Suppressions(in: analysis)
    }

    /// The place of a whole section.
    func place(of section: Int) -> FindingPlace {
        FindingPlace(
            section: section, startLine: analysis.sections[section].startLine,
            endLine: analysis.sections[section].endLine)
    }

    /// A finding about a section and others that it is compared with; it is known again by the content of all.
    func finding(
        of rule: any Rule, at section: Int, related: [Int] = [], _ evidence: Evidence
    ) -> Finding {
        let sections = [section] + related
        var finding = Finding(
            rule: rule.id, severity: rule.severity, place: place(of: section),
            related: related.map(place), evidence: evidence,
            identity: sections.map { relations.copies.ofSection[$0] })
        finding.content = sections.map { analysis.fingerprints[$0] }
        return finding
    }

    /// Whether two sections are found to repeat each other.
    func areRepetitions(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (relations.clusterOfSection[a], relations.clusterOfSection[b])
        return first != nil && first == second || repeatedBy[a] == b || repeatedBy[b] == a
            || relations.copies.areCopies(a, b)
    }

    /// Whether a section is one of a family, or stands on a page of one.
    func isOfAFamily(_ section: Int) -> Bool {
        familyMembers.contains(section) || relations.pageFamily(of: section) != nil
    }

    /// Whether two sections are entries of a reference, or stand on pages written to one template.
    func areOfAFamily(_ a: Int, _ b: Int) -> Bool {
        relations.areOnPagesOfAFamily(a, b)
            || EntryFamily.areEntries(analysis.sections[a], analysis.sections[b])
                && entryFamilies.contains { $0.members.contains(a) || $0.members.contains(b) }
    }

    /// The path of the document that a section stands in.
    func path(of section: Int) -> String { path(ofDocument: analysis.sections[section].document) }

    /// The path of a document.
    func path(ofDocument document: Int) -> String { analysis.documents[document].path }
}
