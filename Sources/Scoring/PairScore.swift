internal import SimilarityJoin

/// What the similarity of two sections is made of.
///
///     similarity = cosine · length factor · (1 − penalty)
///
/// None of it depends on a threshold: a pair has the same score and the same verdict in every run over the same documents.
public struct PairScore: Sendable, Equatable {
    /// The cosine of the rows, 0…1.
    public let cosine: Double
    /// What lengths leave of it, 0…1.
    public let lengthFactor: Double
    /// What the tokens take that make the sections differ in what they are about, 0…0.5.
    public let penalty: Double

    /// What is this similar says the same: the threshold where the settings name none. Chosen by measure: see Reports/Quality.
    public static let alike = 0.6

    /// Makes a score.
    public init(cosine: Double, lengthFactor: Double = 1, penalty: Double = 0) {
        self.cosine = cosine
        self.lengthFactor = lengthFactor
        self.penalty = penalty
    }

    /// What the similarity would be but for the tokens, 0…1.
    public var withoutPenalty: Double { cosine * lengthFactor }

    /// The similarity, 0…1: the number in every report.
    public var similarity: Double { withoutPenalty * (1 - penalty) }

    /// Whether the sections are about the same. They are not where they would be alike but for their tokens.
    public var verdict: Verdict {
        if penalty == 0 { return .same }
        let least = Self.alike - JoinSettings.tolerance
        return withoutPenalty >= least && similarity < least ? .parted : .marked
    }

    /// The similarity that clusters are made by: that of sections about different things is 0, so that a third section which
    /// is like both does not bring them together.
    public var linkage: Double { verdict == .parted ? 0 : similarity }
}

/// Whether two sections that share their wording are about the same thing.
public enum Verdict: Sendable {
    /// No token says otherwise.
    case same
    /// Some tokens do: a reader should look at them.
    case marked
    /// Tokens say that they are about different things.
    case parted
}
