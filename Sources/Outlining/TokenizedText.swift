/// A text's tokens, numbered so that equal tokens have equal numbers.
struct TokenizedText {
    /// The text.
    let text: String
    /// Its tokens.
    let tokens: [Token]
    /// The number of each token.
    let numbers: [Int32]
    /// The weight of each token.
    let weights: [Int32]
    /// The sum of the weights.
    let weight: Int
    /// Numbers and weights by rising number.
    private let sorted: [(number: Int32, weight: Int32)]

    /// Cuts `text` into tokens and numbers them by `numbering`.
    init(_ text: String, numbering: inout TokenNumbering) {
        self.init(text, tokens: Tokenizer.tokens(of: text), numbering: &numbering)
    }

    /// `text` with its lines as tokens.
    private init(linesOf text: String, numbering: inout TokenNumbering) {
        var tokens: [Token] = []
        var start = 0
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let range = start..<start + line.count
            if !line.isEmpty {
                tokens.append(Token(kind: .word, key: String(Substring(line)), unit: "", range: range))
            }
            start = range.upperBound + 1
        }
        self.init(text, tokens: tokens, numbering: &numbering)
    }

    private init(_ text: String, tokens: [Token], numbering: inout TokenNumbering) {
        self.text = text
        self.tokens = tokens
        numbers = tokens.map { numbering.number(of: $0.key) }
        weights = tokens.map { Int32($0.weight) }
        weight = weights.reduce(0) { $0 + Int($1) }
        sorted = zip(numbers, weights).map { (number: $0, weight: $1) }.sorted { $0.number < $1.number }
    }

    /// The text of the tokens `range`, verbatim, from the first to the last; empty for none.
    func words(_ range: Range<Int>) -> String {
        guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: first.range.lowerBound)
        return String(
            text[start..<utf8.index(start, offsetBy: last.range.upperBound - first.range.lowerBound)])
    }

    /// The weight that this text and `other` share, in order, as a share of each: 0…1.
    func overlap(with other: TokenizedText) -> Overlap {
        let (a, b, alignment) = aligned(with: other)
        let common = alignment.matches.reduce(0) { $0 + Int(a.weights[$1.0]) }
        return Overlap(common: common, first: a.weight, second: b.weight)
    }

    /// At least what `overlap` gives: what the two share in any order. O(tokens).
    func overlapBound(with other: TokenizedText) -> Overlap {
        var (i, j, common) = (0, 0, 0)
        while i < sorted.count, j < other.sorted.count {
            if sorted[i].number == other.sorted[j].number {
                common += Int(sorted[i].weight)
                (i, j) = (i + 1, j + 1)
            } else if sorted[i].number < other.sorted[j].number {
                i += 1
            } else {
                j += 1
            }
        }
        return Overlap(common: common, first: weight, second: other.weight)
    }

    /// The two texts and their alignment: by tokens, or by lines where these would be too many.
    func aligned(
        with other: TokenizedText
    ) -> (first: TokenizedText, second: TokenizedText, alignment: TokenAlignment) {
        let alignment = TokenAlignment(numbers, other.numbers, weights: weights)
        guard alignment.isCoarse else { return (self, other, alignment) }
        var numbering = TokenNumbering()
        let first = TokenizedText(linesOf: text, numbering: &numbering)
        let second = TokenizedText(linesOf: other.text, numbering: &numbering)
        return (first, second, TokenAlignment(first.numbers, second.numbers, weights: first.weights))
    }
}

/// How much two texts share.
struct Overlap {
    /// The weight that both hold.
    let common: Int
    /// The weight of each.
    let first: Int
    let second: Int

    /// The share of both texts together, 0…1; 0 for texts without weight.
    var ofBoth: Double { first + second == 0 ? 0 : 2 * Double(common) / Double(first + second) }
    /// The share of the first text, 0…1.
    var ofFirst: Double { first == 0 ? 0 : Double(common) / Double(first) }
    /// The share of the second text, 0…1.
    var ofSecond: Double { second == 0 ? 0 : Double(common) / Double(second) }
}

/// Gives tokens numbers, the same to the same.
struct TokenNumbering {
    private var numbers: [String: Int32] = [:]

    /// The number of the token with this key.
    mutating func number(of key: String) -> Int32 {
        if let number = numbers[key] { return number }
        let number = Int32(numbers.count)
        numbers[key] = number
        return number
    }
}
