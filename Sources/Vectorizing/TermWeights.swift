internal import Foundation

/// The weights of n-grams by their counts and by the number of texts that hold them.
struct TermWeights: Sendable {
    private let termFrequency: TermFrequency
    private let usesInverseDocumentFrequency: Bool
    private let textCount: Int
    /// The term frequencies of small counts, which nearly all are.
    private let small: [Double]

    init(settings: VectorizerSettings, textCount: Int) {
        termFrequency = settings.termFrequency
        usesInverseDocumentFrequency = settings.usesInverseDocumentFrequency
        self.textCount = textCount
        let termFrequency = settings.termFrequency
        small = (0..<256).map { $0 == 0 ? 0 : termFrequency.weight(count: $0) }
    }

    /// The term frequency of an n-gram counted `count` ≥ 1 times.
    @inline(__always)
    func termFrequency(_ count: UInt32) -> Double {
        count < 256 ? small[Int(count)] : termFrequency.weight(count: count)
    }

    /// ln((1 + N)/(1 + df)) + 1, or 1 where it is not wanted.
    func inverseDocumentFrequency(_ frequency: UInt32) -> Double {
        usesInverseDocumentFrequency ? log(Double(1 + textCount) / Double(1 + frequency)) + 1 : 1
    }
}
