internal import Splitting

extension Section {
    /// Whether the section says something that another could repeat: it has words, and these are more than a link to where it is
    /// said, as in "See [Refunds](billing.md#refunds)."
    var isSaying: Bool {
        guard hasText else { return false }
        let content = blocks.filter(\.isContent)
        guard content.count == 1, content[0].kind == .paragraph else { return true }
        return content[0].source.wholeMatch(of: Self.reference) == nil
    }

    /// A link with few words before it and none behind.
    nonisolated(unsafe) private static let reference = /[^\[\]\n]{0,24}\[[^\]\n]*\]\([^)\n]*\)[.。]?\s*/
}
