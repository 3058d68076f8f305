/// The tokens by which two sections differ, as multisets: what each has more often than the other.
struct TokenDifference {
    /// A token that one section has more often.
    struct Entry {
        let token: TokenIdentity
        /// How much more often.
        let count: Int
        /// How much more often in its headings; 0 where not.
        let headingCount: Int
        /// Whether its own heading and text have it more often, not only the headings above them.
        let isOwn: Bool
        /// How often the other section has it.
        let otherCount: Int
        /// What makes it discriminating.
        var reasons: Discrimination = []
    }

    /// What the first and the second section have more often, tokens rising.
    var sides: [[Entry]] = [[], []]
    /// How many tokens both have.
    let total: Int

    /// Holds `a` against `b`. O(distinct tokens of both).
    init(_ a: SectionTokens, _ b: SectionTokens) {
        total = a.total + b.total
        var (i, j) = (0, 0)
        while i < a.entries.count || j < b.entries.count {
            let first = i < a.entries.count ? a.entries[i] : nil
            let second = j < b.entries.count ? b.entries[j] : nil
            if let first, second == nil || first.token < second!.token {
                add(first, than: nil, side: 0)
                i += 1
            } else if let second, first == nil || second.token < first!.token {
                add(second, than: nil, side: 1)
                j += 1
            } else if let first, let second {
                add(first, than: second, side: 0)
                add(second, than: first, side: 1)
                (i, j) = (i + 1, j + 1)
            }
        }
    }

    private mutating func add(_ entry: SectionTokens.Entry, than other: SectionTokens.Entry?, side: Int) {
        let count = entry.count - (other?.count ?? 0)
        guard count > 0 else { return }
        sides[side].append(
            Entry(
                token: entry.token, count: count,
                headingCount: max(0, Int(entry.headingCount) - Int(other?.headingCount ?? 0)),
                isOwn: entry.ownCount > (other?.ownCount ?? 0), otherCount: other?.count ?? 0))
    }

    /// How many tokens differ.
    var count: Int { sides.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } } }

    /// How many of them have one of `reasons`.
    func count(with reasons: Discrimination) -> Int {
        sides.reduce(0) { $0 + $1.reduce(0) { $0 + ($1.reasons.isDisjoint(with: reasons) ? 0 : $1.count) } }
    }

    /// Whether both sides have a token of which `isIncluded` holds.
    func bothSides(_ isIncluded: (Entry) -> Bool) -> Bool {
        sides.allSatisfy { $0.contains(where: isIncluded) }
    }
}

/// What makes a token that differs discriminating.
struct Discrimination: OptionSet, Sendable {
    let rawValue: UInt8

    /// Its opposite stands on the other side, or it negates and the other side negates less.
    static let opposite = Discrimination(rawValue: 1)
    /// It has digits, and so has one on the other side.
    static let number = Discrimination(rawValue: 2)
    /// It is in the headings and in the text of one side only, as another is of the other.
    static let subject = Discrimination(rawValue: 4)
    /// The text of one side keeps naming it and that of the other never does, but names another.
    static let name = Discrimination(rawValue: 8)
}
