public import Vectorizing

/// A fault that a rule found, with its evidence; the wording stands in Reporting.
public struct Finding: Sendable, Equatable {
    /// The rule's id.
    public let rule: String
    /// How much it matters.
    public internal(set) var severity: Severity
    /// Where something should change.
    public let place: FindingPlace
    /// The other places that it is about, the first the one to compare with; empty for a fault of one place alone.
    public let related: [FindingPlace]
    /// What was found.
    public let evidence: Evidence
    /// What makes the finding the same finding in a later run: fingerprints of content, never lines or paths. That of
    /// `place` comes first.
    public let identity: [Fingerprint]
    /// Why it does not count, if it does not.
    public internal(set) var state: FindingState
    /// What else it was known by in an earlier run, where another tree, page or member of a family came first.
    var otherIdentities: [[Fingerprint]] = []
    /// The fingerprints of the sections that it is about, that of `place` first; those that it is known by, where none are given.
    var content: [Fingerprint]
    /// How many findings of the same identity it stands for, itself included.
    var count = 1
    /// The content of all sections of the family that it is about, in any order; empty for other findings.
    var members: [Fingerprint] = []
    /// The sections of the same findings in other trees and on other pages, for which it stands.
    var sectionsElsewhere: [Int] = []

    /// Makes a finding that counts.
    public init(
        rule: String, severity: Severity, place: FindingPlace, related: [FindingPlace] = [],
        evidence: Evidence, identity: [Fingerprint], state: FindingState = .new
    ) {
        self.rule = rule
        self.severity = severity
        self.place = place
        self.related = related
        self.evidence = evidence
        self.identity = identity
        content = identity
        self.state = state
    }

    /// The sections that the finding is about, its own first.
    public var sections: [Int] { ([place] + related).map(\.section) }

    /// The content of what it is about: of a family that of all places.
    var allContent: [Fingerprint] { members.isEmpty ? content : content + otherIdentities.flatMap { $0 } }

    /// All that it is known by besides its identity: where it stands for others, and in baselines that know each section by its
    /// heading and text.
    var furtherIdentities: [[Fingerprint]] { otherIdentities + (content == identity ? [] : [content]) }

    /// Lets it stand for a finding that is the same in another tree, or on another page of a family.
    mutating func standsAlso(for other: Finding) {
        otherIdentities += [other.identity] + other.otherIdentities
        sectionsElsewhere += other.sections + other.sectionsElsewhere
        members += other.members
    }

    /// Whether it, or a finding that it stands for, is about a section that changed.
    func touches(_ changes: ChangedSections) -> Bool {
        (sections + sectionsElsewhere).contains { changes.contains($0) }
    }
}

/// A place in a document.
public struct FindingPlace: Sendable, Equatable {
    /// The section: an index in the analysis.
    public let section: Int
    /// The first line, 1-based.
    public let startLine: Int
    /// The last line, 1-based and inclusive.
    public let endLine: Int
    /// The column of the first character in the first line, 1-based, in Unicode scalars.
    public let column: Int

    /// Makes a place.
    public init(section: Int, startLine: Int, endLine: Int, column: Int = 1) {
        self.section = section
        self.startLine = startLine
        self.endLine = endLine
        self.column = column
    }
}

/// Whether a finding counts.
public enum FindingState: Sendable, Equatable {
    /// It counts.
    case new
    /// The baseline has it.
    case baselined
    /// A comment in the text suppresses it, with this reason; nil where it gives none.
    case suppressed(reason: String?)
}
