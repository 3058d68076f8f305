internal import Vectorizing

/// A comment in a document that suppresses findings of one rule.
struct Suppression: Sendable, Equatable {
    /// The rule as the comment names it: an id, "all", or a word that is neither.
    let rule: String
    /// Why, as the comment says; nil where it does not.
    let reason: String?
    /// The section that the comment stands in: an index in the analysis.
    let section: Int
    /// The comment's line, 1-based.
    let line: Int
    /// The sections whose findings it suppresses: indexes in the analysis.
    let sections: Range<Int>
    /// What is missing where the comment begins or ends a stretch that nothing ends or begins.
    var isUnpaired = false
    /// Whether it only ends a stretch.
    var isEnd = false

    /// What stands for all rules.
    static let allRules = "all"

    /// Whether it is about findings of `rule` in one of `sections`.
    func isAbout(_ rule: String, in sections: [Int]) -> Bool {
        !isEnd && (self.rule == rule || self.rule == Self.allRules)
            && sections.contains { self.sections.contains($0) }
    }

    /// Where the comment stands.
    var place: FindingPlace { FindingPlace(section: section, startLine: line, endLine: line) }

    /// The identity of a finding about the comment: what it says.
    var identity: Fingerprint { Fingerprint(of: "\(rule): \(reason ?? "")") }
}
