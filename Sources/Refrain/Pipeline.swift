public import Caching
internal import Clustering
internal import Deciding
internal import Matrices
public import Reading
package import Scheduling
internal import Scoring
internal import SimilarityJoin
internal import Spilling
internal import Splitting
internal import Vectorizing

/// The stages of a run.
public enum Stage: String, Sendable, CaseIterable {
    /// Paths to documents; record files are only looked at.
    case read
    /// Documents to sections; record files are read here, piece by piece.
    case split
    /// Sections to rows of weighted n-grams.
    case vectorize
    /// Rows to similar pairs.
    case join
    /// Pairs to clusters.
    case cluster
}

/// What a stage took.
public struct StageTime: Sendable, Equatable {
    /// The stage.
    public let stage: Stage
    /// The wall time, in seconds.
    public let seconds: Double

    /// Makes a time.
    public init(stage: Stage, seconds: Double) {
        self.stage = stage
        self.seconds = seconds
    }
}

/// The whole run: read, split, vectorize, join, cluster, decide.
public struct Pipeline: Sendable {
    private let settings: Settings
    private let choices: ClusterChoices
    private let workers: Workers
    private let cache: CacheFile?
    private let findsClusters: Bool

    /// Makes a pipeline.
    ///
    /// - Parameters:
    ///   - choices: what decides clusters besides similarity.
    ///   - threads: how many threads work where the settings do not say; the result does not depend on it.
    ///   - cache: what was worked out before and is taken from there, and where the rest is added, for the caller to save; the
    ///     result does not depend on it.
    public init(
        settings: Settings = .standard, choices: ClusterChoices = .none, threads: Int = 1,
        cache: CacheFile? = nil
    ) {
        self.init(settings: settings, choices: choices, threads: threads, cache: cache, progress: nil)
    }

    /// Makes a pipeline whose steps `progress` is told of; its stages are begun by who runs it.
    ///
    /// - Parameter findsClusters: false for reports that hold pairs alone: there are no clusters then but those that are decided, and
    ///   none of the time and memory that they take.
    package init(
        settings: Settings, choices: ClusterChoices = .none, threads: Int, cache: CacheFile? = nil,
        findsClusters: Bool = true, progress: RunProgress?
    ) {
        self.settings = settings
        self.choices = choices
        self.cache = cache
        self.findsClusters = findsClusters
        workers = Workers(count: settings.threads ?? threads, progress: progress)
    }

    /// Reads `paths` and finds what repeats.
    ///
    /// - Parameters:
    ///   - paths: files and folders, or `-` for standard input; none means the current folder.
    ///   - standardInput: gives the next bytes of standard input, none at its end; asked for only where a path is `-`.
    ///   - willStart: told of each stage before it begins.
    /// - Throws: `AnalysisError` where a path does not exist, a pattern is wrong or a decision can't be obeyed.
    public func analysis(
        of paths: [String],
        standardInput: @escaping StandardInput = { () throws(ReadingError) -> [UInt8] in [] },
        willStart: (Stage) -> Void = { _ in }
    ) throws(AnalysisError) -> Analysis {
        willStart(.read)
        let input: ReadResult
        do throws(ReadingError) {
            input = try Reader(settings: settings.reading).read(paths: paths, standardInput: standardInput)
        } catch {
            throw .reading(error)
        }
        return try analysis(of: input, scratchFolder: nil, willStart: willStart)
    }

    /// Finds what repeats in documents that have been read, all in memory, without decisions.
    public func analysis(of input: ReadResult, willStart: (Stage) -> Void = { _ in }) -> Analysis {
        precondition(
            choices.decisions.isEmpty, "a decision can fail; give a folder for working memory, or none")
        do {
            return try analysis(of: input, scratchFolder: nil, willStart: willStart)
        } catch {
            preconditionFailure("without a folder and decisions there is nothing to fail: \(error)")
        }
    }

