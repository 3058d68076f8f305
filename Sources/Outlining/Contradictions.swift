public import Splitting

/// Where two sections that say the same disagree.
public struct Contradiction: Sendable, Equatable {
    /// What differs; `wording` only in code.
    public let kind: Difference.Kind
    /// Whether it stands in a code block.
    public let isInCode: Bool
    /// What the first section says there, verbatim; empty where it says nothing there.
    public let first: String
    /// What the second section says there, verbatim; empty where it says nothing there.
    public let second: String
    /// The line that the block with it begins on in the first section, 1-based.
    public let firstLine: Int
    /// The same in the second section.
    public let secondLine: Int

    /// Makes a contradiction.
    public init(
        kind: Difference.Kind, isInCode: Bool, first: String, second: String, firstLine: Int, secondLine: Int
    ) {
        self.kind = kind
        self.isInCode = isInCode
        self.first = first
        self.second = second
        self.firstLine = firstLine
        self.secondLine = secondLine
    }

    /// Where `first` and `second` contradict each other, in the order of `first`: blocks are aligned as in an outline, and
    /// wordings of one point that differ in a number, date, version, unit, address or a negation of few words contradict, as does
    /// any difference in code. So do headings whose links lead to different places. O(n log n) in the blocks.
    public static func between(_ first: Section, _ second: Section) -> [Contradiction] {
        var merge = PointMerge()
        merge.add(first, index: 0)
        merge.add(second, index: 1)
        let ofText = merge.points.flatMap { point in
            point.variants.flatMap { contradictions(of: point, in: $0) }
        }
        return withoutRepetitions(ofHeadings(first, second) + ofText)
    }

    private static func ofHeadings(_ first: Section, _ second: Section) -> [Contradiction] {
        TargetDifferences.between(first.headingTargets, second.headingTargets).filter(\.isFlagged).map {
            Contradiction(
                kind: $0.kind, isInCode: false, first: $0.canonical, second: $0.variant,
                firstLine: first.startLine, secondLine: second.startLine)
        }
    }

    /// A note is met where it is referred to and where it stands.
    private static func withoutRepetitions(_ contradictions: [Contradiction]) -> [Contradiction] {
        var seen: Set<[String]> = []
        return contradictions.filter { contradiction in
            contradiction.isInCode || seen.insert([contradiction.first, contradiction.second]).inserted
        }
    }

    private static func contradictions(of point: Point, in variant: Variant) -> [Contradiction] {
        guard let own = point.sources.first, own.section == 0, let other = variant.sources.first,
            other.section == 1
        else { return [] }
        return variant.differences.filter { $0.isFlagged || point.kind == .code }.map {
            Contradiction(
                kind: $0.kind, isInCode: point.kind == .code, first: $0.canonical, second: $0.variant,
                firstLine: own.startLine, secondLine: other.startLine)
        }
    }
}
