internal import Splitting

/// Everything that can be set, by the name that it has on the command line and in the settings file.
public enum SettingKey: String, CaseIterable, Sendable {
    /// The lowest cosine that makes two sections a pair.
    case threshold
    /// How similarity becomes the probability that two sections say the same.
    case calibration
    /// The lowest containment of a section in another that is listed.
    case containment
    /// The lowest share of the sections that makes a line boilerplate, which is listed.
    case boilerplate
    /// How groups of sections are compared when clusters form.
    case linkage
    /// Whose definition of similarity counts where nothing else is set.
    case weights
    /// Whether sections of different lengths are less similar.
    case lengthBalance = "length-balance"
    /// Whether sections are less similar that differ in what they are about.
    case `guard`
    /// The lengths of the n-grams.
    case ngrams
    /// How counts become term frequencies.
    case termFrequency = "term-frequency"
    /// Whether rare n-grams weigh more.
    case idf
    /// What happens to text before it is compared.
    case normalization
    /// How many times the heading counts.
    case headingWeight = "heading-weight"
    /// Whether code blocks are compared.
    case code
    /// The deepest heading level that opens a section.
    case splitLevel = "split-level"
    /// What opens a section besides headings.
    case splitOn = "split-on"
    /// Which files are read.
    case include
    /// Which files and folders are left out.
    case exclude
    /// The format of files named explicitly and of standard input.
    case inputFormat = "input-format"
    /// The fields that hold a record's text.
    case textField = "text-field"
    /// What the texts of records are written in.
    case textFormat = "text-format"
    /// The field that holds a record's id.
    case idField = "id-field"
    /// The field that holds a record's title.
    case titleField = "title-field"
    /// Whether hidden files and folders are read.
    case hidden
    /// Whether folders of vendored code are read.
    case vendored
    /// Whether .gitignore is honoured.
    case gitignore
    /// The largest file that is read.
    case maxFileSize = "max-file-size"
    /// Which section of a cluster is the canonical one.
    case canonical
    /// Whose sections are preferred as canonical ones.
    case prefer
    /// The similarity at which themes are cut.
    case themeThreshold = "theme-threshold"
    /// How an outline names the places that a point stands in.
    case sources
    /// Which other wordings an outline shows.
    case variants
    /// The file of decisions.
    case decisions
    /// The file that the consolidated document is written to.
    case merged
    /// The rules that lint applies.
    case select
    /// The rules that lint leaves out.
    case ignore
    /// The least severity that makes lint fail.
    case failOn = "fail-on"
    /// How much the findings of rules matter.
    case severity
    /// Which rules don't count where.
    case allow
    /// Which trees say the same on purpose.
    case parallel
    /// How far the same heading counts.
    case headingScope = "heading-scope"
    /// Whether a suppression must say why.
    case requireReason = "require-reason"
    /// The file of known findings.
    case baseline
    /// Which findings lint writes.
    case findings
    /// Whether lint keeps what it worked out for the next run.
    case cache
    /// The folder of the cache.
    case cacheFolder = "cache-folder"
    /// How pairs are found; the result does not depend on it.
    case join
    /// How much working memory the join may take.
    case memoryBudget = "memory-budget"
    /// How many threads work.
    case threads
    /// The format of the result.
    case format
    /// Which pairs are written.
    case pairs
    /// The file that the result is written to.
    case output
    /// Whether skipped files make the run fail.
    case strict
    /// Whether messages are left out.
    case quiet
    /// Whether messages say more.
    case verbose

    /// What a value must be.
    public var domain: SettingDomain {
        switch self {
        case .threshold, .themeThreshold, .containment, .boilerplate: .ratio
        case .canonical: .oneOf(["medoid", "longest", "most-points", "first", "newest"])
        case .sources: .oneOf(["inline", "footnotes", "none"])
        case .variants: .oneOf(["all", "flagged", "none"])
        case .calibration: .calibration
        case .linkage: .oneOf(["average", "single", "complete"])
        case .weights: .oneOf(WeightsDefinition.allCases.map(\.rawValue))
        case .ngrams: .range(1...16)
        case .termFrequency: .oneOf(["sublinear", "binary", "raw"])
        case .normalization: .oneOf(["unicode", "none"])
        case .inputFormat: .oneOf(["auto", "markdown", "text", "jsonl", "csv", "tsv", "json"])
        case .textField: .names
        case .textFormat: .oneOf(["auto"] + TextFormat.allCases.map(\.rawValue))
        case .idField, .titleField: .name
        case .join: .oneOf(["auto", "dense", "index"])
        case .headingWeight: .integer(0...10)
        case .splitLevel: .integer(1...6)
        case .splitOn: .splitRule
        case .include, .exclude, .prefer: .globs
        case .select, .ignore: .entries(form: "a rule or a list of rules, “all” for all of them")
        case .failOn: .oneOf(["error", "warning", "note", "never"])
        case .severity:
            .entries(
                form:
                    "RULE=error, warning, note or off, “all” for all rules, with “ in PATTERN” behind it for some paths, or "
                    + "a list of these")
        case .allow: .entries(form: "RULE in PATTERN, “all” for all rules, or a list of these")
        case .parallel: .entries(form: "a pattern of folders, or several joined by “=”, or a list of these")
        case .headingScope: .oneOf(["siblings", "document", "all"])
        case .lengthBalance, .guard, .idf, .code, .hidden, .vendored, .gitignore, .requireReason, .cache,
            .strict, .quiet, .verbose:
            .flag
        case .maxFileSize: .byteCount
        case .memoryBudget: .memory
        case .threads: .integer(1...1024)
        case .pairs: .oneOf(["all", "distinct", "none"])
        case .findings: .oneOf(["all", "new"])
        case .format:
            .oneOf([
                "text", "markdown", "json", "jsonl", "csv", "html", "opml", "github", "sarif", "codeclimate",
                "checkstyle", "junit", "rdjson",
            ])
        case .output, .decisions, .merged, .baseline, .cacheFolder: .path
        }
    }

