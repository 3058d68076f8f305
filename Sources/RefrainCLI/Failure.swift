import Reading
import Refrain
import Reporting

/// Why a run could not do its work. All wording of errors stands in this file.
enum Failure: Error {
    case reading(ReadingError)
    case settings(SettingsError)
    case formatNotOffered(String, command: String, offered: [String])
    case nothingRead(paths: [String], skipped: Int)
    case skippedUnderStrict(Int)
    case standardInput(String)
    case output(path: String, problem: String)

    /// The message: where, what was found, what to do.
    var message: String {
        switch self {
        case .reading(let error): Self.message(error)
        case .settings(let error): Self.message(error)
        case .formatNotOffered(let found, let command, let offered):
            "\(command) has no format “\(found)”; it has \(Self.list(offered))"
        case .nothingRead(let paths, let skipped):
            "nothing was read: no section in \(Self.list(paths.isEmpty ? ["."] : paths))"
                + (skipped > 0 ? " (\(Wording.count(skipped, "input was", "inputs were")) skipped)" : "")
                + "; folders are searched for .md, .markdown, .mdown, .mkd, .mdx, .txt and .text files"
        case .skippedUnderStrict(let count):
            "\(Wording.count(count, "input was", "inputs were")) skipped, and --strict is on"
        case .standardInput(let problem): "standard input can't be read: \(problem)"
        case .output(let path, let problem): "\(path): the result can't be written: \(problem)"
        }
    }

    private static func message(_ error: ReadingError) -> String {
        switch error {
        case .pathNotFound(let path): "\(path): there is no such file or folder"
        case .unreadablePath(let path, let number): "\(path): it can't be read: \(Wording.system(number))"
        case .invalidGlob(let pattern, let fault):
            "the pattern “\(pattern)” matches nothing: \(message(fault))"
        }
    }

    private static func message(_ fault: GlobFault) -> String {
        switch fault {
        case .empty: "it is empty"
        case .unclosedBracket(let offset):
            "the [ at byte \(offset + 1) has no ]; write \\[ for the character itself"
        case .unknownCharacterClass(let name): "there is no character class [:\(name):]"
        case .trailingBackslash: "it ends in a backslash that escapes nothing"
        }
    }

    private static func message(_ error: SettingsError) -> String {
        switch error {
        case .invalidValue(let key, let found, let origin):
            "\(place(origin, key)): “\(found)” is not \(words(for: key.domain))"
        case .unknownKey(let name, let suggestion, let path, let line):
            "\(path):\(line): there is no setting “\(name)”"
                + (suggestion.map { "; did you mean “\($0)”?" } ?? "; refrain config lists all")
        case .repeatedKey(let name, let path, let line): "\(path):\(line): “\(name)” stands twice; keep one"
        case .wrongShape(let key, let path, let line):
            "\(path):\(line): \(key.rawValue) takes \(words(for: key.domain))"
        case .notKeys(let path, let line):
            "\(path):\(line): settings are keys with values, as in “threshold: 0.8”"
        case .notYAML(let path, let line, let column, let problem):
            "\(path):\(line):\(column): this is not YAML: \(problem)"
        case .unreadable(let path, let problem): "\(path): the settings can't be read: \(problem)"
        }
    }

    private static func place(_ origin: SettingOrigin, _ key: SettingKey) -> String {
        switch origin {
        case .standard: key.rawValue
        case .file(let path, let line): "\(path):\(line): \(key.rawValue)"
        case .commandLine: "--\(key.rawValue)"
        }
    }

    private static func words(for domain: SettingDomain) -> String {
        switch domain {
        case .ratio: "a number above 0 and at most 1"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .range(let range):
            "a range such as 3-5 within \(range.lowerBound) to \(range.upperBound)"
        case .oneOf(let words): "one of \(words.joined(separator: ", "))"
        case .flag: "true or false"
        case .byteCount: "a size such as 500MB or 2GB"
        case .globs: "a pattern or a list of patterns"
        case .text: "a text that is not empty"
        }
    }

    private static func list(_ words: [String]) -> String {
        words.count < 2
            ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
    }
}
