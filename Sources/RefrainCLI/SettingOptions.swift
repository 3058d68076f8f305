import ArgumentParser
import Refrain

/// The options that every command shares.
struct SharedOptions: ParsableArguments {
    @OptionGroup(title: "Similarity") var similarity: SimilarityOptions
    @OptionGroup(title: "Clusters") var clusters: ClusterOptions
    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Running") var running: RunningOptions

    /// The settings in force for `command` with these options.
    func settings(
        format: String?, command: String?, outline: OutlineOptions? = nil, lint: LintOptions? = nil
    ) throws(Failure) -> CommandSettings {
        var typed = TypedSettings()
        outline?.add(to: &typed)
        lint?.add(to: &typed)
        clusters.add(to: &typed)
        similarity.add(to: &typed)
        input.add(to: &typed)
        running.add(to: &typed)
        typed.type(.format, format)
        return try CommandSettings(options: typed, config: running.config, command: command)
    }
}

/// What decides which sections are alike.
struct SimilarityOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The lowest similarity of a pair, above 0 and at most 1. (default: 0.6)", valueName: "number"))
    var threshold: String?

    @Option(
        help: ArgumentHelp(
            "Also list sections that stand in longer ones: at least this share of their weight, above 0 and at most 1.",
            valueName: "number"))
    var containment: String?

    @Option(
        help: ArgumentHelp(
            "Also list the lines that stand in at least this share of the sections, above 0 and at most 1.",
            valueName: "number"))
    var boilerplate: String?

    @Option(
        help: ArgumentHelp(
            "Shows how likely pairs say the same: intercept and slope, as refrain calibrate writes them.",
            valueName: "numbers"))
    var calibration: String?

    @Option(
        help: ArgumentHelp(
            "How clusters form: average, single or complete. (default: average)", valueName: "linkage"),
        completion: .words(of: .linkage))
    var linkage: String?

    @Option(
        help: ArgumentHelp(
            "Whose definition of similarity: refrain, or sklearn, the cosine of scikit-learn's TfidfVectorizer. "
                + "(default: refrain)",
            valueName: "whose"),
        completion: .words(of: .weights))
    var weights: String?

    @Flag(
        name: .customLong("length-balance"), inversion: .prefixedNo,
        help: "Whether sections of different lengths are less similar. (default: --length-balance)")
    var lengthBalance: Bool?

    @Flag(
        name: .customLong("guard"), inversion: .prefixedNo,
        help: "Whether sections are less similar that differ in what they are about. (default: --guard)")
    var guardsTokens: Bool?

    @Option(
        help: ArgumentHelp("The lengths of the n-grams, in characters. (default: 3-5)", valueName: "range"))
    var ngrams: String?

    @Option(
        help: ArgumentHelp(
            "How counts weigh: sublinear, binary or raw. (default: binary)", valueName: "way"),
        completion: .words(of: .termFrequency))
    var termFrequency: String?

    @Flag(inversion: .prefixedNo, help: "Whether rare n-grams weigh more. (default: --idf)")
    var idf: Bool?

    @Option(
        help: ArgumentHelp(
            "What happens to text before it is compared: unicode takes mark-up, case, compatibility forms and white "
                + "space away, none compares the lines as they stand. (default: unicode)", valueName: "way"),
        completion: .words(of: .normalization))
    var normalization: String?

    @Option(
        help: ArgumentHelp("How many times the heading counts, 0 to 10. (default: 1)", valueName: "times"))
    var headingWeight: String?

    @Flag(inversion: .prefixedNo, help: "Whether code blocks are compared. (default: --code)")
    var code: Bool?

    /// Puts what was typed into `settings`.
    func add(to settings: inout TypedSettings) {
        settings.type(.threshold, threshold)
        settings.type(.containment, containment)
        settings.type(.boilerplate, boilerplate)
        settings.type(.calibration, calibration)
        settings.type(.linkage, linkage)
        settings.type(.weights, weights)
        settings.type(.lengthBalance, lengthBalance)
        settings.type(.guard, guardsTokens)
        settings.type(.ngrams, ngrams)
        settings.type(.termFrequency, termFrequency)
        settings.type(.idf, idf)
        settings.type(.normalization, normalization)
        settings.type(.headingWeight, headingWeight)
        settings.type(.code, code)
    }
}

/// What decides clusters besides similarity.
struct ClusterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Which section of a cluster is canonical: medoid, longest, most-points, first, or newest by git. "
                + "(default: medoid)", valueName: "rule"),
        completion: .words(of: .canonical))
    var canonical: String?

    @Option(
        help: ArgumentHelp(
            "Prefer sections of matching files as canonical ones, as in .gitignore; can be repeated, the earlier wins.",
            valueName: "glob"))
    var prefer: [String] = []

    @Option(
        help: ArgumentHelp(
            "The file of decisions. (default: .refrain-decisions.yml in this folder or the nearest above)",
            valueName: "file"),
        completion: .file(extensions: ["yml", "yaml"]))
    var decisions: String?

    /// Puts what was typed into `settings`.
    func add(to settings: inout TypedSettings) {
        settings.type(.canonical, canonical)
        if !prefer.isEmpty { settings[.prefer] = TypedSetting(prefer, origin: .commandLine) }
        settings.type(.decisions, decisions)
    }
}

