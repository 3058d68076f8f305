extension RowBlock {
    /// Makes a block of parts that stood somewhere else; nil where they do not fit together, so that no row of the block leads
    /// a kernel out of bounds. O(entries).
    ///
    /// - Parameter coding: the coding of the matrix, whose columns are those below `columnCount`.
    package init?(
        checking parts: (starts: [UInt32], longStarts: [UInt32], markOffsets: [UInt32]), entries: [UInt32],
        longWeights: [LongWeight], scales: [Float], markNorms: [Float], coding: EntryCoding, columnCount: Int
    ) {
        let (starts, longStarts, markOffsets) = parts
        let rowCount = starts.count - 1
        guard rowCount >= 0, Self.rises(starts, to: entries.count), scales.count == rowCount,
            markOffsets.count == rowCount * ColumnBands.markCount, markNorms.count == markOffsets.count,
            longStarts.isEmpty
                ? longWeights.isEmpty
                : longStarts.count == starts.count && Self.rises(longStarts, to: longWeights.count),
            entries.allSatisfy({ coding.column(of: $0) < columnCount })
        else { return nil }
        for row in 0..<rowCount {
            let count = starts[row + 1] - starts[row]
            let marks = markOffsets[row * ColumnBands.markCount..<(row + 1) * ColumnBands.markCount]
            guard Self.rises(marks), marks.allSatisfy({ $0 <= count }) else { return nil }
            let codes = entries[Int(starts[row])..<Int(starts[row + 1])].count {
                coding.code(of: $0) == coding.longCode
            }
            let long = longStarts.isEmpty ? [] : longWeights[Int(longStarts[row])..<Int(longStarts[row + 1])]
            guard long.count == codes, long.allSatisfy({ $0.place < count }) else { return nil }
        }
        self.init(
            starts: starts,
            storage: EntryStorage(count: entries.count) { _ = $0.initialize(fromContentsOf: entries) },
            longStarts: longStarts, longWeights: longWeights, scales: scales, markOffsets: markOffsets,
            markNorms: markNorms)
    }

    /// Whether `places` begin at 0, never fall, and end at `end`.
    private static func rises(_ places: [UInt32], to end: Int) -> Bool {
        places.first == 0 && places.last.map(Int.init) == end && rises(places[...])
    }

    private static func rises(_ places: ArraySlice<UInt32>) -> Bool {
        zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
    }
}
