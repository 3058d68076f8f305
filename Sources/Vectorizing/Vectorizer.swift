internal import Foundation
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
    /// One row a text, in the order of the texts; one column an n-gram that at least two texts hold.
    public let matrix: SparseMatrix
    /// In how many texts each column's n-gram stands, at least 2.
    public let documentFrequencies: [UInt32]
    /// How many distinct n-grams the texts hold, those of one text included.
    public let vocabularySize: Int
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
        let counted = CountedTexts(of: texts, settings: settings, workers: workers)
        let vocabulary = Vocabulary(of: counted, workers: workers)
        let weights = ColumnWeights(
            documentFrequencies: vocabulary.documentFrequencies, textCount: texts.count, settings: settings)
        let blockSize = 64
        let blocks = workers.map((texts.count + blockSize - 1) / blockSize) { block in
            RowBlock(
                texts: block * blockSize..<min((block + 1) * blockSize, texts.count), counted: counted,
                vocabulary: vocabulary, weights: weights)
        }
        var rowStarts = [0]
        for block in blocks {
            for size in block.sizes { rowStarts.append(rowStarts[rowStarts.count - 1] + size) }
        }
        let matrix = SparseMatrix(
            columnCount: vocabulary.documentFrequencies.count, rowStarts: rowStarts,
            columns: blocks.flatMap(\.columns), values: blocks.flatMap(\.values))
        return VectorizedTexts(
            matrix: matrix, documentFrequencies: vocabulary.documentFrequencies,
            vocabularySize: vocabulary.distinctCount)
    }
}

/// The inverse document frequency of each column, and of n-grams that have none.
private struct ColumnWeights: Sendable {
    let perColumn: [Double]
    let withoutColumn: Double
    let termFrequency: TermFrequency

    init(documentFrequencies: [UInt32], textCount: Int, settings: VectorizerSettings) {
        let inverse: (UInt32) -> Double = { frequency in
            settings.usesInverseDocumentFrequency
                ? log(Double(1 + textCount) / Double(1 + frequency)) + 1 : 1
        }
        perColumn = documentFrequencies.map(inverse)
        withoutColumn = inverse(1)
        termFrequency = settings.termFrequency
    }
}

/// The finished rows of a few texts that follow each other.
private struct RowBlock: Sendable {
    var sizes: [Int] = []
    var columns: [UInt32] = []
    var values: [Float] = []

    init(texts: Range<Int>, counted: CountedTexts, vocabulary: Vocabulary, weights: ColumnWeights) {
        var entries: [(column: UInt32, weight: Double)] = []
        for text in texts {
            entries.removeAll(keepingCapacity: true)
            var squares = 0.0
            for entry in counted.starts[text]..<counted.starts[text + 1] {
                let column = vocabulary.columns[entry]
                let isShared = column != Vocabulary.noColumn
                let weight =
                    weights.termFrequency.weight(count: counted.counts[entry])
                    * (isShared ? weights.perColumn[Int(column)] : weights.withoutColumn)
                squares += weight * weight
                if isShared { entries.append((column, weight)) }
            }
            append(&entries, norm: squares.squareRoot())
        }
    }

    /// Adds one row, its columns rising and its weights divided by the row's norm.
    private mutating func append(_ entries: inout [(column: UInt32, weight: Double)], norm: Double) {
        entries.sort { $0.column < $1.column }
        sizes.append(entries.count)
        for entry in entries {
            columns.append(entry.column)
            values.append(Float(entry.weight / norm))
        }
    }
}
