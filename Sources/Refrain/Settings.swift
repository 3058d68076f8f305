public import Clustering
public import Deciding
public import Reading
public import SimilarityJoin
public import Splitting
public import Vectorizing

/// Everything that decides an analysis, checked and complete.
public struct Settings: Sendable, Equatable {
    /// Which files are read.
    public let reading: ReadingSettings
    /// Where documents are split.
    public let splitting: SplittingSettings
    /// How texts become rows.
    public let vectorizing: VectorizerSettings
    /// How many times a section's heading counts, 0…10.
    public let headingWeight: Int
    /// Whether code blocks are compared.
    public let includesCode: Bool
    /// The lowest containment of a section in another that is listed; nil lists none.
    public let containment: Double?
    /// The lowest share of the sections that makes a line boilerplate, which is listed; nil lists none.
    public let boilerplate: Double?
    /// How similarity becomes probability in reports; nil where nothing was calibrated.
    public let calibration: Calibration?
    /// Whose definition of similarity the settings start from.
    public let weights: WeightsDefinition
    /// Whether the similarity of sections of different lengths is lowered.
    public let balancesLengths: Bool
    /// Whether the similarity of sections is lowered that differ in what they are about.
    public let guardsTokens: Bool
    /// Which pairs are found.
    public let join: JoinSettings
    /// How clusters form.
    public let linkage: Linkage
    /// Which section of a cluster is the canonical one.
    public let canonical: CanonicalRule
    /// Patterns of files whose sections are preferred as canonical ones, whatever the rule, the more preferred first.
    public let preferredPaths: [String]
    /// Where `preferredPaths` start: the path from there to the current folder, ending in a slash, or empty.
    public let preferredBase: String
    /// The similarity at which an outline's themes are cut; nil: where the data says.
    public let themeThreshold: Double?
    /// How many threads work; nil leaves it to whoever runs the pipeline.
    public let threads: Int?
    /// The typed values that these settings were made from.
    public let typed: TypedSettings

    /// The standard settings.
    public static let standard: Settings = {
        do { return try Settings(TypedSettings()) } catch {
            preconditionFailure("standard values are valid: \(error)")
        }
    }()

    /// Checks what was typed.
    ///
    /// - Parameters:
    ///   - typed: the values as typed.
    ///   - fileBase: the path from the settings file's folder to the current one, ending in a slash, or empty: the file's
    ///     patterns are anchored in its own folder, those of the command line in the current one.
    ///   - machineMemoryBytes: the memory that a memory budget in percents is a share of; the library does not ask the
    ///     machine for it.
    /// - Throws: `SettingsError.invalidValue` for the first value, in the order of `SettingKey`, that is not what its
    ///   setting takes.
    public init(_ typed: TypedSettings, fileBase: String = "", machineMemoryBytes: Int = 2 << 30)
        throws(SettingsError)
    {
        let values = SettingValues(typed)
        try values.check()
        self.typed = typed
        join = JoinSettings(
            threshold: try values.number(.threshold),
            memoryBudgetBytes: try values.memory(.memoryBudget, ofMachineWith: machineMemoryBytes),
            method: JoinMethod(rawValue: try values.text(.join)))
        linkage = try values.word(.linkage)
        canonical = try values.word(.canonical)
        preferredPaths = typed[.prefer].values
        preferredBase = typed[.prefer].isFromFile ? fileBase : ""
        themeThreshold = typed[.themeThreshold].values.isEmpty ? nil : try values.number(.themeThreshold)
        vectorizing = VectorizerSettings(
            ngramRange: try values.range(.ngrams), termFrequency: try values.word(.termFrequency),
            usesInverseDocumentFrequency: try values.flag(.idf),
            normalization: try values.word(.normalization))
        headingWeight = try values.integer(.headingWeight)
        includesCode = try values.flag(.code)
        weights = try values.word(.weights)
        boilerplate = typed[.boilerplate].origin == .standard ? nil : try values.number(.boilerplate)
        containment = typed[.containment].origin == .standard ? nil : try values.number(.containment)
        calibration = typed[.calibration].origin == .standard ? nil : try values.calibration(.calibration)
        balancesLengths = try values.flag(.lengthBalance)
        guardsTokens = try values.flag(.guard)
        splitting = SplittingSettings(
            splitLevel: try values.integer(.splitLevel), splitRule: try values.splitRule(.splitOn),
            recordFields: RecordFields(
                texts: try values.texts(.textField), id: try values.text(.idField),
                title: try values.text(.titleField)),
            textFormat: TextFormat(rawValue: try values.text(.textFormat)))
        reading = ReadingSettings(
            include: typed[.include].values, exclude: typed[.exclude].values,
            readsHidden: try values.flag(.hidden),
            readsVendored: try values.flag(.vendored), honoursGitignore: try values.flag(.gitignore),
            maximumFileBytes: try values.byteCount(.maxFileSize),
            inputFormat: Self.inputFormats[try values.text(.inputFormat)],
            includeBase: typed[.include].isFromFile ? fileBase : "",
            excludeBase: typed[.exclude].isFromFile ? fileBase : "")
        threads = typed[.threads].values.isEmpty ? nil : try values.integer(.threads)
    }

    /// The formats that input can be said to have; `auto` is none of them.
    private static let inputFormats: [String: DocumentFormat] = [
        "markdown": .markdown, "text": .plainText, "jsonl": .jsonLines, "json": .json,
        "csv": .csv, "tsv": .tsv,
    ]
}
