/// Globs in the order they were written, of which the last that matches decides.
struct GlobList: Sendable, Equatable {
    private let patterns: [GlobPattern]

    /// The globs of a `.gitignore`. A byte order mark at its start, comments and empty lines are passed over,
    /// and so are globs that can never match, as git does. Lines end in LF or CRLF.
    init(gitignore contents: [UInt8]) {
        let start = contents.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        patterns = contents[start...].split(separator: UInt8(ascii: "\n")).compactMap { line in
            if line.first == UInt8(ascii: "#") { return nil }
            return try? GlobPattern(line: line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
    }

    /// Globs given one by one.
    ///
    /// - Throws: `ReadingError.invalidGlob` for the first that can never match.
    init(arguments: [String]) throws(ReadingError) {
        var patterns: [GlobPattern] = []
        for argument in arguments {
            do throws(GlobFault) {
                patterns.append(try GlobPattern(argument: argument))
            } catch {
                throw .invalidGlob(pattern: argument, fault: error)
            }
        }
        self.patterns = patterns
    }

    /// Whether there are no globs.
    var isEmpty: Bool { patterns.isEmpty }

    /// The last glob that matches a path, which is relative to the folder the globs are anchored at.
    func lastMatch(_ path: ArraySlice<UInt8>, isFolder: Bool) -> GlobPattern? {
        patterns.last { $0.matches(path, isFolder: isFolder) }
    }
}
