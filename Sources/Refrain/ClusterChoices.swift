public import Deciding
public import Reading

/// What decides clusters besides what their sections say: decisions, preferred paths and when sections were changed.
public struct ClusterChoices: Sendable {
    /// Lines of a document that a section takes.
    public struct Place: Sendable {
        /// The index of the section.
        public let section: Int
        /// The path of its document.
        public let path: String
        /// The file that it was read from; nil for what was none.
        package let file: [UInt8]?
        /// Its lines, 1-based.
        public let lines: ClosedRange<Int>
    }

    /// For sections when their lines were changed last, in seconds since 1970; none where that is not known.
    public typealias Dates = @Sendable ([Place]) -> [Int: Double]

    let decisions: [Decision]
    /// Decisions that name their sections by their indexes.
    let sectionDecisions: [SectionDecision]
    let preferred: PreferredPaths?
    let dates: Dates

    /// Without decisions and preferences.
    public static let none = ClusterChoices(keepingApart: [])

    /// Compiles the preferred paths of `settings`.
    ///
    /// - Parameters:
    ///   - decisions: what an editor has decided.
    ///   - dates: asked for under `CanonicalRule.newest` only, for the sections of clusters.
    /// - Throws: `ReadingError.invalidGlob` for a preferred path that can never match.
    public init(
        _ settings: Settings, decisions: [Decision] = [], dates: @escaping Dates = { _ in [:] }
    ) throws(ReadingError) {
        self.decisions = decisions
        sectionDecisions = []
        preferred = try PreferredPaths(settings.preferredPaths, base: settings.preferredBase)
        self.dates = dates
    }

    /// Keeps sections apart that are known by their indexes; for documents that were made from others.
    package init(keepingApart decisions: [SectionDecision]) {
        self.decisions = []
        sectionDecisions = decisions
        preferred = nil
        dates = { _ in [:] }
    }

    /// For each document at `paths` its place among the preferred paths.
    func pathRanks(of paths: [String]) -> [Int: Int] {
        var ranks: [Int: Int] = [:]
        guard let preferred else { return ranks }
        for (index, path) in paths.enumerated() { ranks[index] = preferred.rank(of: path) }
        return ranks
    }
}
