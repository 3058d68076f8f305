package import Splitting
package import Vectorizing

/// Decides what it is to say the same, word for word: one definition for all that asks.
///
/// A section says its heading, its text, code included, and what a reader can reach from them: where links and images lead, what
/// notes say, the language of code and how its lines are indented, which tasks are done. Mark-up, case, compatibility forms, other
/// white space and the heading's numbering are none of it.
/// Holds working memory that is kept from one section to the next.
package struct FingerprintBuffer: Sendable {
    private var scalars = ScalarBuffer()

    /// Makes a buffer.
    package init() {}

    /// The identity of `section`.
    package mutating func fingerprint(of section: Section) -> Fingerprint {
        Fingerprint(
            of: section.heading + "\n" + section.text(includingCode: true),
            reaching: Self.reached(section.targets, section.blocks), buffer: &scalars)
    }

    /// The identity of what stands under the heading of `section`, whatever it is called.
    package mutating func bodyFingerprint(of section: Section) -> Fingerprint {
        Fingerprint(
            of: section.text(includingCode: true),
            reaching: Self.reached(section.blocks.flatMap(\.allTargets), section.blocks), buffer: &scalars)
    }

    /// How many letters and signs the text had that was fingerprinted last, after normalization, an ideograph counted twice.
    package var lastLetterCount: Int { scalars.scalars.reduce(0) { $0 + ($1 >= 0x2E80 ? 2 : 1) } }

    /// What a reader can reach, and how code is indented: in some languages that says what belongs to what.
    private static func reached(_ targets: [Target], _ blocks: [Block]) -> [String] {
        targets.map { "\($0.kind.rawValue) \($0.value)" } + blocks.flatMap(\.indentations)
    }
}

extension Block {
    /// For each block of code with indented lines, in the block or inside, the white space that its lines begin with.
    fileprivate var indentations: [String] {
        guard kind == .code else { return children.flatMap(\.indentations) }
        let lines = text.lines.map { $0.prefixOfScalars(while: \.isBlank) }
        return lines.contains { !$0.isEmpty } ? ["indented " + lines.joined(separator: "\n")] : []
    }

    /// Whether code with indented lines stands in the block or inside.
    var hasIndentedCode: Bool { !indentations.isEmpty }
}
