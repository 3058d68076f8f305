public import Splitting
public import Vectorizing

/// What decides an outline besides sections and clusters.
public struct OutlineSettings: Sendable {
    /// The similarity at which themes are cut, above 0 and at most 1; nil: where the data says.
    public let themeThreshold: Double?
    /// How texts become rows when topics are compared.
    public let vectorizing: VectorizerSettings
    /// The text that stands for a section when topics are compared.
    public let comparedText: @Sendable (Section) -> String

    /// Makes settings.
    public init(
        themeThreshold: Double? = nil, vectorizing: VectorizerSettings = VectorizerSettings(),
        comparedText: @escaping @Sendable (Section) -> String = {
            "\($0.heading)\n\($0.text(includingCode: true))"
        }
    ) {
        self.themeThreshold = themeThreshold
        self.vectorizing = vectorizing
        self.comparedText = comparedText
    }
}
