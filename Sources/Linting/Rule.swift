/// Something that can be wrong with a body of documents, and how to find it.
public protocol Rule: Sendable {
    /// The id that findings carry, in kebab case; it reads well after "allow".
    var id: String { get }
    /// What the rule finds, in one line.
    var summary: String { get }
    /// How much its findings matter where the settings don't say.
    var severity: Severity { get }
    /// The rule's page in the manual.
    var manual: RuleManual { get }
    /// Whether it looks at what the other rules have found, and comes after them.
    var readsOtherFindings: Bool { get }
    /// What is wrong, in any order; the same findings for the same input.
    func findings(in input: LintInput) -> [Finding]
}

extension Rule {
    /// Most rules look at the documents alone.
    public var readsOtherFindings: Bool { false }
}

/// A rule's page in the manual, in Markdown without headings.
public struct RuleManual: Sendable, Equatable {
    /// What it finds.
    public let finds: String
    /// Why it matters.
    public let matters: String
    /// Where it is wrong or silent.
    public let limits: String
    /// An example.
    public let example: String
    /// What sets it.
    public let settings: String
    /// What to do about a finding: one clause.
    public let remedy: String

    /// Makes a page.
    public init(
        finds: String, matters: String, limits: String, example: String, settings: String, remedy: String
    ) {
        self.finds = finds
        self.matters = matters
        self.limits = limits
        self.example = example
        self.settings = settings
        self.remedy = remedy
    }
}
