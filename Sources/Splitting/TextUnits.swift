/// Text from documents, cut by its scalars.
///
/// Swift's own `split`, `hasPrefix`, `drop` and the like look at characters, which a combining mark makes one with the sign
/// before it, and which are equal where Unicode calls them equivalent. A sign that steers Markdown, HTML or a table does so
/// whatever stands beside it.
extension StringProtocol where SubSequence == Substring {
    private var whole: Substring { self[startIndex..<endIndex] }

    /// The lines, which end at line feeds, without their ends; an empty one behind a final line feed. O(n).
    package var lines: [Substring] {
        whole.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            Substring($0)
        }
    }

    /// What stands between runs of white space. O(n).
    package var words: [Substring] { parts(between: \.isSpace) }

    /// The words with one space between them, on one line. O(n).
    package var onOneLine: String { words.joined(separator: " ") }

    /// What stands between runs of scalars of which `isSeparator` holds. O(n).
    package func parts(between isSeparator: (Unicode.Scalar) -> Bool) -> [Substring] {
        whole.unicodeScalars.split(whereSeparator: isSeparator).map { Substring($0) }
    }

    /// Whether the text begins with exactly the bytes of `prefix`.
    package func begins(with prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

    /// The text without the scalars at its start of which `isDropped` holds.
    package func dropScalars(while isDropped: (Unicode.Scalar) -> Bool) -> Substring {
        Substring(whole.unicodeScalars.drop(while: isDropped))
    }

    /// The text without the scalars at its end of which `isDropped` holds.
    package func dropLastScalars(while isDropped: (Unicode.Scalar) -> Bool) -> Substring {
        let scalars = whole.unicodeScalars
        var end = endIndex
        while end > startIndex {
            let last = scalars.index(before: end)
            guard isDropped(scalars[last]) else { break }
            end = last
        }
        return self[startIndex..<end]
    }

    /// The scalars at its start of which `isTaken` holds.
    package func prefixOfScalars(while isTaken: (Unicode.Scalar) -> Bool) -> Substring {
        Substring(whole.unicodeScalars.prefix(while: isTaken))
    }
}

extension Unicode.Scalar {
    /// Whether it ends a line (UAX #14): LF, CR, VT, FF, NEL, the line and paragraph separators.
    package var isLineEnd: Bool {
        (0x0A...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
    }

    /// Whether it is white space, a line end included.
    package var isSpace: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    /// Whether it is a space or tab.
    package var isBlank: Bool { value == 0x20 || value == 0x09 }

    /// Whether it is one of the digits 0 to 9.
    package var isDigit: Bool { (0x30...0x39).contains(value) }
}
