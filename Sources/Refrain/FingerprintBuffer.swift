package import Splitting
package import Vectorizing

/// Decides what it is to say the same, word for word: one definition for all that asks.
///
/// A section says its heading, its text, code included, and what a reader can reach from them: where links and images lead, what
/// notes say, the language of code. Mark-up, case, compatibility forms, white space and the heading's numbering are none of it.
/// Holds working memory that is kept from one section to the next.
package struct FingerprintBuffer: Sendable {
    private var scalars = ScalarBuffer()

    /// Makes a buffer.
    package init() {}

    /// The identity of `section`.
    package mutating func fingerprint(of section: Section) -> Fingerprint {
        Fingerprint(
            of: section.heading + "\n" + section.text(includingCode: true),
            reaching: Self.reached(section.targets), buffer: &scalars)
    }

    /// The identity of what stands under the heading of `section`, whatever it is called.
    package mutating func bodyFingerprint(of section: Section) -> Fingerprint {
        Fingerprint(
            of: section.text(includingCode: true),
            reaching: Self.reached(section.blocks.flatMap(\.allTargets)), buffer: &scalars)
    }

    /// How many letters and signs the text had that was fingerprinted last, after normalization, an ideograph counted twice.
    package var lastLetterCount: Int { scalars.scalars.reduce(0) { $0 + ($1 >= 0x2E80 ? 2 : 1) } }

    private static func reached(_ targets: [Target]) -> [String] {
        targets.map { "\($0.kind.rawValue) \($0.value)" }
    }
}
