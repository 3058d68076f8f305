import Caching
import Deciding
import Foundation
import Reading
import Refrain
import Reporting
import Spilling

/// Why a run could not do its work. Its wording stands in this file.
enum Failure: Error {
    case unknownCommand(String, suggestion: String?, commands: [String])
    /// An option stands where a command is due.
    case optionBeforeCommand(String)
    case reading(ReadingError)
    case pattern(String, GlobFault, SettingKey, SettingOrigin)
    case settings(SettingsError)
    case formatNotOffered(String, origin: SettingOrigin, command: String, offered: [String])
    /// A settings file names a place for a result where it may name none.
    case forbiddenPlace(SettingKey, found: String, place: String, SettingOrigin)
    /// A file that the program finds by its name, to write to it, is a link that leads to `place` in another folder; the option that
    /// names a file outright.
    case leadsElsewhere(path: String, place: String, option: String)
    /// A format of nothing but pairs, of which none are to be written.
    case noPairs(format: String, origin: SettingOrigin)
    /// No path gave a section; of the documents that were read all are blank.
    case nothingRead(paths: [String], blank: Int, skipped: Int)
    case skippedUnderStrict(Int)
    /// The system gives too little to open a file that there is nothing against, with this error number.
    case tooLittleForFile(String, Int32)
    case standardOutput(Int32)
    case output(path: String, OutputFault)
    case outputIsInput(String)
    /// Two results are to go to one place.
    case samePlace(String)
    /// What does not fit the memory budget can't be written to disk.
    case workingMemory(ScratchFileError)
    /// More pairs were found than the memory budget has room for.
    case tooManyPairs(most: Int, threshold: Double)
    case mergedIsInput(String)
    /// Lint can't take one of its settings, do what it is told with git, or use the baseline.
    case lint(LintFailure)
    /// The cache, which is all that a command is about, can't be used.
    case cache(CacheFault)
    case decisions(DecisionsError)
    case decisionConflict(DecisionConflict, path: String)
    /// A file of answers can't be read, or a line of it is none.
    case labels(path: String, line: Int?)
    /// All labels say the same, or there are none; how many there are.
    case oneKindOfLabels(Int)
    /// What was to name a section names none.
    case noSuchSection(String)
    /// What was to name a section is the id of several records.
    case ambiguousSection(String)
    /// The ledger of an outline does not add up; what is wrong, a line each.
    case blocksLost([String])

    /// The message: where, what was found, what to do.
    var message: String {
        switch self {
        case .unknownCommand(let name, let suggestion, let commands):
            "there is no command “\(name)”; "
                + (suggestion.map { "did you mean “\($0)”?" } ?? "the commands are \(Self.list(commands))")
        case .optionBeforeCommand(let option):
            "there is no option \(option) before the command; options follow it, as in “refrain find --threshold 0.9”"
        case .reading(let error): Self.message(error)
        case .pattern(let pattern, let fault, let key, let origin):
            "\(Self.place(origin, key)): the pattern “\(pattern)” matches nothing: \(Self.message(fault))"
        case .settings(let error): Self.message(error)
        case .formatNotOffered(let found, let origin, let command, let offered):
            "\(Self.place(origin, .format)): \(command) has no format “\(found)”; it has \(Self.list(offered))"
        case .forbiddenPlace(let key, let found, let place, let origin):
            "\(Self.place(origin, key)): “\(found)” leads to \(place), and a settings file names results only in its own folder and "
                + "not in .git; name a place there, or give --\(key.rawValue) on the command line"
        case .leadsElsewhere(let path, let place, let option):
            "\(path): nothing was written, as it is a link that leads to \(place), out of its folder; to write there, name that with "
                + "\(option)"
        case .noPairs(let format, let origin):
            "\(Self.place(origin, .pairs)): without pairs there is nothing to write as \(format); json, text and markdown "
                + "hold clusters too"
        case .nothingRead(let paths, let blank, let skipped):
            Self.nothingRead(in: paths, blank: blank, skipped: skipped)
        case .skippedUnderStrict(let count):
            "\(Wording.count(count, "input was", "inputs were")) skipped, and --strict is on"
        case .tooLittleForFile(let path, let number):
            "\(path): it can't be opened: \(Wording.system(number)); let the process have more"
                + (number == EMFILE ? " (ulimit -n)" : "")
        case .standardOutput(let number):
            "the result can't be written to standard output: \(Self.stream(number, for: "writing"))"
        case .output(let path, let fault):
            "\(Self.shown(path)): the result can't be written: \(Self.message(fault))"
        case .workingMemory(let error):
            "\(error.folder): working memory can't go to disk there: \(Wording.system(error.errorNumber)); set TMPDIR to a "
                + "folder with more room, or give more --memory-budget"
        case .tooManyPairs(let most, let threshold):
            "more than \(Wording.count(most, "pair")) of different sections reach the threshold of \(threshold), and they take more than the "
                + "memory budget; raise --threshold, or give more --memory-budget"
        case .outputIsInput(let path):
            "\(path): the result would replace what is read; give --output another file"
        case .samePlace(let path):
            "\(path == ResultFile.standardOutputName ? "standard output" : path): two results would be written to it; give each a "
                + "file of its own"
        case .lint(let failure): failure.message
        case .cache(let fault): CachePlace.message(fault)
        case .mergedIsInput(let path):
            "\(path): the consolidated document would replace what is read; give --merged another file"
        case .decisions(let error): DecisionMessages.message(error)
        case .decisionConflict(let conflict, let path): DecisionMessages.message(conflict, path: path)
        case .labels(let path, nil): "\(path): the answers can't be read as UTF-8 text"
        case .labels(let path, let line?):
            "\(path):\(line): no answer; a line is {\"a\": \"docs/a.md:12\", \"b\": \"docs/b.md:3\", \"same\": true}"
        case .oneKindOfLabels(let count):
            "\(Wording.count(count, "label")): pairs that say the same and pairs that do not are both needed"
        case .noSuchSection(let name):
            "“\(name)” names no section; give a line of one, as in docs/a.md:12, or its fingerprint"
        case .ambiguousSection(let name):
            "“\(name)” is the id of several records; give a line of one, as in records.jsonl:12"
        case .blocksLost(let faults):
            "the outline loses text, so nothing was written; this is a bug in Refrain, please report it with the input: "
                + faults.joined(separator: "; ")
        }
    }