/// What decides which documents are read, and where they are split.
struct InputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The deepest heading level that opens a section, 1 to 6. (default: 6)", valueName: "level"))
    var splitLevel: String?

    @Option(
        help: ArgumentHelp(
            "What else opens a section: bold for paragraphs in bold, summary, list for list items, or a regular expression for "
                + "lines; auto takes questions in bold and in summary where they form a run. (default: auto)",
            valueName: "what"),
        completion: .list(["auto", "bold", "summary", "list"]))
    var splitOn: String?

    @Option(
        help: ArgumentHelp(
            "Read only files in folders that match, as in .gitignore; can be repeated.", valueName: "glob"))
    var include: [String] = []

    @Option(
        help: ArgumentHelp(
            "Leave out files and folders that match, as in .gitignore; can be repeated.", valueName: "glob"))
    var exclude: [String] = []

    @Option(
        help: ArgumentHelp(
            "The format of files named explicitly and of standard input: markdown, text, or for records jsonl, csv, tsv or "
                + "json; auto goes by the extension and takes standard input for Markdown. (default: auto)",
            valueName: "format"
        ),
        completion: .words(of: .inputFormat))
    var inputFormat: String?

    @Option(
        help: ArgumentHelp(
            "The field that holds a record's text; repeated, the fields that make it up, in this order. (default: text)",
            valueName: "name"))
    var textField: [String] = []

    @Option(
        help: ArgumentHelp(
            "What the texts of records are written in: plain, markdown or html; auto goes by the first records of each file. "
                + "(default: auto)", valueName: "format"),
        completion: .words(of: .textFormat))
    var textFormat: String?

    @Option(help: ArgumentHelp("The field that holds a record's id. (default: id)", valueName: "name"))
    var idField: String?

    @Option(help: ArgumentHelp("The field that holds a record's title. (default: title)", valueName: "name"))
    var titleField: String?

    @Flag(inversion: .prefixedNo, help: "Whether hidden files and folders are read. (default: --no-hidden)")
    var hidden: Bool?

    @Flag(
        inversion: .prefixedNo,
        help: "Whether folders such as node_modules and vendor are read. (default: --no-vendored)")
    var vendored: Bool?

    @Flag(inversion: .prefixedNo, help: "Whether .gitignore is honoured. (default: --gitignore)")
    var gitignore: Bool?

    @Option(help: ArgumentHelp("Skip files that are larger. (default: 64MB)", valueName: "size"))
    var maxFileSize: String?

    /// Puts what was typed into `settings`.
    func add(to settings: inout TypedSettings) {
        settings.type(.splitLevel, splitLevel)
        settings.type(.splitOn, splitOn)
        if !include.isEmpty { settings[.include] = TypedSetting(include, origin: .commandLine) }
        if !exclude.isEmpty { settings[.exclude] = TypedSetting(exclude, origin: .commandLine) }
        settings.type(.inputFormat, inputFormat)
        settings.type(.textField, list: textField)
        settings.type(.textFormat, textFormat)
        settings.type(.idField, idField)
        settings.type(.titleField, titleField)
        settings.type(.hidden, hidden)
        settings.type(.vendored, vendored)
        settings.type(.gitignore, gitignore)
        settings.type(.maxFileSize, maxFileSize)
    }
}

/// How the work is done and where the result goes.
struct RunningOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write the result to a file; - is standard output, here and wherever else a result is named. (default: -)",
            valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Which pairs find writes: all, distinct, one for each pair of different texts, or none. (default: all)",
            valueName: "which"),
        completion: .words(of: .pairs))
    var pairs: String?

    @Option(
        help: ArgumentHelp(
            "The settings file. (default: .refrain.yml in this folder or the nearest above)",
            valueName: "file"),
        completion: .file(extensions: ["yml", "yaml"]))
    var config: String?

    @Flag(
        inversion: .prefixedNo, help: "Whether a skipped file makes the exit status 2. (default: --no-strict)"
    )
    var strict: Bool?

    @Option(help: ArgumentHelp("How many threads work. (default: one a processor)", valueName: "number"))
    var threads: String?

    @Option(
        help: ArgumentHelp(
            "How pairs are found, with the same result: auto, dense or index. (default: auto)",
            valueName: "way"),
        completion: .words(of: .join))
    var join: String?

    @Option(
        help: ArgumentHelp(
            "How much memory comparing may take, a size or a share of the machine's. (default: 50%)",
            valueName: "size"))
    var memoryBudget: String?

    @Flag(name: .shortAndLong, help: "Write no messages but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say what each stage took, and how pairs were found.")
    var verbose = false

    /// Puts what was typed into `settings`.
    func add(to settings: inout TypedSettings) {
        settings.type(.output, output)
        settings.type(.pairs, pairs)
        settings.type(.strict, strict)
        settings.type(.threads, threads)
        settings.type(.join, join)
        settings.type(.memoryBudget, memoryBudget)
        // Each takes back what the settings file says of the other.
        settings.type(.quiet, quiet ? true : verbose ? false : nil)
        settings.type(.verbose, verbose ? true : quiet ? false : nil)
    }

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other; give one") }
    }
}

extension CompletionKind {
    /// The words that a setting takes.
    static func words(of key: SettingKey) -> CompletionKind {
        guard case .oneOf(let words) = key.domain else { preconditionFailure("\(key) takes no words") }
        return .list(words)
    }
}

extension TypedSettings {
    /// Sets `key` to an option's value where the option was given.
    mutating func type(_ key: SettingKey, _ value: String?) {
        if let value { self[key] = TypedSetting([value], origin: .commandLine) }
    }

    /// Sets `key` to a flag's value where the flag was given.
    mutating func type(_ key: SettingKey, _ value: Bool?) {
        if let value { self[key] = TypedSetting([value ? "true" : "false"], origin: .commandLine) }
    }
}
