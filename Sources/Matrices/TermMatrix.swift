/// A sparse matrix of weighted terms: a row a text, a column a term, in 4 bytes an entry.
///
/// The value of an entry is its weight (a term frequency, by `EntryCoding`) times its column's weight (an inverse document
/// frequency) times its row's scale. Values are not negative. The entries of a row stand by `ColumnBands`; in which order
/// within a band is not promised, but it is the same for the same input. Each row has its norm from each mark on: by the
/// inequality of Cauchy and Schwarz, what its product with another row can gain from there.
public struct TermMatrix: Sendable {
    /// How many columns there are.
    public let columnCount: Int
    /// How many entries are stored.
    public let nonZeroCount: Int
    /// How many rows there are.
    public var rowCount: Int { places.count }

    /// How entries stand in 32 bits.
    package let coding: EntryCoding
    /// The order of entries in rows.
    package let bands: ColumnBands
    /// How many entries each column has.
    package let columnCounts: [UInt32]
    /// What the weights of each column are multiplied by.
    package let columnWeights: [Float]
    /// What the weights of each row are multiplied by.
    package let rowScales: [Float]
    private let releasing: (@Sendable () -> Void)?
    /// The rows, some at a time.
    package let blocks: [RowBlock]
    private let places: [RowPlace]
    private let markOffsets: [UInt32]
    /// Per row and mark, the norm of the row from the mark on, rounded up.
    package let markNorms: [Float]

    /// Where a row stands.
    private struct RowPlace: Sendable {
        let block: UInt32
        let row: UInt32
        let start: UInt32
        let count: UInt32
    }

    /// Makes a matrix of `blocks`, whose rows follow each other and were made with the same coding, bands and weights.
    ///
    /// - Parameter releasing: lets go of the memory of entries that stand on disk; they come back when they are read.
    package init(
        blocks: [RowBlock], coding: EntryCoding, bands: ColumnBands, columnCounts: [UInt32],
        columnWeights: [Float], releasing: (@Sendable () -> Void)? = nil
    ) {
        self.releasing = releasing
        columnCount = columnCounts.count
        nonZeroCount = blocks.reduce(0) { $0 + $1.storage.count }
        (self.coding, self.bands, self.columnCounts, self.columnWeights) =
            (coding, bands, columnCounts, columnWeights)
        self.blocks = blocks
        rowScales = blocks.flatMap(\.scales)
        markOffsets = blocks.flatMap(\.markOffsets)
        markNorms = blocks.flatMap(\.markNorms)
        var places: [RowPlace] = []
        places.reserveCapacity(rowScales.count)
        for (number, block) in blocks.enumerated() {
            for row in 0..<block.rowCount {
                places.append(
                    RowPlace(
                        block: UInt32(number), row: UInt32(row), start: block.starts[row],
                        count: block.starts[row + 1] - block.starts[row]))
            }
        }
        self.places = places
    }

    /// Makes a matrix of rows as lists of columns and values, none negative and no column twice in a row; zeros are left out.
    /// Rows are taken as they are, not normalized: for `ExactJoin` their norm must not exceed 1.
    public init(rows all: [[(column: Int, value: Double)]], columnCount: Int) {
        let rows = all.map { $0.filter { $0.value > 0 } }
        var columnCounts = [UInt32](repeating: 0, count: columnCount)
        var uses: [Double: Int] = [:]
        for entry in rows.joined() {
            columnCounts[entry.column] += 1
            uses[entry.value, default: 0] += 1
        }
        let frequent = uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let coding = EntryCoding(columnCount: columnCount, weights: Array(frequent.prefix(255)))
        let codes = Dictionary(
            uniqueKeysWithValues: frequent.prefix(Int(coding.longCode)).enumerated().map { ($1, UInt8($0)) })
        let weights = [Float](repeating: 1, count: columnCount)
        let bands = ColumnBands(columnCounts: columnCounts)
        var builder = RowBlockBuilder(coding: coding, bands: bands, columnWeights: weights)
        for row in rows {
            let rowCodes = row.map { codes[$0.value] ?? UInt8(coding.longCode) }
            let long = row.enumerated().filter { codes[$1.value] == nil }
                .map { LongWeight(place: UInt32($0), weight: $1.value) }
            row.map { UInt32($0.column) }.withUnsafeBufferPointer { columns in
                rowCodes.withUnsafeBufferPointer {
                    builder.append(
                        columns: columns, codes: $0, longWeights: long, squares: 0, scale: row.isEmpty ? 0 : 1
                    )
                }
            }
        }
        self.init(
            blocks: [builder.finished()], coding: coding, bands: bands, columnCounts: columnCounts,
            columnWeights: weights)
    }