    /// What the system says to a stream; "bad file descriptor" tells nobody that the shell has closed it.
    private static func stream(_ number: Int32, for use: String) -> String {
        number == EBADF ? "it is not open for \(use)" : Wording.system(number)
    }

    private static func nothingRead(in paths: [String], blank: Int, skipped: Int) -> String {
        let places = (paths.isEmpty ? ["."] : paths).map { $0 == "-" ? "standard input" : $0 }
        var counts: [String] = []
        if blank > 0 { counts.append("\(Wording.count(blank, "document is", "documents are")) blank") }
        if skipped > 0 { counts.append("\(Wording.count(skipped, "input was", "inputs were")) skipped") }
        return "nothing was read: no section in \(list(places))"
            + (counts.isEmpty
                ? "; folders are searched for .md, .markdown, .mdown, .mkd, .mdx, .txt and .text files"
                : " (\(list(counts)))")
    }

    /// A path that may have been typed as nothing.
    private static func shown(_ path: String) -> String { path.isEmpty ? "“”" : path }

    private static func message(_ fault: OutputFault) -> String {
        switch fault {
        case .isFolder: "it is a folder"
        case .noFolder(let folder): "there is no folder “\(folder)”"
        case .system(let number): Wording.system(number)
        }
    }

    private static func message(_ error: ReadingError) -> String {
        switch error {
        case .pathNotFound(let path): "\(shown(path)): there is no such file or folder"
        case .unreadableStandardInput(let number):
            "standard input can't be read: \(stream(number, for: "reading"))"
        case .invalidGlob(let pattern, let fault):
            "the pattern “\(pattern)” matches nothing: \(message(fault))"
        }
    }

    static func message(_ fault: GlobFault) -> String {
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
        case .missingValue(let key, let path, let line):
            "\(path):\(line): \(key.rawValue) has no value; it takes \(words(for: key.domain))"
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
        case .unreadable(let path, let fault):
            "\(shown(path)): the settings can't be read: \(message(fault))"
        }
    }

    private static func message(_ fault: SettingsFileFault) -> String {
        switch fault {
        case .notUTF8: "they are not UTF-8"
        case .tooLarge(let limit):
            "they take more than \(Wording.bytes(limit)); give --config the path of a settings file"
        case .system(let number): Wording.system(number)
        }
    }

    static func place(_ origin: SettingOrigin, _ key: SettingKey) -> String {
        switch origin {
        case .standard: key.rawValue
        case .file(let path, let line): "\(path):\(line): \(key.rawValue)"
        case .commandLine: "--\(key.rawValue)"
        }
    }

    static func words(for domain: SettingDomain) -> String {
        switch domain {
        case .ratio: "a number above 0 and at most 1"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .range(let range):
            "a range such as 3-5 within \(range.lowerBound) to \(range.upperBound)"
        case .oneOf(let words): "one of \(words.joined(separator: ", "))"
        case .flag: "true or false"
        case .byteCount: "a size such as 500MB or 2GB"
        case .memory: "a size such as 2GB, or a share of the machine's memory such as 50%"
        case .globs: "a pattern or a list of patterns"
        case .entries(let form): form
        case .name: "the name of a field"
        case .names: "the name of a field or a list of names"
        case .path: "the path of a file"
        case .splitRule:
            "auto, bold, summary, list, or a regular expression that does not match the empty line, such as \"^Q[0-9]+\""
        case .calibration: "intercept and slope as refrain calibrate writes them, such as \"-9.1 14.2\""
        }
    }

    static func list(_ words: [String]) -> String {
        words.count < 2
            ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
    }
}

/// Why a result can't be written to its place.
enum OutputFault: Error, Equatable {
    /// The place is a folder.
    case isFolder
    /// The folder that it names does not exist.
    case noFolder(String)
    /// The system refused, with this error number.
    case system(Int32)
}
