/// A decision with the sections that it is about.
public struct SectionDecision: Sendable, Equatable {
    /// What is decided.
    public let verb: Decision.Verb
    /// The line of the decisions file, 1-based.
    public let line: Int
    /// For each fingerprint of the decision the indexes of the sections that have it, rising; none where no section has it.
    public let groups: [[Int]]

    /// Makes a decision.
    public init(verb: Decision.Verb, line: Int, groups: [[Int]]) {
        self.verb = verb
        self.line = line
        self.groups = groups
    }

    /// All its sections, each once, rising.
    public var sections: [Int] { Set(groups.joined()).sorted() }

    /// What `keepApart` keeps apart from each other: the sections of each fingerprint, and those of one that is named twice
    /// each by itself.
    package var unitsKeptApart: [[Int]] {
        var (order, counts): ([[Int]], [[Int]: Int]) = ([], [:])
        for group in groups where !group.isEmpty {
            if counts[group] == nil { order.append(group) }
            counts[group, default: 0] += 1
        }
        return order.flatMap { group in counts[group] == 1 ? [group] : group.map { [$0] } }
    }

    /// Finds the sections of `decisions` by their `fingerprints`, and what no section has. O(sections log sections).
    ///
    /// - Throws: `DecisionConflict.ambiguous`.
    public static func resolved(
        _ decisions: [Decision], fingerprints: [String]
    ) throws(DecisionConflict) -> (decisions: [SectionDecision], unmatched: [UnmatchedDecision]) {
        let sorted =
            decisions.isEmpty
            ? [] : fingerprints.enumerated().map { ($0.element, $0.offset) }.sorted { $0 < $1 }
        var resolved: [SectionDecision] = []
        var unmatched: [UnmatchedDecision] = []
        for decision in decisions {
            var groups: [[Int]] = []
            for prefix in decision.sections {
                let found = found(prefix.digits, in: sorted)
                if Set(found.map(\.0)).count > 1 { throw .ambiguous(prefix, line: decision.line) }
                if found.isEmpty { unmatched.append(UnmatchedDecision(section: prefix, line: decision.line)) }
                groups.append(found.map(\.1))
            }
            resolved.append(SectionDecision(verb: decision.verb, line: decision.line, groups: groups))
        }
        return (resolved, unmatched)
    }

    private static func found(_ digits: String, in sorted: [(String, Int)]) -> ArraySlice<(String, Int)> {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].0 < digits { low = middle + 1 } else { high = middle }
        }
        return sorted[low...].prefix { $0.0.hasPrefix(digits) }
    }
}
