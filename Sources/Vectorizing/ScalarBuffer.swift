internal import CUnicode
internal import CVectors
internal import Foundation

/// A text as Unicode scalars after normalization, with its working memory, kept from one text to the next.
///
/// Lines of ASCII, which are most of all text, need no ICU: they are their own compatibility form, and folding and
/// lower-casing agree on them. No composition and no context of lower-casing reaches across a line break.
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
            scalars.reserveCapacity(bytes.count)
            var start = 0
            while start < bytes.count {
                let ascii = Self.endOfASCIILines(bytes, from: start)
                if ascii > start {
                    appendASCII(
                        UnsafeBufferPointer(rebasing: bytes[start..<ascii]), normalization: normalization)
                }
                start = Self.endOfOtherLines(bytes, from: ascii)
                if start > ascii {
                    transform(
                        UnsafeBufferPointer(rebasing: bytes[ascii..<start]), normalization: normalization)
                }
            }
        }
        switch normalization {
        case .unicode: if scalars.last == WhiteSpace.space { scalars.removeLast() }
        case .none: WhiteSpace.collapseLongRuns(&scalars)
        }
    }

    /// How many scalars the content has, 0 for white space alone: of that normalization leaves one at the most.
    var contentLength: Int {
        scalars.count == 1 && WhiteSpace.contains(scalars[0]) ? 0 : scalars.count
    }

    /// Where the lines from `start` on end that are all ASCII.
    private static func endOfASCIILines(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let end = endOfASCII(bytes, from: start)
        guard end < bytes.count else { return end }
        return bytes[start..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
    }

    /// Where the lines from `start` on end that are not.
    private static func endOfOtherLines(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count {
            let next = endOfLine(bytes, from: end)
            guard endOfASCII(bytes, from: end) < next else { break }
            end = next
        }
        return end
    }

    private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else {
            return bytes.count
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
    }

    /// Where the first byte from `start` on stands that is not ASCII.
    private static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return start }
        return start + Int(refrain_ascii_length(base + start, Int64(bytes.count - start)))
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    private mutating func appendASCII(_ bytes: UnsafeBufferPointer<UInt8>, normalization: TextNormalization) {
        guard normalization == .unicode else {
            for byte in bytes { scalars.append(UInt32(Self.lowered(byte))) }
            return
        }
        let first = scalars.count
        // At the start of a text, white space is dropped as if some stood before it.
        let before = scalars.last ?? WhiteSpace.space
        scalars.append(contentsOf: repeatElement(0, count: bytes.count))
        let written = scalars.withUnsafeMutableBufferPointer { scalars in
            scalars.baseAddress.map {
                refrain_fold_ascii(bytes.baseAddress, Int64(bytes.count), before, $0 + first)
            }
        }
        scalars.removeLast(bytes.count - Int(written ?? 0))
    }

    /// Runs ICU over `bytes` and decodes its UTF-16 into `scalars`, piece by piece, so that ICU's 32-bit lengths
    /// hold for any text and working memory stays small.
    private mutating func transform(_ bytes: UnsafeBufferPointer<UInt8>, normalization: TextNormalization) {
        var start = 0
        while start < bytes.count {
            let end = Self.pieceEnd(bytes, from: start)
            let count = transformPiece(
                UnsafeBufferPointer(rebasing: bytes[start..<end]), kind: normalization.transformKind)
            appendScalars(count, collapsing: normalization == .unicode)
            start = end
        }
    }

    /// Where the piece that begins at `start` ends: after a line break, which no composition and no context of
    /// lower-casing reaches across; without one before an ASCII byte, which composes with nothing before it;
    /// without that between two scalars. Only in a line of over 16 MiB can the latter two lose what lower-casing knows of its
    /// neighbours (a final sigma).
    private static func pieceEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = min(start + 1 << 24, bytes.count)
        guard end < bytes.count else { return end }
        let piece = bytes[start..<end]
        if let lineBreak = piece.lastIndex(of: 0x0A) { return lineBreak + 1 }
        if let ascii = piece.lastIndex(where: { $0 < 0x80 }), ascii > start { return ascii }
        while bytes[end] & 0xC0 == 0x80, end > start + 1 { end -= 1 }
        return end
    }

    /// Transforms a piece into `units`, and returns how many there are.
    private mutating func transformPiece(_ bytes: UnsafeBufferPointer<UInt8>, kind: Int32) -> Int {
        if scratch.count < bytes.count { scratch = [UInt16](repeating: 0, count: bytes.count) }
        if units.count < bytes.count { units = [UInt16](repeating: 0, count: bytes.count * 2) }
        var count = callICU(bytes, kind: kind)
        if count > units.count {
            units = [UInt16](repeating: 0, count: count)
            count = callICU(bytes, kind: kind)
        }
        precondition(count >= 0, "ICU refused a piece of at most 16 MiB of valid UTF-8")
        return count
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
    private mutating func appendScalars(_ count: Int, collapsing: Bool) {
        let first = scalars.count
        var before = scalars.last ?? WhiteSpace.space
        scalars.append(contentsOf: repeatElement(0, count: count))
        let forms = SimplifiedForms.table
        let written = scalars.withUnsafeMutableBufferPointer { scalars in
            units.withUnsafeBufferPointer { units in
                var (written, index) = (first, 0)
                while index < count {
                    var scalar = UInt32(units[index])
                    index += 1
                    if scalar & 0xFC00 == 0xD800, index < count {
                        scalar = 0x10000 + ((scalar & 0x3FF) << 10) + (UInt32(units[index]) & 0x3FF)
                        index += 1
                    }
                    if collapsing {
                        if SimplifiedForms.range.contains(scalar) {
                            scalar = UInt32(forms[Int(scalar - SimplifiedForms.range.lowerBound)])
                        } else if WhiteSpace.contains(scalar) {
                            scalar = WhiteSpace.space
                        }
                    }
                    scalars[written] = scalar
                    let isRepeated = scalar == WhiteSpace.space && before == WhiteSpace.space
                    written += collapsing && isRepeated ? 0 : 1
                    before = scalar
                }
                return written
            }
        }
        scalars.removeLast(scalars.count - written)
    }
}
