/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Good to know.
    case note
    /// Somebody should look at it.
    case warning
    /// The change should not go in like this.
    case error

    /// Orders by how much it matters, `note` the least.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
