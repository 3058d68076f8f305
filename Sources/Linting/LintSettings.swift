internal import Reading
public import Refrain

/// What decides which findings there are, besides the analysis; checked.
public struct LintSettings: Sendable {
    /// The rules that are applied, in the order of reports.
    public let rules: [any Rule]
    /// The least severity that makes a run fail; nil: none does.
    public let failOn: Severity?
    /// How far the same heading counts.
    public let headingScope: HeadingScope
    /// Which trees say the same on purpose.
    let parallel: ParallelTrees
    /// What sets severities, in order: the last that is about a finding decides.
    private let severities: [SeverityEntry]
    /// Which rules don't count where.
    private let allowed: [RuleScope]

    /// How far the same heading counts.
    public enum HeadingScope: String, Sendable, CaseIterable {
        /// Under one parent in one document.
        case siblings
        /// In one document.
        case document
        /// Everywhere.
        case all
    }

    /// The standard settings.
    public static let standard: LintSettings = {
        do { return try LintSettings(TypedSettings()) } catch {
            preconditionFailure("standard values are valid: \(error)")
        }
    }()

    /// Checks what was typed.
    ///
    /// - Parameters:
    ///   - typed: the values as typed, checked by `Settings`.
    ///   - fileBase: as for `Settings`.
    /// - Throws: `LintSettingsError` for the first entry that is not what its setting takes.
    public init(_ typed: TypedSettings, fileBase: String = "") throws(LintSettingsError) {
        let reader = LintEntries(typed: typed, fileBase: fileBase)
        let selected = try reader.rules(.select)
        let ignored = try reader.rules(.ignore)
        let requiresReason = reader.flag(.requireReason)
        rules = Linter.allRules.filter { rule in
            let isWanted =
                selected.isEmpty
                ? rule.id != UnexplainedSuppression.id || requiresReason : selected.contains(rule.id)
            return isWanted && !ignored.contains(rule.id)
        }
        failOn = Severity(rawValue: typed[.failOn].values[0])
        headingScope = reader.word(.headingScope)
        severities = try reader.severities()
        allowed = try reader.allowed()
        parallel = try reader.parallelTrees()
    }

    /// How much a finding of `rule` in the document at `path` matters; nil: it does not count.
    func severity(of rule: any Rule, path: String) -> Severity? {
        if allowed.contains(where: { $0.contains(rule.id, path: path) }) { return nil }
        guard let entry = severities.last(where: { $0.scope.contains(rule.id, path: path) }) else {
            return rule.severity
        }
        return entry.severity
    }
}

/// A severity for a rule, or for all, in some paths or everywhere.
struct SeverityEntry: Sendable {
    let scope: RuleScope
    /// nil: off.
    let severity: Severity?
}

/// A rule, or all, in some paths or everywhere.
struct RuleScope: Sendable {
    /// nil: all rules.
    let rule: String?
    /// nil: everywhere.
    let paths: PreferredPaths?

    func contains(_ rule: String, path: String) -> Bool {
        (self.rule == nil || self.rule == rule) && (paths == nil || paths?.rank(of: path) != nil)
    }
}
