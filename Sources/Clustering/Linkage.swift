/// How similar two groups of sections are, given how similar their members are.
public enum Linkage: String, Sendable, CaseIterable {
    /// The mean over all pairs between the groups (UPGMA): no chain of weak links joins two groups.
    case average
    /// The highest similarity of a pair between the groups: clusters are the connected components.
    case single
    /// The lowest similarity of a pair between the groups: every pair in a cluster reaches the threshold.
    case complete

    /// The similarity of the union of `a` and `b` to a third group, from theirs (G. Lance, W. Williams, 1967).
    func merged(_ a: Float, size sizeA: Int, _ b: Float, size sizeB: Int) -> Float {
        switch self {
        case .average:
            Float((Double(a) * Double(sizeA) + Double(b) * Double(sizeB)) / Double(sizeA + sizeB))
        case .single: max(a, b)
        case .complete: min(a, b)
        }
    }
}
