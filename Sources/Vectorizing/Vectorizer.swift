public import Matrices
package import Scheduling

/// Texts as rows of weighted character n-grams.
///
/// Row i, column g holds tf(i, g) · idf(g) / ‖row i‖, with idf(g) = ln((1 + N)/(1 + df(g))) + 1 for N texts of
/// which df(g) hold g: the smooth form of scikit-learn's `TfidfVectorizer`, whose cosines these rows give to
/// 1e-5 with `TextNormalization.none`. (G. Salton, C. Buckley, Term-weighting approaches in automatic text
/// retrieval, 1988.)
///
/// An n-gram of one text only counts in its row's norm and has no column: it can add to no product of two
/// different rows. So the stored part of a row can be shorter than 1. A text without n-grams is an empty row.
public struct VectorizedTexts: Sendable {
    /// One row a distinct text, in the order of their first copies; one column an n-gram that at least two texts hold, by
    /// rising document frequency.
    public let matrix: SparseMatrix
    /// For each text its row; texts that are equal to the byte have one.
    public let rowOfText: [Int]
    /// In how many texts each column's n-gram stands, at least 2; rising.
    public let documentFrequencies: [UInt32]
    /// How many distinct n-grams the texts hold, those of one text included.
    public let vocabularySize: Int
}

/// Turns texts into rows of weighted character n-grams.
public struct Vectorizer: Sendable {
    private let settings: VectorizerSettings
    private let workers: Workers

    /// How many entries a partition should hold: its table then takes under 400 KB.
    private static let partitionSize = 1 << 14

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
    ///
    /// N-grams are dealt out by their hash into partitions whose tables fit the cache; one table of all n-grams costs a
    /// cache miss an entry instead.
    public func vectorize(_ texts: [String]) -> VectorizedTexts {
        let distinct = DistinctTexts(texts, workers: workers)
        let distinctTexts = distinct.firsts.count == texts.count ? texts : distinct.firsts.map { texts[$0] }
        let bits = partitionBits(for: distinctTexts)
        let chunks = chunks(of: distinctTexts, partitionBits: bits)
        let partitions = workers.map(1 << bits, scratch: PartitionTable()) { table, partition in
            table.partition(partition, of: chunks, copies: distinct.copies)
        }
        let order = ColumnOrder(of: partitions)
        let assembly = RowAssembly(
            partitions: partitions, order: order,
            weights: TermWeights(settings: settings, textCount: texts.count),
            rowCount: distinctTexts.count)
        return VectorizedTexts(
            matrix: assembly.matrix(workers: workers), rowOfText: distinct.numbers,
            documentFrequencies: order.documentFrequencies,
            vocabularySize: partitions.reduce(0) { $0 + $1.distinctCount })
    }

    /// How many bits of the hash say the partition: enough for partitions of `partitionSize` entries, 12 at most.
    private func partitionBits(for texts: [String]) -> Int {
        let entries = texts.reduce(0) { $0 + $1.utf8.count } * settings.ngramRange.count / 2
        var bits = 0
        while bits < 12, entries >> bits > Self.partitionSize { bits += 1 }
        return bits
    }

    private func chunks(of texts: [String], partitionBits: Int) -> [TextChunk] {
        let size = NGramEntry.textsPerChunk
        return workers.map(
            (texts.count + size - 1) / size, scratch: TextChunk.Workspace(ngramRange: settings.ngramRange)
        ) { workspace, chunk in
            TextChunk(
                of: texts, range: chunk * size..<min((chunk + 1) * size, texts.count),
                partitionBits: partitionBits,
                normalization: settings.normalization, workspace: &workspace)
        }
    }
}
