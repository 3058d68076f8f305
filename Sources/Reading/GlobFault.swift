/// What makes a glob one that can never match. git passes over such a line of a `.gitignore` without a word;
/// so does Reading, but not over such an include or exclude pattern.
public enum GlobFault: Error, Equatable, Sendable {
    /// There is nothing to match: the pattern is empty, or only `!`, `/` or spaces.
    case empty

    /// A `[` has no `]` to end it. The offset is the bracket's, in bytes from the start of the pattern.
    case unclosedBracket(byteOffset: Int)

    /// `[:name:]` with a name that is not one of POSIX's twelve.
    case unknownCharacterClass(name: String)

    /// The pattern ends in a backslash that escapes nothing.
    case trailingBackslash
}