    /// Lets go of the memory of entries that stand on disk, if any do. To be called now and then by whoever reads many rows.
    package func release() { releasing?() }

    /// How many entries row `row` has.
    @inline(__always)
    public func entryCount(ofRow row: Int) -> Int { Int(places[row].count) }

    /// Whether row `row` has no terms at all, not even such as have no column.
    public func isEmpty(row: Int) -> Bool { rowScales[row] == 0 }

    /// The entries of row `row` with rising columns. O(e log e) for e entries: for reading, not for kernels.
    public func entries(ofRow row: Int) -> [(column: Int, value: Float)] {
        var decoded = DecodedRow()
        decoded.decode(row: row, of: self)
        return decoded.withEntries { columns, values in
            zip(columns, values).map { (column: Int($0), value: $1) }.sorted { $0.column < $1.column }
        }
    }

    /// Calls `body` with the entries of row `row` as they are stored.
    @inline(__always)
    package func withEntries<Result>(
        ofRow row: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Result
    ) -> Result {
        let place = places[row]
        let storage = blocks[Int(place.block)].storage
        return withExtendedLifetime(storage) {
            let start = Int(place.start)
            return body(UnsafeBufferPointer(rebasing: storage.entries[start..<start + Int(place.count)]))
        }
    }

    /// The weights of row `row` that have no code, by place.
    @inline(__always)
    package func longWeights(ofRow row: Int) -> ArraySlice<LongWeight> {
        let place = places[row]
        let block = blocks[Int(place.block)]
        guard !block.longStarts.isEmpty else { return [] }
        return block.longWeights[
            Int(block.longStarts[Int(place.row)])..<Int(block.longStarts[Int(place.row) + 1])]
    }

    /// Where in row `row` the entries from mark `mark` on begin; `markCount` is the row's end.
    @inline(__always)
    package func offset(ofMark mark: Int, inRow row: Int) -> Int {
        mark == ColumnBands.markCount
            ? entryCount(ofRow: row) : Int(markOffsets[row * ColumnBands.markCount + mark])
    }

    /// The norm of row `row` from mark `mark` on, rounded up; 0 for `markCount`.
    @inline(__always)
    package func norm(ofRow row: Int, fromMark mark: Int) -> Float {
        mark == ColumnBands.markCount ? 0 : markNorms[row * ColumnBands.markCount + mark]
    }

    /// All rows with their values in single precision: for products of all rows with all.
    package var expanded: SparseMatrix {
        var rowStarts = [0]
        rowStarts.reserveCapacity(rowCount + 1)
        var (columns, values): ([UInt32], [Float]) = ([], [])
        columns.reserveCapacity(nonZeroCount)
        values.reserveCapacity(nonZeroCount)
        var decoded = DecodedRow()
        for row in 0..<rowCount {
            decoded.decode(row: row, of: self)
            decoded.withEntries {
                columns.append(contentsOf: $0)
                values.append(contentsOf: $1)
            }
            rowStarts.append(columns.count)
        }
        return SparseMatrix(columnCount: columnCount, rowStarts: rowStarts, columns: columns, values: values)
    }
}

extension TermMatrix: Equatable {
    /// Whether all rows are stored with the same entries, weights and scales.
    public static func == (a: TermMatrix, b: TermMatrix) -> Bool {
        guard a.rowCount == b.rowCount, a.coding == b.coding, a.columnWeights == b.columnWeights,
            a.rowScales == b.rowScales, a.columnCounts == b.columnCounts
        else { return false }
        return (0..<a.rowCount).allSatisfy { row in
            a.longWeights(ofRow: row).elementsEqual(b.longWeights(ofRow: row))
                && a.withEntries(ofRow: row) { entries in
                    b.withEntries(ofRow: row) { entries.elementsEqual($0) }
                }
        }
    }
}
