internal import Splitting

/// Finds where two wordings of a point lead a reader to different things: by a link, an image, a note; and code that is said to be in
/// different languages.
enum TargetDifferences {
    /// The differences of the words of two blocks, and of what can be reached from them.
    ///
    /// - Parameter ofText: the differences of their text as it stands, mark-up included.
    static func added(to ofText: [Difference], _ canonical: Block, _ variant: Block) -> [Difference] {
        let (first, second) = (canonical.allTargets, variant.allTargets)
        guard first != second else { return ofText }
        let ofTargets = between(first, second)
        guard !ofTargets.isEmpty else { return ofText }
        // What differs in the mark-up of equal words is the addresses.
        if haveSameWords(canonical, variant) { return ofTargets }
        return ofText + ofTargets.filter { address in !ofText.contains { says($0, address) } }
    }

    /// The differences of what can be reached, in the order of `first`.
    static func between(_ first: [Target], _ second: [Target]) -> [Difference] {
        Target.Kind.allCases.flatMap { kind in
            pairs(first.filter { $0.kind == kind }, second.filter { $0.kind == kind })
                .filter { $0.value != $1.value }.flatMap { differences(kind, $0.value, $1.value) }
        }
    }

    private static func differences(_ kind: Target.Kind, _ first: String, _ second: String) -> [Difference] {
        switch kind {
        case .link, .image: return [Difference(kind: .url, canonical: first, variant: second)]
        case .title, .language, .task: return [Difference(kind: .wording, canonical: first, variant: second)]
        case .note:
            var numbering = TokenNumbering()
            return TextDifferences.between(
                TokenizedText(first, numbering: &numbering), TokenizedText(second, numbering: &numbering))
        }
    }

    /// Which targets correspond, in the order of `first`: one after the other where the same words lead to them, or else those whose
    /// words lead to one on each side.
    private static func pairs(_ first: [Target], _ second: [Target]) -> [(Target, Target)] {
        if first.map(\.label) == second.map(\.label) { return Array(zip(first, second)) }
        let (own, others) = (byLabel(first), byLabel(second))
        return first.compactMap { target in
            guard !target.label.isEmpty, own[target.label]?.count == 1, let other = others[target.label],
                other.count == 1
            else { return nil }
            return (target, other[0])
        }
    }

    private static func byLabel(_ targets: [Target]) -> [String: [Target]] {
        Dictionary(grouping: targets, by: \.label)
    }

    private static func haveSameWords(_ a: Block, _ b: Block) -> Bool {
        a.texts(includingCode: true) == b.texts(includingCode: true)
    }

    /// Whether a difference of the text is one of addresses.
    private static func says(_ difference: Difference, _ address: Difference) -> Bool {
        difference.kind == .url && address.kind == .url
            && difference.canonical.utf8.elementsEqual(address.canonical.utf8)
            && difference.variant.utf8.elementsEqual(address.variant.utf8)
    }
}
