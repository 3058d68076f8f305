/// What an editor has decided about sections, by what they say: it holds wherever they move.
public struct Decision: Sendable, Equatable {
    /// What can be decided.
    public enum Verb: String, Sendable, CaseIterable {
        /// The sections say different things: none of them share a cluster.
        case keepApart = "keep-apart"
        /// The sections say the same thing: all share one cluster.
        case merge
        /// The section is the canonical one of its cluster.
        case canonical
    }

    /// What is decided.
    public let verb: Verb
    /// The sections: one for `canonical`, two or more else. One named twice in `keepApart` keeps its copies apart.
    public let sections: [FingerprintPrefix]
    /// The line of the decisions file, 1-based.
    public let line: Int

    /// Makes a decision.
    public init(verb: Verb, sections: [FingerprintPrefix], line: Int) {
        self.verb = verb
        self.sections = sections
        self.line = line
    }
}

/// The first digits of a section's fingerprint, enough to tell it from others.
public struct FingerprintPrefix: Sendable, Hashable {
    /// The digits: 8 to 32, hexadecimal, in lower case.
    public let digits: String

    /// The fewest digits that are taken: two of 100,000 sections share so many by chance once in a few runs, and that is
    /// said.
    public static let fewestDigits = 8

    /// Makes a prefix; nil where `text` is none. Upper case is taken for lower case.
    public init?(_ text: String) {
        let digits = text.lowercased()
        guard (Self.fewestDigits...32).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.digits = digits
    }
}

/// A decision that cannot be obeyed.
public enum DecisionConflict: Error, Sendable, Equatable {
    /// The digits begin the fingerprints of several sections that say different things.
    case ambiguous(FingerprintPrefix, line: Int)
    /// Two decisions make different sections canonical in one cluster.
    case twoCanonicals(line: Int, otherLine: Int)
    /// One decision merges what another keeps apart, by itself or through a third section.
    case mergedAndApart(line: Int, otherLine: Int)
}

/// A section that a decision names and that is not among those read: it was edited or removed.
public struct UnmatchedDecision: Sendable, Equatable {
    /// The digits that no section's fingerprint begins with.
    public let section: FingerprintPrefix
    /// The line of the decision, 1-based.
    public let line: Int

    /// Makes a note.
    public init(section: FingerprintPrefix, line: Int) {
        self.section = section
        self.line = line
    }
}
