/// What lint has to say: all findings, and what else a reader should know.
public struct LintReport: Sendable {
    /// All findings, by section, line and rule; those that don't count say why.
    public let findings: [Finding]
    /// How many findings touch no changed section and were left out.
    public let untouchedCount: Int
    /// How many findings say of another parallel tree, or of another page of a family, what one of `findings` says of the first.
    public let inOtherTreesCount: Int
    /// The entries of the baseline that are about nothing any more, with how often: something that they are about is gone.
    public let unmatchedBaseline: [Baseline.Entry]
    /// The entries of `parallel` that no document lies in a folder of.
    public let unusedParallel: [String]
    /// Which documents are one page to who reads it.
    package let pages: LintedPages
    /// The settings that decided it.
    public let settings: LintSettings

    /// The findings that count.
    public var new: [Finding] { findings.filter { $0.state == .new } }

    /// How many findings the baseline has.
    public var baselinedCount: Int { findings.count { $0.state == .baselined } }

    /// How many findings a comment suppresses.
    public var suppressedCount: Int {
        findings.count { if case .suppressed = $0.state { true } else { false } }
    }

    /// Whether a finding that counts is grave enough to fail the run.
    public var fails: Bool {
        guard let least = settings.failOn else { return false }
        return findings.contains { $0.state == .new && $0.severity >= least }
    }
}