    /// Finds what repeats in documents that have been read. What the memory budget of the settings does not hold goes to a
    /// file without a name in `scratchFolder`; the result is the same.
    ///
    /// - Throws: `AnalysisError` where the folder takes no file or the disk is full, where more pairs are found than the budget has room
    ///   for, or a decision can't be obeyed.
    public func analysis(
        of input: ReadResult, scratchFolder: String?, willStart: (Stage) -> Void = { _ in }
    ) throws(AnalysisError) -> Analysis {
        let documents = input.documents
        willStart(.split)
        let splitter = Splitter(settings: settings.splitting)
        let cached = cache.map { CachedStages($0, documents: documents, settings: settings) }
        let split = SplitSections(
            workers.step("splitting").map(pulling: splitter.pieces(of: documents)) {
                cached?.split($0, by: splitter) ?? splitter.split($0)
            })
        let sections = split.sections
        willStart(.vectorize)
        let memory = WorkingMemory(
            budgetBytes: settings.rowBudgetBytes(besides: sections), folder: scratchFolder)
        let vectorized = try vectorized(sections, memory: memory, cached)
        let fingerprints = workers.step("fingerprinting", unit: "sections").map(
            sections.count, scratch: FingerprintBuffer()
        ) {
            settings.comparesAllText(of: sections[$1])
                ? vectorized.fingerprints[$1] : $0.fingerprint(of: sections[$1])
        }
        willStart(.join)
        let matrix = vectorized.matrix
        let joined = try joined(matrix, isBounded: scratchFolder != nil)
        let groups = RowGroups(
            rowOfItem: vectorized.rowOfText, rowCount: matrix.rowCount,
            isBlank: { vectorized.rowLengths[$0] == 0 },
            representative: SectionOrder(sections: sections, documents: documents).first)
        let model = SectionScoring(
            settings: settings, lengths: vectorized.rowLengths, sections: sections, groups: groups,
            workers: workers
        ).model(scoring: joined.pairs, sections: sections, groups: groups)
        let scored = model.scored(joined.pairs, settings: settings.join, workers: workers)
        let pairs = SimilarPairs(scored.pairs, groups: groups, isEmpty: groups.isBlank)
        let contained = containedSections(in: matrix, groups: groups, except: scored.pairs)
        willStart(.cluster)
        let clusterer = Clusterer(linkage: settings.linkage, settings: settings.join, workers: workers)
        let found =
            findsClusters
            ? try clusters(
                of: scored, by: clusterer, model: model, in: matrix, groups: groups,
                scratchFolder: scratchFolder) : []
        let decided = try decided(
            found, sections: sections, documents: documents, fingerprints: fingerprints,
            measure: DecidedClusters.Measure(
                clusterer: clusterer, pairs: scored, model: model, matrix: matrix, groups: groups))
        let clusters = decided.clusters
        return Analysis(
            settings: settings, documents: documents, skipped: input.skipped + split.skipped,
            textFormats: split.textFormats, fieldUses: split.fieldUses, sections: sections,
            repeatedKeys: RepeatedKeys.groups(of: sections, workers: workers), fingerprints: fingerprints,
            pairs: pairs,
            demotedPairs: SimilarPairs(scored.guarded, groups: groups, isEmpty: { _ in true }).ofFirstItems,
            markedPairs: SimilarPairs(scored.marked, groups: groups, isEmpty: { _ in true }).ofFirstItems,
            containedSections: contained,
            boilerplate: settings.boilerplate.map {
                BoilerplateLine.lines(of: sections, fingerprints: fingerprints, share: $0)
            } ?? [], clusters: clusters,
            clusterFingerprints: clusters.map { Fingerprint(ofGroup: $0.members.map { fingerprints[$0] }) },
            decisions: decided.decisions, joinPlan: joined.plan, joinStatistics: joined.statistics,
            vocabularySize: vectorized.vocabularySize, nonZeroCount: matrix.nonZeroCount)
    }

    private func vectorized(
        _ sections: [Section], memory: WorkingMemory, _ cached: CachedStages?
    ) throws(AnalysisError) -> VectorizedTexts {
        let vectorize = { () throws(ScratchFileError) in
            try Vectorizer(settings: settings.vectorizing, workers: workers)
                .vectorize(count: sections.count, memory: memory) { settings.comparedText(of: sections[$0]) }
        }
        do throws(ScratchFileError) {
            guard let cached else { return try vectorize() }
            return try cached.vectorized(count: sections.count, vectorize)
        } catch {
            throw .workingMemory(error)
        }
    }

    private func joined(_ matrix: TermMatrix, isBounded: Bool) throws(AnalysisError) -> JoinResult {
        do throws(TooManyPairs) {
            return try ExactJoin(settings: settings.join, workers: workers).planned(
                matrix, mostPairs: isBounded ? settings.join.mostPairs : .max)
        } catch {
            throw .tooManyPairs(most: error.most, threshold: settings.join.threshold)
        }
    }

    private func clusters(
        of scored: ScoredPairs, by clusterer: Clusterer, model: SimilarityModel, in matrix: TermMatrix,
        groups: RowGroups, scratchFolder: String?
    ) throws(AnalysisError) -> [Cluster] {
        do throws(ScratchFileError) {
            return try clusterer.clusters(
                of: scored, by: model, in: matrix, groups: groups,
                memory: WorkingMemory(
                    budgetBytes: settings.similarityBudgetBytes, folder: scratchFolder))
        } catch {
            throw .workingMemory(error)
        }
    }

    private func decided(
        _ found: [Cluster], sections: [Section], documents: [Document], fingerprints: [Fingerprint],
        measure: DecidedClusters.Measure
    ) throws(AnalysisError) -> DecidedClusters {
        do throws(DecisionConflict) {
            return try DecidedClusters(
                found, choices: choices, rule: settings.canonical, sections: sections, documents: documents,
                fingerprints: fingerprints, measure: measure)
        } catch {
            throw .decisions(error)
        }
    }

    /// The sections that stand in others, where the settings want them: pairs of rows that are no similar pair, each by one of its
    /// sections.
    private func containedSections(
        in matrix: TermMatrix, groups: RowGroups, except pairs: [SimilarPair]
    ) -> [ContainedPair] {
        guard let containment = settings.containment else { return [] }
        // Two row indexes below 2³² as one number.
        let similar = Set(pairs.map { $0.a << 32 | $0.b })
        return ContainmentJoin(containment: containment, workers: workers).pairs(in: matrix)
            .filter { !similar.contains(min($0.part, $0.whole) << 32 | max($0.part, $0.whole)) }
            .map {
                ContainedPair(
                    part: groups.representatives[$0.part], whole: groups.representatives[$0.whole],
                    containment: $0.containment)
            }
    }
}
