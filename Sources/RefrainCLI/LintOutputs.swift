import Refrain
import Reporting

/// What `--format` asks for: one report for standard output, and any number that go to files: `text`, `sarif=out.sarif`.
struct LintOutputs {
    /// A report that goes to a file.
    struct File {
        let format: LintFormat
        let path: String
    }

    /// The format of the report that goes to standard output or where `--output` says; nil where none is given.
    let format: String?
    /// The other reports.
    let files: [File]

    /// A report for standard output, in the standard format.
    static let none = LintOutputs(format: nil, files: [])

    private init(format: String?, files: [File]) {
        (self.format, self.files) = (format, files)
    }

    /// Reads what was typed.
    ///
    /// - Throws: `Failure` where a format is none, two go to one place, or a file has no name.
    init(_ typed: [String]) throws(Failure) {
        var (format, files): (String?, [File]) = (nil, [])
        for text in typed {
            // A name that begins with a combining mark would hide the sign among characters.
            guard let sign = text.unicodeScalars.firstIndex(of: "=") else {
                if let format { throw .lint(.twoFormats(format, text)) }
                format = text
                continue
            }
            let (name, path) = (
                String(text.unicodeScalars[..<sign]),
                String(text.unicodeScalars[text.unicodeScalars.index(after: sign)...])
            )
            guard let known = LintFormat(rawValue: name) else {
                throw .formatNotOffered(
                    name, origin: .commandLine, command: "lint", offered: LintFormat.allCases.map(\.rawValue))
            }
            files.append(File(format: known, path: path))
        }
        (self.format, self.files) = (format, files)
    }

    /// Sees to it that no two results go to one place, and that each can be written.
    ///
    /// - Parameter others: where other results go.
    func check(besides others: [String]) throws(Failure) {
        var places: [ResultFile] = []
        for path in others + files.map(\.path) {
            let place = try ResultFile(path)
            if places.contains(where: place.isSamePlace) { throw .samePlace(path) }
            places.append(place)
        }
    }
}
