internal import CUnicode

/// What happens to a text before its n-grams are taken.
public enum TextNormalization: String, Sendable, CaseIterable {
    /// Unicode NFKC with case folding and without default-ignorable code points (the standard's NFKC_Casefold),
    /// then white space at both ends removed and every other run of it made one space.
    case unicode
    /// As scikit-learn's `TfidfVectorizer` does: lower-cased, and runs of two or more white-space characters
    /// made one space. A single line break stays a line break.
    case none

    /// The normalized text of `text`, for reading and comparing; `scalars(of:into:)` is the fast way.
    public func normalized(_ text: String) -> String {
        var buffer = ScalarBuffer()
        buffer.fill(text, normalization: self)
        var result = String.UnicodeScalarView()
        for scalar in buffer.scalars { result.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(result)
    }
}

/// A text as Unicode scalars after normalization, with its working memory, kept from one text to the next.
package struct ScalarBuffer {
    /// The scalars of the last text filled in.
    package private(set) var scalars: [UInt32] = []
    private var scratch: [UInt16] = []
    private var units: [UInt16] = []

    /// Makes an empty buffer.
    package init() {}

    /// Replaces the content by the normalized scalars of `text`. O(length), no allocation once grown.
    package mutating func fill(_ text: String, normalization: TextNormalization) {
        var text = text
        scalars.removeAll(keepingCapacity: true)
        text.withUTF8 { bytes in
            if bytes.allSatisfy({ $0 < 0x80 }) {
                // ASCII is its own NFKC form; folding and lower-casing agree on it.
                for byte in bytes {
                    scalars.append(UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte))
                }
            } else {
                transform(bytes, kind: normalization.transformKind)
            }
        }
        switch normalization {
        case .unicode: WhiteSpace.collapseAllRuns(&scalars)
        case .none: WhiteSpace.collapseLongRuns(&scalars)
        }
    }

    /// Runs ICU over `bytes` and decodes its UTF-16 into `scalars`, piece by piece, so that ICU's 32-bit lengths
    /// hold for any text and working memory stays small.
    private mutating func transform(_ bytes: UnsafeBufferPointer<UInt8>, kind: Int32) {
        var start = 0
        while start < bytes.count {
            let end = Self.pieceEnd(bytes, from: start)
            transformPiece(UnsafeBufferPointer(rebasing: bytes[start..<end]), kind: kind)
            start = end
        }
    }

    /// Where the piece that begins at `start` ends: after a line break, which no composition and no context of
    /// lower-casing reaches across; without one before an ASCII byte, which composes with nothing before it;
    /// without that between two scalars.
    private static func pieceEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = min(start + 1 << 24, bytes.count)
        guard end < bytes.count else { return end }
        let piece = bytes[start..<end]
        if let lineBreak = piece.lastIndex(of: 0x0A) { return lineBreak + 1 }
        if let ascii = piece.lastIndex(where: { $0 < 0x80 }), ascii > start { return ascii }
        while bytes[end] & 0xC0 == 0x80, end > start + 1 { end -= 1 }
        return end
    }

    private mutating func transformPiece(_ bytes: UnsafeBufferPointer<UInt8>, kind: Int32) {
        if scratch.count < bytes.count { scratch = [UInt16](repeating: 0, count: bytes.count) }
        if units.count < bytes.count { units = [UInt16](repeating: 0, count: bytes.count * 2) }
        var count = callICU(bytes, kind: kind)
        if count > units.count {
            units = [UInt16](repeating: 0, count: count)
            count = callICU(bytes, kind: kind)
        }
        precondition(count >= 0, "ICU refused a piece of at most 16 MiB of valid UTF-8")
        appendScalars(count)
    }

    private mutating func callICU(_ bytes: UnsafeBufferPointer<UInt8>, kind: Int32) -> Int {
        scratch.withUnsafeMutableBufferPointer { scratch in
            units.withUnsafeMutableBufferPointer { units in
                Int(
                    refrain_unicode_transform(
                        kind, bytes.baseAddress, Int64(bytes.count), scratch.baseAddress, units.baseAddress,
                        Int64(units.count)))
            }
        }
    }

    /// Decodes the first `count` UTF-16 units; ICU's output has no unpaired surrogates.
    private mutating func appendScalars(_ count: Int) {
        var index = 0
        while index < count {
            let unit = UInt32(units[index])
            if unit & 0xFC00 == 0xD800, index + 1 < count {
                scalars.append(0x10000 + ((unit & 0x3FF) << 10) + (UInt32(units[index + 1]) & 0x3FF))
                index += 2
            } else {
                scalars.append(unit)
                index += 1
            }
        }
    }
}

extension TextNormalization {
    fileprivate var transformKind: Int32 {
        switch self {
        case .unicode: Int32(REFRAIN_NFKC_CASEFOLD)
        case .none: Int32(REFRAIN_LOWERCASE)
        }
    }
}
