internal import Vectorizing

/// Decisions with the sections that they are about.
struct DecidedSections {
    /// A decision, and the indexes of the sections with each of its fingerprints; none where a fingerprint matches
    /// nothing.
    struct Resolved {
        let verb: Decision.Verb
        let line: Int
        let groups: [[Int]]

        /// All its sections, rising.
        var sections: [Int] { Set(groups.flatMap { $0 }).sorted() }
    }

    /// The decisions, in the order of the file.
    let decisions: [Resolved]
    /// What they name and no section is.
    let unmatched: [UnmatchedDecision]

    /// Finds the sections of `decisions` by their `fingerprints`. O(sections log sections).
    ///
    /// - Throws: `DecisionConflict.ambiguous`.
    init(_ decisions: [Decision], fingerprints: [Fingerprint]) throws(DecisionConflict) {
        let sorted =
            decisions.isEmpty
            ? [] : fingerprints.enumerated().map { ($0.element.description, $0.offset) }.sorted { $0 < $1 }
        var resolved: [Resolved] = []
        var unmatched: [UnmatchedDecision] = []
        for decision in decisions {
            var groups: [[Int]] = []
            for prefix in decision.sections {
                let found = Self.found(prefix.digits, in: sorted)
                if Set(found.map(\.0)).count > 1 { throw .ambiguous(prefix, line: decision.line) }
                if found.isEmpty { unmatched.append(UnmatchedDecision(section: prefix, line: decision.line)) }
                groups.append(found.map(\.1))
            }
            resolved.append(Resolved(verb: decision.verb, line: decision.line, groups: groups))
        }
        self.decisions = resolved
        self.unmatched = unmatched
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
