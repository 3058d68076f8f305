/// A token as a number: two different ones share one with a probability of 2⁻³¹.
///
/// FNV-1a over the scalars (G. Fowler, L. Noll, K. Vo, 1991), its lowest bit set where the token has a digit.
struct TokenIdentity: Hashable, Comparable, Sendable {
    let value: UInt32

    init(_ scalars: some Sequence<UInt32>, kind: TokenKind) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for scalar in scalars { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
        hash ^= hash >> 29
        value = UInt32(truncatingIfNeeded: hash) & ~1 | (kind == .number ? 1 : 0)
    }

    /// Whether the token has a digit.
    var isNumber: Bool { value & 1 == 1 }

    static func < (a: TokenIdentity, b: TokenIdentity) -> Bool { a.value < b.value }
}

extension TokenIdentity {
    /// The identity of a word without digits, as it stands in normalized text.
    init(word: String) {
        self.init(word.unicodeScalars.map(\.value), kind: .word)
    }
}
