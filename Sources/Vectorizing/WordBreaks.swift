internal import CUnicode

/// Where words begin and end, in any language.
package enum WordBreaks {
    /// `text` cut at the boundaries of its words (Unicode Standard Annex #29; by dictionary where words are written
    /// without spaces between them): words, spaces and punctuation, in order. O(length).
    package static func pieces(of text: String) -> [Substring] {
        let units = Array(text.utf16)
        guard !units.isEmpty else { return [] }
        var breaks = [Int32](repeating: 0, count: units.count + 1)
        let count = refrain_word_breaks(units, Int32(clamping: units.count), &breaks, Int64(breaks.count))
        // Without its data ICU knows no words; the whole text is one piece then.
        guard count > 1 else { return [text[...]] }
        let utf16 = text.utf16
        var pieces: [Substring] = []
        var start = utf16.startIndex
        for place in 1..<Int(count) {
            let end = utf16.index(start, offsetBy: Int(breaks[place] - breaks[place - 1]))
            pieces.append(text[start..<end])
            start = end
        }
        return pieces
    }
}
