/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable {
    /// The change should not go in like this.
    case error
    /// Somebody should look at it.
    case warning
    /// Good to know.
    case note
}

/// A fault that a rule found in one section.
public struct Finding: Sendable, Equatable {
    /// The rule's id.
    public let rule: String
    /// How much it matters.
    public let severity: Severity
    /// The section that should change: an index in the analysis.
    public let section: Int
    /// The section that it repeats: an index in the analysis.
    public let related: Int
    /// The cosine of the two, 0…1; where one stands for word-for-word copies, it can be that of a copy.
    public let similarity: Double

    /// Makes a finding.
    public init(rule: String, severity: Severity, section: Int, related: Int, similarity: Double) {
        self.rule = rule
        self.severity = severity
        self.section = section
        self.related = related
        self.similarity = similarity
    }
}
