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

    /// Reads what was typed.
    ///
    /// - Throws: `Failure` where a format is none, two go to one place, or a file has no name.
    init(_ typed: [String]) throws(Failure) {
        var (format, files): (String?, [File]) = (nil, [])
        for text in typed {
            guard let sign = text.firstIndex(of: "=") else {
                if let format { throw .lint(.twoFormats(format, text)) }
                format = text
                continue
            }
            let (name, path) = (String(text[..<sign]), String(text[text.index(after: sign)...]))
            guard let known = LintFormat(rawValue: name) else {
                throw .formatNotOffered(
                    name, origin: .commandLine, command: "lint", offered: LintFormat.allCases.map(\.rawValue))
            }
            files.append(File(format: known, path: path))
        }
        (self.format, self.files) = (format, files)
    }

    /// Sees to it that no two results go to one file, and that each can be written.
    ///
    /// - Parameter others: the files that other results go to.
    func check(besides others: [String?]) throws(Failure) {
        var paths = others.compactMap { $0 }
        for file in files {
            if paths.contains(file.path) { throw .lint(.samePlace(file.path)) }
            paths.append(file.path)
            _ = try ResultFile(file.path)
        }
    }
}
