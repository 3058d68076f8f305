public import Refrain

/// Something that can be wrong with a body of documents, and how to find it.
///
/// A rule's documentation has fixed headings: What it finds, Why it matters, Known limits, Example, Settings.
public protocol Rule: Sendable {
    /// The id that findings carry, in kebab case; it reads well after "allow".
    var id: String { get }
    /// What the rule finds, in one line.
    var summary: String { get }
    /// How much its findings matter.
    var severity: Severity { get }
    /// What is wrong, at most one finding a section, by section.
    func findings(in analysis: Analysis) -> [Finding]
}