    /// The value in force where nothing sets another, as it would be typed; empty where there is none. Some depend on other
    /// settings: see `TypedSettings`.
    public var defaultValues: [String] {
        switch self {
        case .threshold: ["0.6"]
        case .linkage: ["average"]
        case .ngrams: ["3-5"]
        case .termFrequency: ["binary"]
        case .normalization: ["unicode"]
        case .headingWeight: ["1"]
        case .splitLevel: ["6"]
        case .weights: ["refrain"]
        case .lengthBalance, .guard, .idf, .code, .gitignore, .cache: ["true"]
        case .hidden, .vendored, .requireReason, .strict, .quiet, .verbose: ["false"]
        case .failOn: ["warning"]
        case .headingScope: ["siblings"]
        case .maxFileSize: ["64MB"]
        case .join, .inputFormat, .textFormat, .splitOn: ["auto"]
        case .textField: ["text"]
        case .idField: ["id"]
        case .titleField: ["title"]
        case .memoryBudget: ["50%"]
        case .pairs, .findings: ["all"]
        case .canonical: ["medoid"]
        case .sources: ["inline"]
        case .variants: ["all"]
        case .calibration, .containment, .boilerplate, .include, .exclude, .prefer, .themeThreshold,
            .decisions, .merged,
            .threads,
            .format, .output:
            []
        case .select, .ignore, .severity, .allow, .parallel, .baseline, .cacheFolder: []
        }
    }

    /// Whether only `refrain outline` has the option; a settings file can have any for all commands.
    public var isForOutlineOnly: Bool {
        switch self {
        case .themeThreshold, .sources, .variants, .merged: true
        default: false
        }
    }

    /// Whether only `refrain lint` has the option; a settings file can have any for all commands.
    public var isForLintOnly: Bool {
        switch self {
        case .select, .ignore, .failOn, .severity, .allow, .parallel, .headingScope, .requireReason,
            .baseline, .findings, .cache, .cacheFolder:
            true
        default: false
        }
    }

    /// Whether a value can change which findings count, and nothing else. What the baseline holds does, too, but its path does not.
    public var affectsFindings: Bool {
        switch self {
        case .select, .ignore, .failOn, .severity, .allow, .parallel, .headingScope, .requireReason: true
        default: false
        }
    }

    /// Whether a value can change what an outline holds, and nothing else.
    public var affectsOutline: Bool {
        self == .themeThreshold
    }

    /// Whether a value can change what is found; the others only change what is made of it, or how the work is done or
    /// shown.
    public var affectsResult: Bool {
        switch self {
        case .themeThreshold, .sources, .variants, .decisions, .merged: false
        case .select, .ignore, .failOn, .severity, .allow, .parallel, .headingScope, .requireReason,
            .baseline:
            false
        case .calibration, .cache, .cacheFolder, .join, .memoryBudget, .threads, .format, .pairs, .findings,
            .output, .strict, .quiet, .verbose:
            false
        default: true
        }
    }
}

/// What the value of a setting must be.
public enum SettingDomain: Sendable, Equatable {
    /// Whether a settings file may give a list.
    public var isList: Bool {
        switch self {
        case .globs, .entries, .names: true
        default: false
        }
    }

    /// A number above 0 and at most 1.
    case ratio
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// Two whole numbers in a range joined by a hyphen, the lower first, or one for both.
    case range(ClosedRange<Int>)
    /// One of some words.
    case oneOf([String])
    /// true or false.
    case flag
    /// A whole number of bytes above 0, or one of KB, MB or GB (of 1024).
    case byteCount
    /// A number of bytes as in `byteCount`, or a share of the machine's memory: 1% to 100%, in whole percents.
    case memory
    /// Any number of patterns as in .gitignore.
    case globs
    /// Any number of entries of a form, which is said in words.
    case entries(form: String)
    /// The name of a field: any text that is not empty.
    case name
    /// The names of one field or several.
    case names
    /// auto, bold, summary, list or a regular expression that does not match the empty line.
    case splitRule
    /// Two numbers, intercept and slope.
    case calibration
    /// The path of a file: any text that is not empty.
    case path
}
