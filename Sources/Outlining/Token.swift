/// A word, CJK character, amount or the like: what texts are aligned and compared by.
struct Token: Equatable {
    /// What a token is.
    enum Kind: Equatable {
        case word, ideograph, punctuation, number, version, date, url, negation
    }

    /// What it is.
    let kind: Kind
    /// The token as tokens are compared: without case and full-width forms, numbers as digits.
    let key: String
    /// Of an amount its unit as units are compared ("hour"), else empty.
    let unit: String
    /// The bytes that it takes of its text.
    let range: Range<Int>

    /// How much of the text it is: the characters of a word or amount, two for an ideograph, none for punctuation.
    var weight: Int {
        switch kind {
        case .punctuation: 0
        case .ideograph: 2
        default: max(1, range.count)
        }
    }
}
