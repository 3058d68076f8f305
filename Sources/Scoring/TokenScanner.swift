/// Cuts normalized text into the tokens that two texts are held against each other by.
///
/// A token is a Han character, or a run of other letters and digits, with the points between its digits: `v3.4`, `qlora`,
/// `8080`. All else parts tokens and is none.
enum TokenScanner {
    /// Calls `body` with the range and the kind of each token in `scalars`, in order. O(length).
    static func scan(_ scalars: [UInt32], _ body: (Range<Int>, TokenKind) -> Void) {
        var place = 0
        while place < scalars.count {
            let scalar = scalars[place]
            if isHan(scalar) {
                body(place..<place + 1, .word)
                place += 1
                continue
            }
            guard isWordPart(scalar) else {
                place += 1
                continue
            }
            let start = place
            var hasDigit = false
            while place < scalars.count, isInWord(scalars, at: place) {
                hasDigit = hasDigit || isDigit(scalars[place])
                place += 1
            }
            body(start..<place, hasDigit ? .number : .word)
        }
    }

    /// Whether the scalar at `place`, which stands behind a word's start, belongs to the word: a letter or digit, or a point
    /// before a digit.
    private static func isInWord(_ scalars: [UInt32], at place: Int) -> Bool {
        let scalar = scalars[place]
        if scalar == 0x2E { return place + 1 < scalars.count && isDigit(scalars[place + 1]) }
        return isWordPart(scalar) && !isHan(scalar)
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

    /// The CJK ideographs in use.
    static func isHan(_ scalar: UInt32) -> Bool {
        (scalar >= 0x3400 && scalar <= 0x9FFF) || (scalar >= 0x20000 && scalar <= 0x3FFFF)
    }

    private static func isWordPart(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return isDigit(scalar) || (scalar >= 0x61 && scalar <= 0x7A) || (scalar >= 0x41 && scalar <= 0x5A)
        }
        return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }
}

/// What a token is made of.
enum TokenKind: Sendable {
    /// Letters only.
    case word
    /// A number, a version, a name with digits in it.
    case number
}
