internal import Matrices

/// Makes rows of counted terms: columns in place of terms, weights, norms.
struct RowAssembly: Sendable {
    private let columns: TermColumns
    private let weights: TermWeights
    private let copies: [UInt32]
    /// How the entries of the matrix stand.
    let coding: EntryCoding
    /// The bands of its columns.
    let bands: ColumnBands
    /// The inverse document frequency of each column.
    let columnWeights: [Float]

    /// Prepares rows over `columns`.
    ///
    /// - Parameter copies: how many texts each distinct text stands for.
    init(columns: TermColumns, weights: TermWeights, copies: [UInt32]) {
        self.columns = columns
        self.weights = weights
        self.copies = copies
        coding = EntryCoding(
            columnCount: columns.documentFrequencies.count,
            weights: (1...255).map { weights.termFrequency($0) })
        bands = ColumnBands(columnCounts: columns.rowCounts)
        columnWeights = Self.columnWeights(weights, of: columns.documentFrequencies)
    }

    /// The weight of each column. Frequencies rise, so that few logarithms are worked out.
    private static func columnWeights(_ weights: TermWeights, of documentFrequencies: [UInt32]) -> [Float] {
        var (last, weight) = (UInt32(0), Float(0))
        return documentFrequencies.map { frequency in
            if frequency != last {
                (last, weight) = (frequency, Float(weights.inverseDocumentFrequency(frequency)))
            }
            return weight
        }
    }

    /// The working memory of a thread.
    struct Workspace {
        private let assembly: RowAssembly
        private var builder: RowBlockBuilder
        private var columns: [UInt32] = []
        private var codes: [UInt8] = []

        init(_ assembly: RowAssembly) {
            self.assembly = assembly
            builder = RowBlockBuilder(
                coding: assembly.coding, bands: assembly.bands, columnWeights: assembly.columnWeights)
        }

        /// The rows of `texts`, L2-normalized with the terms that have no column. O(entries).
        mutating func block(of texts: CountedTexts) -> RowBlock {
            var long = texts.longCounts[...]
            for place in texts.range.indices {
                texts.withEntries(at: place - texts.range.lowerBound) { terms, counts, first in
                    let ownLong = long.prefix { Int($0.place) < first + terms.count }
                    long = long.dropFirst(ownLong.count)
                    add(terms, counts, long: ownLong, first: first, copies: assembly.copies[place])
                }
            }
            return builder.finished()
        }

        private mutating func add(
            _ terms: UnsafeBufferPointer<UInt32>, _ counts: UnsafeBufferPointer<UInt8>,
            long: ArraySlice<CountedTexts.LongCount>, first: Int, copies: UInt32
        ) {
            if columns.count < terms.count {
                columns = [UInt32](repeating: 0, count: terms.count * 2)
                codes = [UInt8](repeating: 0, count: terms.count * 2)
            }
            let (kept, longWeights, squares) = translate(terms, counts, long: long, first: first)
            let inverse = assembly.weights.inverseDocumentFrequency(copies)
            columns.withUnsafeBufferPointer { columns in
                codes.withUnsafeBufferPointer { codes in
                    builder.append(
                        columns: UnsafeBufferPointer(rebasing: columns[..<kept]),
                        codes: UnsafeBufferPointer(rebasing: codes[..<kept]), longWeights: longWeights,
                        squares: squares * inverse * inverse, scale: nil)
                }
            }
        }

        /// Fills `columns` and `codes` with the terms that have a column; of the others, the sum of their squared term
        /// frequencies.
        private mutating func translate(
            _ terms: UnsafeBufferPointer<UInt32>, _ counts: UnsafeBufferPointer<UInt8>,
            long: ArraySlice<CountedTexts.LongCount>, first: Int
        ) -> (kept: Int, longWeights: [LongWeight], squares: Double) {
            var (kept, squares, nextLong) = (0, 0.0, long.startIndex)
            var longWeights: [LongWeight] = []
            let longCode = assembly.coding.longCode
            columns.withUnsafeMutableBufferPointer { columns in
                codes.withUnsafeMutableBufferPointer { codes in
                    assembly.columns.withLookup { columnOfTerm in
                        for place in terms.indices {
                            columnOfTerm.prefetch(aheadOf: place, in: terms)
                            let column = columnOfTerm[terms[place]]
                            var count = UInt32(counts[place])
                            if count == UInt32(NGramChunk.longCount), nextLong < long.endIndex,
                                Int(long[nextLong].place) == first + place
                            {
                                count = long[nextLong].count
                                nextLong += 1
                            }
                            if column == TermColumns.none {
                                let weight = assembly.weights.termFrequency(count)
                                squares += weight * weight
                                continue
                            }
                            columns[kept] = column
                            codes[kept] = UInt8(truncatingIfNeeded: min(count - 1, longCode))
                            if count > longCode {
                                let weight = assembly.weights.termFrequency(count)
                                longWeights.append(LongWeight(place: UInt32(kept), weight: weight))
                            }
                            kept += 1
                        }
                    }
                }
            }
            return (kept, longWeights, squares)
        }
    }
}
