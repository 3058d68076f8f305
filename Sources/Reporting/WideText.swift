/// Text with its width, which takes longer to find than all else that is done with it here.
struct WideText {
    let text: String
    /// Its columns in a terminal.
    let width: Int

    /// Measures `text`.
    init(_ text: String) {
        self.text = text
        width = DisplayWidth.of(text)
    }

    /// `text`, or what of it fits into `limit` columns.
    init(_ text: String, shortenedTo limit: Int) {
        let whole = WideText(text)
        self = whole.width > limit ? WideText(DisplayWidth.shortened(text, to: limit)) : whole
    }

    /// Adds the text, and spaces up to `width` columns, to `line`.
    func append(to line: inout String, paddedTo width: Int) {
        line += text
        line.append(spaces: width - self.width)
    }
}

extension String {
    /// Adds so many spaces; none where `count` is not positive.
    mutating func append(spaces count: Int) {
        for _ in 0..<max(0, count) { append(" ") }
    }
}
