public import Matrices
package import Scheduling
package import Spilling

/// Texts as rows of weighted character n-grams.
///
/// Row i, column g holds tf(i, g) · idf(g) / ‖row i‖, with idf(g) = ln((1 + N)/(1 + df(g))) + 1 for N texts of
/// which df(g) hold g: the smooth form of scikit-learn's `TfidfVectorizer`, whose cosines these rows give to
/// 1e-5 with `TextNormalization.none`. (G. Salton, C. Buckley, Term-weighting approaches in automatic text
/// retrieval, 1988.)
///
/// Texts that are equal after normalization share a row. An n-gram of one row only counts in its norm and has no column: it
/// can add to no product of two different rows. So the stored part of a row can be shorter than 1. A text without n-grams is
/// an empty row.
public struct VectorizedTexts: Sendable {
    /// One row a distinct text, in the order of their first copies; one column an n-gram that at least two distinct texts
    /// hold, by rising document frequency.
    public let matrix: TermMatrix
    /// For each text its row; texts that are equal after normalization have one.
    public let rowOfText: [Int]
    /// How many scalars each row's text has after normalization; 0 for a text that holds nothing but white space.
    public let rowLengths: [Int]
    /// The fingerprint of each text after the normalization of the settings.
    public let fingerprints: [Fingerprint]
    /// In how many texts each column's n-gram stands, at least 2; rising.
    public let documentFrequencies: [UInt32]
    /// How many distinct n-grams the texts hold, those of one text included.
    public let vocabularySize: Int

    /// Puts the parts together; every row has a length, and every text a row and a fingerprint.
    package init(
        matrix: TermMatrix, rowOfText: [Int], rowLengths: [Int], fingerprints: [Fingerprint],
        documentFrequencies: [UInt32], vocabularySize: Int
    ) {
        (self.matrix, self.rowOfText, self.rowLengths) = (matrix, rowOfText, rowLengths)
        self.fingerprints = fingerprints
        (self.documentFrequencies, self.vocabularySize) = (documentFrequencies, vocabularySize)
    }
}

/// Turns texts into rows of weighted character n-grams.
public struct Vectorizer: Sendable {
    private let settings: VectorizerSettings
    private let workers: Workers

    /// Makes a vectorizer that works on `workers` threads; the result is the same for any number of them.
    package init(settings: VectorizerSettings, workers: Workers) {
        self.settings = settings
        self.workers = workers
    }

    /// Makes a vectorizer that works on `threads` threads; the result is the same for any number of them.
    public init(settings: VectorizerSettings = VectorizerSettings(), threads: Int = 1) {
        self.init(settings: settings, workers: Workers(count: threads))
    }

    /// The weighted rows of `texts`. Time and memory are linear in their scalars times n-gram lengths.
    public func vectorize(_ texts: [String]) -> VectorizedTexts {
        vectorize(count: texts.count) { texts[$0] }
    }

    /// The weighted rows of the texts `text(0)` to `text(count - 1)`, each of which is asked for three times at most: they need not
    /// stand in memory all at once.
    public func vectorize(count: Int, text: @Sendable (Int) -> String) -> VectorizedTexts {
        do {
            return try vectorize(count: count, memory: .unlimited, text: text)
        } catch {
            preconditionFailure("without a bound nothing is written to disk: \(error)")
        }
    }

    /// The same rows, of which only as much stands in memory as `memory` allows: besides 30 bytes a distinct n-gram, a few
    /// hundred a text, and what is in hand.
    ///
    /// - Throws: `ScratchFileError` where the disk does not take the rest.
    package func vectorize(
        count: Int, memory: WorkingMemory, text: @Sendable (Int) -> String
    ) throws(ScratchFileError) -> VectorizedTexts {
        let distinct = DistinctTexts(
            count: count, normalization: settings.normalization, workers: workers, text: text)
        let store = TextStore(memory)
        let usages = try terms(of: distinct, to: store) { text(distinct.firsts[$0]) }
        let columns = TermColumns(of: usages, workers: workers.step("numbering columns"))
        let assembly = RowAssembly(
            columns: columns, weights: TermWeights(settings: settings, textCount: count),
            copies: distinct.copies)
        let blocks = try store.rows(by: assembly, workers: workers)
        return VectorizedTexts(
            matrix: TermMatrix(
                blocks: blocks, coding: assembly.coding, bands: assembly.bands,
                columnCounts: columns.rowCounts,
                columnWeights: assembly.columnWeights, releasing: store.releasing),
            rowOfText: distinct.numbers, rowLengths: distinct.lengths, fingerprints: distinct.fingerprints,
            documentFrequencies: columns.documentFrequencies, vocabularySize: columns.termCount)
    }

    /// Puts the terms of all distinct texts into `store` and returns how much each term is used, by shard.
    ///
    /// Chunk after chunk is counted, dealt out and numbered, some at a time: so that what is dealt out stays small. Numbers
    /// follow from the order of the chunks, not from how many there are at a time.
    private func terms(
        of distinct: DistinctTexts, to store: TextStore, text: @Sendable (Int) -> String
    ) throws(ScratchFileError) -> [[TermUsage]] {
        let shards = (0..<NGramChunk.shardCount).map { _ in TermShard() }
        let workers = self.workers.begin(
            step: "counting n-grams", unit: "texts", total: distinct.lengths.count)
        for round in rounds(of: distinct) {
            let chunks = workers.map(
                round.count, scratch: NGramChunk.Workspace(ngramRange: settings.ngramRange)
            ) { workspace, chunk in
                workspace.chunk(of: round[chunk], normalization: settings.normalization, text: text)
            }
            workers.forEach(shards.count) {
                shards[$0].number(shard: $0, of: chunks, copies: distinct.copies)
            }
            try store.append(workers.map(chunks.count) { chunks[$0].counted() }, workers: workers)
            workers.advance(by: chunks.reduce(0) { $0 + $1.range.count })
        }
        return self.workers.step("listing n-grams").map(shards.count) { shards[$0].usage() }
    }

    /// How many scalars a chunk holds at the most, unless a single text has more.
    private static let chunkLength = 1 << 17
    /// Small input is cut into so many chunks a thread, so that none waits long for the last.
    private static let chunksPerThread = 8
    /// How many scalars are dealt out at a time for each thread: some 30 bytes of working memory each.
    private static let roundLength = 1 << 21

    /// The distinct texts in chunks, some chunks at a time.
    private func rounds(of distinct: DistinctTexts) -> [[Range<Int>]] {
        let share = distinct.lengths.reduce(0, +) / (workers.count * Self.chunksPerThread)
        let longest = min(Self.chunkLength, max(1, share))
        var (rounds, chunks): ([[Range<Int>]], [Range<Int>]) = ([], [])
        var (first, chunkLength, roundLength) = (0, 0, 0)
        for (text, length) in distinct.lengths.enumerated() {
            let isFull = chunkLength + length > longest || text - first == NGramChunk.mostTexts
            if isFull, first < text {
                chunks.append(first..<text)
                (first, chunkLength) = (text, 0)
                if roundLength > Self.roundLength * workers.count {
                    rounds.append(chunks)
                    (chunks, roundLength) = ([], 0)
                }
            }
            chunkLength += length
            roundLength += length
        }
        if first < distinct.lengths.count { chunks.append(first..<distinct.lengths.count) }
        return chunks.isEmpty ? rounds : rounds + [chunks]
    }
}
