/// The columns of a matrix in bands of neighbours that hold about equally many entries each.
///
/// The entries of every row stand by band, in no promised order within one: a counting sort over 256 bands costs two passes
/// of a row where a sort by column costs many more, and a cut between bands cuts all rows in one place all the same.
package struct ColumnBands: Sendable, Equatable {
    /// How many bands there are; some may be empty.
    package static let count = 256
    /// How many bands lie between two marks, for which rows keep their norms.
    package static let bandsPerMark = 16
    /// How many marks there are.
    package static let markCount = count / bandsPerMark

    /// The first column of each band, and after the last the number of columns: `count + 1` values.
    package let starts: [UInt32]
    /// The band of each column; rising.
    package let bandOfColumn: [UInt8]

    /// Divides the columns, of which `columnCounts` says how many entries each has. O(columns).
    package init(columnCounts: [UInt32]) {
        let total = max(1, columnCounts.reduce(0) { $0 + Int($1) })
        var starts = [UInt32](repeating: UInt32(columnCounts.count), count: Self.count + 1)
        starts[0] = 0
        var (band, seen, bandEnd) = (0, 0, Self.firstEntry(ofBand: 1, total: total))
        bandOfColumn = columnCounts.enumerated().map { column, columnCount in
            while seen >= bandEnd, band < Self.count - 1 {
                band += 1
                starts[band] = UInt32(column)
                bandEnd = Self.firstEntry(ofBand: band + 1, total: total)
            }
            seen += Int(columnCount)
            return UInt8(band)
        }
        self.starts = starts
    }

    /// How many of all entries stand in the bands before `band`, if each column could be cut: the least s with
    /// ⌊s · count / total⌋ ≥ `band`.
    private static func firstEntry(ofBand band: Int, total: Int) -> Int {
        (band * total + count - 1) / count
    }
}
