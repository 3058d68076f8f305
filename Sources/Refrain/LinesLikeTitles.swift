internal import Reading
internal import Splitting

/// The lines of a plain text that begin like titles, have text under them, and are not taken for titles.
package struct LinesLikeTitles: Sendable, Equatable {
    /// The document's path.
    package let path: String
    /// The lines, 1-based, rising; never empty.
    package let lines: [Int]
}

extension Analysis {
    /// What is not taken for a title although it looks like one, by document. Looks at all plain texts again: O(text).
    package var linesLikeTitles: [LinesLikeTitles] {
        let splitter = Splitter(settings: settings.splitting)
        return documents.compactMap { document in
            let lines = splitter.linesLikeTitles(of: document)
            return lines.isEmpty ? nil : LinesLikeTitles(path: document.path, lines: lines)
        }
    }
}
