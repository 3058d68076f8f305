internal import Matrices
internal import Vectorizing

/// Vectorized texts as bytes.
enum RowCoding {
    /// The bytes of `texts`, some 4 for each entry and 200 for each row, behind what they follow from.
    static func bytes(of texts: VectorizedTexts, origin: CacheKey) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(origin.bytes)
        writer.write(texts.rowOfText)
        writer.write(texts.rowLengths)
        writer.write(texts.fingerprints.map(\.high))
        writer.write(texts.fingerprints.map(\.low))
        writer.write(texts.documentFrequencies)
        writer.write(texts.vocabularySize)
        write(texts.matrix, to: &writer)
        return writer.bytes
    }

    /// The texts that `bytes` stand for; nil where they stand for none, or for what followed from another origin.
    static func texts(from bytes: [UInt8], origin: CacheKey) -> VectorizedTexts? {
        bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            guard reader.list() == origin.bytes else { return nil }
            guard let rowOfText: [Int] = reader.list(), let rowLengths: [Int] = reader.list(),
                let high: [UInt64] = reader.list(), let low: [UInt64] = reader.list(),
                let documentFrequencies: [UInt32] = reader.list(), let vocabularySize = reader.number(),
                let matrix = matrix(from: &reader), reader.isAtEnd, rowLengths.count == matrix.rowCount,
                rowOfText.allSatisfy({ $0 >= 0 && $0 < matrix.rowCount }),
                high.count == rowOfText.count, low.count == high.count,
                documentFrequencies.count == matrix.columnCount
            else { return nil }
            return VectorizedTexts(
                matrix: matrix, rowOfText: rowOfText, rowLengths: rowLengths,
                fingerprints: zip(high, low).map(Fingerprint.init(high:low:)),
                documentFrequencies: documentFrequencies, vocabularySize: vocabularySize)
        }
    }

    private static func write(_ matrix: TermMatrix, to writer: inout ByteWriter) {
        writer.write(matrix.columnCounts)
        writer.write(matrix.columnWeights)
        writer.write(matrix.coding.weights)
        writer.write(matrix.blocks.count)
        for block in matrix.blocks {
            writer.write(block.starts)
            writer.write(block.longStarts)
            writer.write(block.markOffsets)
            writer.write(block.storage.entries)
            writer.write(block.longWeights.map(\.place))
            writer.write(block.longWeights.map(\.weight))
            writer.write(block.scales)
            writer.write(block.markNorms)
        }
    }

    private static func matrix(from reader: inout ByteReader) -> TermMatrix? {
        guard let columnCounts: [UInt32] = reader.list(), let columnWeights: [Float] = reader.list(),
            let weights: [Double] = reader.list(), let blockCount = reader.number(),
            columnWeights.count == columnCounts.count
        else { return nil }
        let coding = EntryCoding(columnCount: columnCounts.count, weights: weights)
        guard coding.weights == weights else { return nil }
        var blocks: [RowBlock] = []
        for _ in 0..<blockCount {
            guard let block = block(from: &reader, coding: coding, columnCount: columnCounts.count) else {
                return nil
            }
            blocks.append(block)
        }
        guard counts(of: blocks, coding: coding, columnCount: columnCounts.count) == columnCounts else {
            return nil
        }
        return TermMatrix(
            blocks: blocks, coding: coding, bands: ColumnBands(columnCounts: columnCounts),
            columnCounts: columnCounts, columnWeights: columnWeights)
    }

    /// How many entries each column has: kernels make room by what a matrix says of it.
    private static func counts(of blocks: [RowBlock], coding: EntryCoding, columnCount: Int) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: columnCount)
        for block in blocks {
            for entry in block.storage.entries { counts[coding.column(of: entry)] += 1 }
        }
        return counts
    }

    private static func block(
        from reader: inout ByteReader, coding: EntryCoding, columnCount: Int
    ) -> RowBlock? {
        guard let starts: [UInt32] = reader.list(), let longStarts: [UInt32] = reader.list(),
            let markOffsets: [UInt32] = reader.list(), let entries: [UInt32] = reader.list(),
            let places: [UInt32] = reader.list(), let weights: [Double] = reader.list(),
            let scales: [Float] = reader.list(), let markNorms: [Float] = reader.list(),
            places.count == weights.count
        else { return nil }
        return RowBlock(
            checking: (starts, longStarts, markOffsets), entries: entries,
            longWeights: zip(places, weights).map(LongWeight.init(place:weight:)), scales: scales,
            markNorms: markNorms, coding: coding, columnCount: columnCount)
    }
}
