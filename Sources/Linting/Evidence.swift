public import Outlining

/// What a rule found: data for the message.
public enum Evidence: Sendable, Equatable {
    /// The section says word for word what the related one says.
    case identical
    /// The section and the related one are alike.
    case nearDuplicate(similarity: Double)
    /// The two are alike and disagree: what the section says, and what the related one says in its place, in the order of the
    /// section's text; never empty.
    case drifted(similarity: Double, contradictions: [Contradiction])
    /// This share of the section's points stands in the related one, 0…1.
    case contained(share: Double)
    /// The section is one of a family that differs only in slots: how many they are, and what some of them have in a slot.
    case template(count: Int, slotValues: [String])
    /// The section's page is one of a family that is written to one template: how many they are, and what some of their titles have
    /// in a slot.
    case pageTemplate(count: Int, slotValues: [String])
    /// The section is one of a reference's entries that read alike: how many they are, and what some are called.
    case entries(count: Int, headings: [String])
    /// The related section has the same heading.
    case sameHeading(heading: String)
    /// A heading or label joins a phrase with itself.
    case repeatedPhrase(phrase: String, isInLabel: Bool)
    /// There is nothing under the heading, or a placeholder only.
    case empty(placeholder: String?)
    /// A suppression suppresses nothing.
    case unusedSuppression(rule: String, isKnown: Bool, suggestion: String?)
    /// A suppression gives no reason.
    case unexplainedSuppression(rule: String)
    /// The end of a suppressed stretch has no beginning, or the other way round.
    case unpairedSuppression(isEnd: Bool)
}

extension Evidence {
    /// How alike the section and the related one are, 0…1, where that was measured.
    public var similarity: Double? {
        switch self {
        case .identical: 1
        case .nearDuplicate(let similarity), .drifted(let similarity, _): similarity
        default: nil
        }
    }
}
