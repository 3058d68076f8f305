import Matrices
import TestSupport
import Testing

/// Rows in four bytes an entry hold what was put into them.
struct TermMatrixTests {
    @Test func entriesComeBackByColumn() {
        // More values than there are codes: some stand beside their row.
        let rows = RandomRows.make(count: 120, columns: 500, seed: 61)
        let matrix = TermMatrix(rows: rows, columnCount: 500)
        #expect(matrix.rowCount == 120)
        #expect(matrix.nonZeroCount == rows.reduce(0) { $0 + $1.count })
        for row in rows.indices {
            let entries = matrix.entries(ofRow: row)
            #expect(entries.map(\.column) == rows[row].map(\.column))
            #expect(zip(entries, rows[row]).allSatisfy { abs(Double($0.value) - $1.value) < 1e-7 })
        }
    }

    @Test func normsFromAMarkOnAreBoundsAndClose() {
        let rows = RandomRows.make(count: 100, columns: 400, seed: 62)
        let matrix = TermMatrix(rows: rows, columnCount: 400)
        for row in rows.indices {
            for mark in 0...ColumnBands.markCount {
                let first = Int(matrix.bands.starts[mark * ColumnBands.bandsPerMark])
                let behind = rows[row].filter { $0.column >= first }
                let exact = behind.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
                let bound = Double(matrix.norm(ofRow: row, fromMark: mark))
                #expect(bound >= exact && bound <= exact * 1.00001)
                #expect(matrix.offset(ofMark: mark, inRow: row) == rows[row].count - behind.count)
            }
        }
    }

    @Test func theEntriesOfARowStandByBand() {
        let rows = RandomRows.make(count: 50, columns: 3000, seed: 63)
        let matrix = TermMatrix(rows: rows, columnCount: 3000)
        var decoded = DecodedRow()
        for row in rows.indices {
            decoded.decode(row: row, of: matrix)
            let bands = decoded.withEntries { columns, _ in
                columns.map { matrix.bands.bandOfColumn[Int($0)] }
            }
            #expect(zip(bands, bands.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }

    @Test func bandsHoldAboutEquallyManyEntries() {
        let counts = (1...10_000).map { UInt32(10_000 / $0) }.reversed() as [UInt32]
        let bands = ColumnBands(columnCounts: counts)
        #expect(bands.starts.count == ColumnBands.count + 1)
        #expect(bands.starts.first == 0 && bands.starts.last == 10_000)
        let total = counts.reduce(0) { $0 + Int($1) }
        for band in 0..<ColumnBands.count {
            let columns = Int(bands.starts[band])..<Int(bands.starts[band + 1])
            // Up to the column that fills it.
            let share = counts[columns].dropLast().reduce(0) { $0 + Int($1) }
            #expect(share <= total / ColumnBands.count + 1)
            #expect(columns.allSatisfy { bands.bandOfColumn[$0] == UInt8(band) })
        }
    }

    @Test func bandsOfNoColumnsAreEmpty() {
        #expect(ColumnBands(columnCounts: []).starts.allSatisfy { $0 == 0 })
        #expect(ColumnBands(columnCounts: [0, 0]).bandOfColumn == [0, 0])
        #expect(TermMatrix(rows: [[], []], columnCount: 0).rowCount == 2)
    }

    @Test(arguments: [0, 1, 2, 1 << 24, 1 << 24 + 1, 1 << 31])
    func anEntryGivesBackColumnAndCode(columnCount: Int) {
        let coding = EntryCoding(columnCount: columnCount, weights: [1, 2, 3])
        let highest = UInt32(max(0, columnCount - 1))
        for column in [0, highest / 2, highest] {
            for code in [0, coding.longCode] {
                let entry = coding.entry(column: column, code: code)
                #expect(coding.column(of: entry) == Int(column))
                #expect(coding.code(of: entry) == code)
            }
        }
        #expect(coding.weights[Int(coding.longCode)] == 0)
    }
}
