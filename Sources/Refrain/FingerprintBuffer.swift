internal import Splitting
internal import Vectorizing

/// Fingerprints sections with working memory that is kept from one to the next.
struct FingerprintBuffer {
    private var scalars = ScalarBuffer()

    /// The identity of `section`: its heading and its text, code included.
    mutating func fingerprint(of section: Section) -> Fingerprint {
        Fingerprint(of: section.heading + "\n" + section.text(includingCode: true), buffer: &scalars)
    }
}
