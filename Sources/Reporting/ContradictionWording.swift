internal import Outlining

/// What copies say in each other's place, as a part of a message.
enum ContradictionWording {
    /// So many are shown, or fewer where they are long: the first says what is wrong.
    private static let mostShown = 3
    private static let mostColumns = 100

    /// "“100” here, “1,500” there; “100 MB” / “1 GB” (number); 4 more": the distinct ones, in their order.
    ///
    /// - Parameter isShort: whether of what only code differs in the first alone is shown, and less of it.
    static func text(_ contradictions: [Contradiction], isShort: Bool = false) -> String {
        let isCut = isShort && contradictions.allSatisfy(\.isInCode)
        let distinct = distinct(contradictions, columns: isCut ? 24 : 40)
        let mostShown = isCut ? 1 : mostShown
        var shown: [Said] = []
        var columns = 0
        for said in distinct.prefix(mostShown) {
            columns += DisplayWidth.of(said.here) + DisplayWidth.of(said.there)
            guard shown.isEmpty || columns <= mostColumns else { break }
            shown.append(said)
        }
        let texts = shown.enumerated().map { place, said in
            place == 0 ? "\(said.here) here, \(said.there) there" : "\(said.here) / \(said.there)"
        }
        let kinds = shown.map(\.kind).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let rest = distinct.count - shown.count
        return texts.joined(separator: "; ") + " (\(kinds.joined(separator: ", ")))"
            + (rest > 0 ? "; \(rest) more" : "")
    }

    private struct Said: Hashable {
        let here: String
        let there: String
        let kind: String
    }

    private static func distinct(_ contradictions: [Contradiction], columns: Int) -> [Said] {
        var known: Set<Said> = []
        return contradictions.map {
            Said(
                here: quoted($0.first, to: columns), there: quoted($0.second, to: columns),
                kind: $0.isInCode ? "code" : $0.kind.rawValue)
        }.filter { known.insert($0).inserted }
    }

    private static func quoted(_ text: String, to columns: Int) -> String {
        text.isEmpty ? "nothing" : "“\(LintWording.short(text, to: columns))”"
    }
}
