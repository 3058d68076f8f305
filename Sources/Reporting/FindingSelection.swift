/// Which findings `lint` writes where a form holds more than those that count: JSON and SARIF do.
public enum FindingSelection: String, Sendable, CaseIterable {
    /// All; what does not count is marked.
    case all
    /// Those that count: for readers that know neither baselines nor suppressions, as GitHub's code scanning.
    case new
}
