public import Splitting
internal import Vectorizing

extension Settings {
    /// The text that stands for `section` when sections are compared.
    ///
    /// The heading, `headingWeight` times, then the section's text without mark-up; with `normalization: none` the
    /// section's lines as they are, code included. A heading over other sections with no text of its own has none:
    /// it says nothing that could be repeated.
    public func comparedText(of section: Section) -> String {
        guard !section.isOnlyAHeadingOverOthers else { return "" }
        let (heading, body): (String, String)
        switch vectorizing.normalization {
        case .unicode: (heading, body) = (section.heading, section.text(includingCode: includesCode))
        case .none: (heading, body) = section.sourceParts
        }
        guard !heading.isEmpty, headingWeight > 0 else { return body }
        return (Array(repeating: heading, count: headingWeight) + [body]).joined(separator: "\n")
    }
}

extension Settings {
    /// Whether what is compared of `section` is all that its fingerprint is made of, normalized in the same way.
    func comparesAllText(of section: Section) -> Bool {
        vectorizing.normalization == .unicode && headingWeight == 1 && includesCode
            && !section.isOnlyAHeadingOverOthers && section.targets.isEmpty
            && !section.blocks.contains(where: \.hasIndentedCode)
    }
}

extension Section {
    /// The heading's lines and the lines under it, verbatim.
    fileprivate var sourceParts: (heading: String, body: String) {
        let lines = source.lines
        let headingLines = max(0, headingEndLine - startLine + 1)
        return (
            lines.prefix(headingLines).joined(separator: "\n"),
            lines.dropFirst(headingLines).joined(separator: "\n")
        )
    }
}
