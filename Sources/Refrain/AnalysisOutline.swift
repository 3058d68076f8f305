public import Outlining
internal import Reading
internal import Splitting
internal import Vectorizing

extension Analysis {
    /// What one consolidated text would hold, by the standard settings of outlines.
    public var outline: Outline {
        do {
            return try outline(settings: .standard, threads: 1).outline
        } catch {
            preconditionFailure("without decisions there is no conflict: \(error)")
        }
    }

    /// What one consolidated text would hold, and what of `decisions` is about no section any more.
    ///
    /// - Parameters:
    ///   - settings: what decides the outline besides the analysis.
    ///   - decisions: what an editor has decided about sections.
    ///   - dates: for a section when its lines were changed last, in seconds since 1970; asked for by
    ///     `CanonicalRule.newest` only.
    /// - Throws: `DecisionConflict` where a decision cannot be obeyed.
    public func outline(
        settings: OutlineChoices, decisions: [Decision] = [], dates: [Int: Double] = [:], threads: Int
    ) throws(DecisionConflict) -> (outline: Outline, unmatched: [UnmatchedDecision]) {
        let analysisSettings = self.settings
        let facts = SectionFacts(
            fingerprints: fingerprints, dates: dates,
            pathRanks: settings.pathRanks(of: documents.map(\.path)),
            comparedText: { analysisSettings.comparedText(of: $0) })
        return try Outliner(
            settings: OutlineSettings(
                canonical: settings.canonical, themeThreshold: settings.themeThreshold,
                vectorizing: analysisSettings.vectorizing), threads: threads
        ).outline(of: sections, clusters: clusters, facts: facts, decisions: decisions)
    }
}
