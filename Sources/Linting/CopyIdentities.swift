internal import Refrain
internal import Scheduling
internal import Splitting
internal import Vectorizing

/// What makes a section a copy of another, and by what findings about it are known again.
///
/// A text of some length is the same text under whatever heading it stands: sections are copies where what they say under their
/// headings is the same (`FingerprintBuffer`). A short one says little without its heading, as "Yes." does under a question: those
/// are copies where their headings are the same, too.
struct CopyIdentities: Sendable {
    /// Per section its identity: equal for copies.
    let ofSection: [Fingerprint]
    /// Per section whether its text has some length.
    private let isLong: [Bool]

    /// So many letters, of which an ideograph counts as two, are some length: a paragraph, not a phrase.
    private static let longLetterCount = 120

    /// Works out the identities of all sections. O(text).
    init(_ analysis: Analysis, workers: Workers) {
        let found = workers.map(analysis.sections.count, scratch: FingerprintBuffer()) { buffer, index in
            let section = analysis.sections[index]
            // Bytes are never fewer than scalars, and of ideographs never fewer than they count.
            guard section.source.utf8.count >= Self.longLetterCount else { return Fingerprint?.none }
            let body = buffer.bodyFingerprint(of: section)
            return buffer.lastLetterCount >= Self.longLetterCount ? body : nil
        }
        ofSection = zip(found, analysis.fingerprints).map { $0 ?? $1 }
        isLong = found.map { $0 != nil }
    }

    /// Whether two sections are copies of each other.
    func areCopies(_ a: Int, _ b: Int) -> Bool { ofSection[a] == ofSection[b] }

    /// Whether a section's text has some length. What is shorter belongs to the template of a page or an entry.
    func isLong(_ section: Int) -> Bool { isLong[section] }
}
