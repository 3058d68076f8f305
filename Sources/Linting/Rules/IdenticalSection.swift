internal import Deciding
public import Refrain
internal import Splitting
internal import Vectorizing

/// Finds sections that say word for word what an earlier section says.
///
/// ## What it finds
/// A section whose heading and text equal those of another after Unicode normalization: mark-up, case, compatibility
/// forms, white space and the heading's numbering do not count. The first one in reading order is the original; each
/// further one is a finding, but where a decision keeps the copies apart.
///
/// ## Why it matters
/// Two copies of one text are two places to correct. Sooner or later one of them is forgotten.
///
/// ## Known limits
/// A section without words under its heading is never a finding, whatever its heading says. Images and the addresses of
/// links are not compared.
///
/// ## Example
/// `## Refunds` with the same paragraph in `billing.md` and in `faq.md`: the one in `faq.md` is a finding, to be
/// replaced by a link.
///
/// ## Settings
/// None.
public struct IdenticalSection: Rule {
    /// The rule's id.
    public let id = "identical-section"
    /// What the rule finds, in one line.
    public let summary = "a section that says word for word what an earlier section says"
    /// Errors: one of the two can always go.
    public let severity = Severity.error

    /// Makes the rule.
    public init() {}

    /// A finding for every section whose fingerprint an earlier one has.
    public func findings(in analysis: Analysis) -> [Finding] {
        var first: [Fingerprint: Int] = [:]
        var findings: [Finding] = []
        for (index, fingerprint) in analysis.fingerprints.enumerated() where analysis.sections[index].hasText
        {
            if let original = first[fingerprint] {
                if analysis.decisions.keptApart.line(original, index) != nil { continue }
                findings.append(
                    Finding(rule: id, severity: severity, section: index, related: original, similarity: 1))
            } else {
                first[fingerprint] = index
            }
        }
        return findings
    }
}
