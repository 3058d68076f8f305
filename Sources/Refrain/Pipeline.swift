internal import Clustering
internal import Matrices
public import Reading
internal import Scheduling
internal import SimilarityJoin
internal import Splitting
internal import Vectorizing

/// The stages of a run.
public enum Stage: String, Sendable, CaseIterable {
    /// Paths to documents.
    case read
    /// Documents to sections.
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

/// The whole run: read, split, vectorize, join, cluster.
public struct Pipeline: Sendable {
    private let settings: Settings
    private let workers: Workers

    /// Makes a pipeline.
    ///
    /// - Parameter threads: how many threads work where the settings do not say; the result does not depend on it.
    public init(settings: Settings = .standard, threads: Int = 1) {
        self.settings = settings
        workers = Workers(count: settings.threads ?? threads)
    }

    /// Reads `paths` and finds what repeats.
    ///
    /// - Parameters:
    ///   - paths: files and folders, or `-` for standard input; none means the current folder.
    ///   - standardInput: gives the bytes of standard input, asked for only where a path is `-`.
    ///   - willStart: told of each stage before it begins.
    /// - Throws: `ReadingError` where a path does not exist or a pattern is wrong.
    public func analysis(
        of paths: [String], standardInput: () throws(ReadingError) -> [UInt8] = { [] },
        willStart: (Stage) -> Void = { _ in }
    ) throws(ReadingError) -> Analysis {
        willStart(.read)
        let input = try Reader(settings: settings.reading).read(paths: paths, standardInput: standardInput)
        return analysis(of: input, willStart: willStart)
    }

    /// Finds what repeats in documents that have been read.
    public func analysis(of input: ReadResult, willStart: (Stage) -> Void = { _ in }) -> Analysis {
        let documents = input.documents
        willStart(.split)
        let splitter = Splitter(settings: settings.splitting)
        let pieces = splitter.pieces(of: documents)
        let split = workers.map(pieces.count) { splitter.split(pieces[$0]) }
        let sections = split.flatMap(\.sections)
        willStart(.vectorize)
        let fingerprints = workers.map(sections.count, scratch: FingerprintBuffer()) {
            $0.fingerprint(of: sections[$1])
        }
        let texts = workers.map(sections.count) { settings.comparedText(of: sections[$0]) }
        let vectorized = Vectorizer(settings: settings.vectorizing, workers: workers).vectorize(texts)
        willStart(.join)
        let matrix = vectorized.matrix
        let (rowPairs, plan) = ExactJoin(settings: settings.join, workers: workers).planned(matrix)
        let groups = RowGroups(rowOfItem: vectorized.rowOfText, rowCount: matrix.rowCount)
        let pairs = SimilarPairs(rowPairs, groups: groups) { matrix.entries(ofRow: $0).isEmpty }
        willStart(.cluster)
        let clusters = Clusterer(linkage: settings.linkage, settings: settings.join, workers: workers)
            .clusters(of: rowPairs, in: matrix, groups: groups)
        return Analysis(
            settings: settings, documents: documents, skipped: input.skipped + split.flatMap(\.skipped),
            sections: sections,
            fingerprints: fingerprints, pairs: pairs, clusters: clusters,
            clusterFingerprints: clusters.map { Fingerprint(ofGroup: $0.members.map { fingerprints[$0] }) },
            joinPlan: plan, vocabularySize: vectorized.vocabularySize, nonZeroCount: matrix.nonZeroCount)
    }
}
