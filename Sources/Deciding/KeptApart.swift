/// Which pairs of sections decisions keep apart.
public struct KeptApart: Sendable, Equatable {
    private struct Place: Equatable {
        let decision: Int
        let unit: Int
    }

    /// For each section that a decision keeps apart from others, its places in such decisions.
    private let places: [Int: [Place]]
    private let lines: [Int]

    /// Looks for what `decisions` keep apart.
    public init(_ decisions: [SectionDecision]) {
        var places: [Int: [Place]] = [:]
        for (index, decision) in decisions.enumerated() where decision.verb == .keepApart {
            for (number, unit) in decision.unitsKeptApart.enumerated() {
                for section in unit {
                    places[section, default: []].append(Place(decision: index, unit: number))
                }
            }
        }
        self.places = places
        lines = decisions.map(\.line)
    }

    /// Whether nothing is kept apart.
    public var isEmpty: Bool { places.isEmpty }

    /// The line of the first decision that keeps sections `a` and `b` apart; nil where none does.
    public func line(_ a: Int, _ b: Int) -> Int? {
        guard let first = places[a], let second = places[b] else { return nil }
        let found = first.first { place in
            second.contains { $0.decision == place.decision && $0.unit != place.unit }
        }
        return found.map { lines[$0.decision] }
    }
}
