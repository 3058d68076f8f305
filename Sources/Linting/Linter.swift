public import Refrain
internal import Scheduling
internal import Splitting
internal import Vectorizing

/// Applies rules to an analysis: the run of lint on one page.
public struct Linter: Sendable {
    private let settings: LintSettings
    private let threads: Int

    /// Every rule there is, in the order of reports.
    public static let allRules: [any Rule] = [
        IdenticalSection(), DriftedCopy(), NearDuplicateSection(), ContainedSection(), ParallelTemplate(),
        DuplicateHeading(), RepeatedPhraseInHeading(), EmptySection(), UnusedSuppression(),
        UnexplainedSuppression(),
    ]

    /// The ids of all rules, in their order.
    public static let ruleIDs = allRules.map(\.id)

    /// Makes a linter.
    ///
    /// - Parameter threads: how many threads work; the report does not depend on it.
    public init(settings: LintSettings = .standard, threads: Int = 1) {
        self.settings = settings
        self.threads = threads
    }

    /// What is wrong in the documents of `analysis`.
    ///
    /// - Parameters:
    ///   - baseline: the findings that are known and don't count.
    ///   - changes: the sections that findings must touch to count; nil: any.
    public func report(
        on analysis: Analysis, baseline: Baseline = Baseline(), changes: ChangedSections? = nil
    ) -> LintReport {
        var input = LintInput(
            analysis, settings: settings, baseline: baseline, changes: changes, threads: threads)
        var findings = findings(of: settings.rules.filter { !$0.readsOtherFindings }, in: input)
        // Before the first of several trees stands for all: their comments are copied with them.
        input.usedSuppressions = Self.suppress(&findings, by: input.suppressions)
        let found = findings.count
        findings = ParallelFindings.firsts(of: findings, in: input)
        let inOtherTrees = found - findings.count
        var unused = self.findings(of: settings.rules.filter(\.readsOtherFindings), in: input)
        _ = Self.suppress(&unused, by: input.suppressions)
        findings = sorted(findings + unused, in: analysis)
        let unmatched = baseline.mark(
            &findings, changes: changes,
            counts: { Self.contentCounts(in: input) }
        ).filter { entry in
            // Nobody has looked whether findings of a rule that is left out are still there.
            !Self.ruleIDs.contains(entry.rule) || settings.rules.contains { $0.id == entry.rule }
        }
        let folded = FoldedCopies.firsts(of: findings, in: input, changes: changes)
        let touching = changes.map { $0.touching(folded) } ?? folded
        return LintReport(
            findings: touching, untouchedCount: folded.count - touching.count,
            inOtherTreesCount: inOtherTrees + findings.count - folded.count,
            unmatchedBaseline: unmatched,
            unusedParallel: input.relations.parallel.unusedSets.map { settings.parallel.sets[$0].text },
            pages: LintedPages(in: input), settings: settings)
    }

    /// How often each content stands in what was read: sections with their headings, and the texts that make copies.
    private static func contentCounts(in input: LintInput) -> [Fingerprint: Int] {
        let (fingerprints, copies) = (input.analysis.fingerprints, input.relations.copies.ofSection)
        let texts = zip(fingerprints, copies).compactMap { $0 == $1 ? nil : $1 }
        return Dictionary((fingerprints + texts).map { ($0, 1) }, uniquingKeysWith: +)
    }

    private func findings(of rules: [any Rule], in input: LintInput) -> [Finding] {
        Workers(count: threads).map(rules.count) { index in
            rules[index].findings(in: input).compactMap { finding in
                let path = input.path(of: finding.place.section)
                guard let severity = settings.severity(of: rules[index], path: path) else { return nil }
                var finding = finding
                finding.severity = severity
                return finding
            }
        }.flatMap { $0 }
    }

    /// Marks the findings that comments suppress, and returns the suppressions that did.
    private static func suppress(_ findings: inout [Finding], by suppressions: Suppressions) -> Set<Int> {
        var used: Set<Int> = []
        for place in findings.indices {
            let about = suppressions.indices(for: findings[place])
            guard let first = about.first else { continue }
            used.formUnion(about)
            findings[place].state = .suppressed(reason: suppressions.all[first].reason)
        }
        return used
    }

    /// By section, line and rule; those of one rule at one line by what they say.
    private func sorted(_ findings: [Finding], in analysis: Analysis) -> [Finding] {
        let order = Dictionary(uniqueKeysWithValues: Self.ruleIDs.enumerated().map { ($1, $0) })
        func key(_ finding: Finding) -> (Int, Int, Int, Int) {
            (
                finding.place.section, finding.place.startLine, order[finding.rule] ?? order.count,
                finding.related.first?.section ?? -1
            )
        }
        return findings.enumerated().sorted {
            let (a, b) = (key($0.element), key($1.element))
            return a == b ? $0.offset < $1.offset : a < b
        }.map(\.element)
    }
}
