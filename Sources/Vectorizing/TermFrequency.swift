internal import Foundation

/// How the number of times an n-gram stands in a text becomes its term frequency.
public enum TermFrequency: String, Sendable, CaseIterable {
    /// 1 + ln(count): the tenth repetition says less than the first.
    case sublinear
    /// 1 for every n-gram that stands in the text.
    case binary
    /// The count itself.
    case raw

    /// The term frequency of an n-gram counted `count` ≥ 1 times.
    func weight(count: UInt32) -> Double {
        switch self {
        case .sublinear: 1 + log(Double(count))
        case .binary: 1
        case .raw: Double(count)
        }
    }
}
