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
        let total = columnCounts.reduce(0) { $0 + Int($1) }
        var starts: [UInt32] = []
        var bandOfColumn: [UInt8] = []
        bandOfColumn.reserveCapacity(columnCounts.count)
        var seen = 0
        for (column, columnCount) in columnCounts.enumerated() {
            let band = total == 0 ? 0 : min(Self.count - 1, seen * Self.count / total)
            while starts.count <= band { starts.append(UInt32(column)) }
            bandOfColumn.append(UInt8(band))
            seen += Int(columnCount)
        }
        while starts.count <= Self.count { starts.append(UInt32(columnCounts.count)) }
        self.starts = starts
        self.bandOfColumn = bandOfColumn
    }
}
