/// What is counted in a text, and how the counts are weighted.
public struct VectorizerSettings: Sendable, Equatable {
    /// The lengths of the n-grams, in Unicode scalars; at least 1.
    public let ngramRange: ClosedRange<Int>
    /// How counts become term frequencies.
    public let termFrequency: TermFrequency
    /// Whether term frequencies are multiplied by the inverse document frequency ln((1+N)/(1+df)) + 1.
    public let usesInverseDocumentFrequency: Bool
    /// What happens to a text before its n-grams are taken.
    public let normalization: TextNormalization

    /// The longest n-gram that can be asked for. Longer ones only repeat what these say, and cost as much again
    /// for each length.
    public static let longestNGram = 16

    /// Makes settings; the defaults are those of the program, chosen by measure: see Reports/Quality. n-gram
    /// lengths must lie in `1 ... longestNGram`.
    public init(
        ngramRange: ClosedRange<Int> = 3...5, termFrequency: TermFrequency = .binary,
        usesInverseDocumentFrequency: Bool = true, normalization: TextNormalization = .unicode
    ) {
        precondition(ngramRange.lowerBound >= 1 && ngramRange.upperBound <= Self.longestNGram)
        self.ngramRange = ngramRange
        self.termFrequency = termFrequency
        self.usesInverseDocumentFrequency = usesInverseDocumentFrequency
        self.normalization = normalization
    }
}
