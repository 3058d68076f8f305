internal import CUnicode

/// What happens to a text before its n-grams are taken.
public enum TextNormalization: String, Sendable, CaseIterable {
    /// Unicode NFKC with case folding and without default-ignorable code points (the standard's NFKC_Casefold),
    /// traditional Chinese characters in their simplified form (`SimplifiedForms`), then white space at both ends removed and every other run of it made one space.
    case unicode
    /// As scikit-learn's `TfidfVectorizer` does: lower-cased, and runs of two or more white-space characters
    /// made one space. A single line break stays a line break.
    case none

    /// The normalized text of `text`, for reading and comparing; `ScalarBuffer.fill` is the fast way.
    public func normalized(_ text: String) -> String {
        var buffer = ScalarBuffer()
        buffer.fill(text, normalization: self)
        var result = String.UnicodeScalarView()
        for scalar in buffer.scalars { result.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(result)
    }
}

extension TextNormalization {
    /// The version of ICU that normalizes: another one may know more characters.
    package static var engineVersion: Int { Int(refrain_icu_version()) }

    /// What ICU is asked to do.
    var transformKind: Int32 {
        switch self {
        case .unicode: Int32(REFRAIN_NFKC_CASEFOLD)
        case .none: Int32(REFRAIN_LOWERCASE)
        }
    }
}
