package import Matrices

extension SparseMatrix {
    /// The matrix of some rows, given as lists of columns and values.
    package init(rows: [[(column: Int, value: Double)]], columns: Int) {
        self.init(
            columnCount: columns,
            rowStarts: rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) },
            columns: rows.flatMap { $0.map { UInt32($0.column) } },
            values: rows.flatMap { $0.map { Float($0.value) } })
    }
}
