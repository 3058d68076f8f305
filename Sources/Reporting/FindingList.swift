internal import Linting
internal import Refrain

/// The findings that count, as lines of a report for people.
struct FindingList {
    /// The lines, the gravest first.
    let groups: [FindingGroup]
    /// Whether there are too many to look through one by one: what to do stands at the end, once a rule.
    let isLong: Bool
    /// Whether lines about the same documents are put together, and say less.
    let isFolded: Bool

    private let pages: LintedPages
    private let analysis: Analysis

    /// So many lines are read in a minute, at one and a half seconds each.
    private static let mostLines = 40
    /// So wide a line of a folded list should be, as a wide terminal is. Most are wider: paths are long, what copies contradict each
    /// other in is said, and so are two further places at least.
    private static let mostColumns = 160

    /// Lists the findings of `report`, each by itself or grouped, and the groups of a long list folded. Near-linear in the findings.
    init(_ report: LintReport, of analysis: Analysis, isGrouped: Bool) {
        let groups = FindingGroup.groups(of: report.new, in: analysis, isGrouped: isGrouped)
        isLong = groups.count > DocumentFold.fewLines
        isFolded = isLong && isGrouped
        self.groups = isFolded ? Self.folded(groups, pages: report.pages, in: analysis) : groups
        pages = report.pages
        self.analysis = analysis
    }

    private static func folded(
        _ groups: [FindingGroup], pages: LintedPages, in analysis: Analysis
    ) -> [FindingGroup] {
        let folded = DocumentFold.folded(groups, to: .fewDocuments, pages: pages, in: analysis)
        return folded.count <= mostLines
            ? folded : DocumentFold.folded(groups, to: .all, pages: pages, in: analysis)
    }

    /// Where the first finding of a line is: "docs/a.md:12:1".
    func place(of group: FindingGroup) -> String {
        let place = group.findings[0].place
        return "\(analysis.place(of: place.section, line: place.startLine)):\(place.column)"
    }

    /// What is wrong in the findings of a line: one clause.
    func message(of group: FindingGroup) -> String {
        let first = group.findings[0]
        let around = "\(place(of: group)): \(first.severity.rawValue):  [\(first.rule)]"
        let form: MessageForm =
            isFolded ? .short(columns: Self.mostColumns - DisplayWidth.of(around)) : .full
        return FindingGroupWording(group: group, pages: pages, form: form, analysis: analysis).message
    }

    /// That lines stand for several findings, and how each is listed; nil where none does, or where a short list names each.
    var note: String? {
        let count = groups.reduce(0) { $0 + $1.findings.count }
        let leavesOut = groups.contains { $0.findings.count > 1 + FindingGroupWording.mostPlacesInFull }
        guard count > groups.count, isFolded || leavesOut else { return nil }
        return
            "\(Wording.count(groups.count, "line")) for \(count) findings; --ungrouped writes each by itself"
    }
}
