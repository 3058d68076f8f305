internal import Splitting
internal import Vectorizing

/// What makes headings the same.
enum HeadingIdentity {
    /// A heading without case and with single spaces.
    static func folded(_ heading: String) -> String {
        heading.lowercased().onOneLine
    }

    /// The identity of a finding about a section's heading, whatever stands under it: that of the headings that lead to it.
    static func fingerprint(of section: Section) -> Fingerprint {
        Fingerprint(of: section.headingPath.joined(separator: "\n"))
    }
}
