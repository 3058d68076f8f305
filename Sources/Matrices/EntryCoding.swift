/// How an entry of a row stands in 32 bits: its column in the low bits, a code for its weight in the rest.
///
/// Term frequencies take few values, nearly all of them small counts. So a code of up to 8 bits says which value it is, and
/// an entry takes half of what a column and a floating-point number take. The last code is `longCode`: the weight stands in
/// a list beside the row.
package struct EntryCoding: Sendable, Equatable {
    /// The weight of each code; 0 for `longCode`, so that a sum over codes leaves out what is added from the list.
    package let weights: [Double]
    /// How many of the low bits hold the column.
    package let columnBits: UInt32
    /// The code of weights that no other code stands for.
    package let longCode: UInt32

    /// Makes a coding for columns below `columnCount`.
    ///
    /// - Parameter weights: the values worth a code, the most frequent first; as many are taken as there is room for, 255 at
    ///   the most.
    package init(columnCount: Int, weights: [Double]) {
        precondition(columnCount <= 1 << 31, "columns are numbered in 31 bits")
        let bits = UInt32(max(1, Int.bitWidth - max(0, columnCount - 1).leadingZeroBitCount))
        columnBits = max(24, bits)
        let codeCount = 1 << (32 - columnBits)
        let coded = weights.prefix(codeCount - 1)
        self.weights = coded + [Double](repeating: 0, count: codeCount - coded.count)
        longCode = UInt32(codeCount - 1)
    }

    /// What masks the column out of an entry.
    @inline(__always)
    package var columnMask: UInt32 { ~0 >> (32 - columnBits) }

    /// The column of `entry`.
    @inline(__always)
    package func column(of entry: UInt32) -> Int { Int(entry & columnMask) }

    /// The code of `entry`.
    @inline(__always)
    package func code(of entry: UInt32) -> UInt32 { entry >> columnBits }

    /// The entry of a column and a code.
    @inline(__always)
    package func entry(column: UInt32, code: UInt32) -> UInt32 { code << columnBits | column }
}

/// The weight of an entry whose code is `EntryCoding.longCode`.
package struct LongWeight: Sendable, Equatable {
    /// The entry's place in its row.
    package let place: UInt32
    /// The weight that a code would stand for.
    package let weight: Double

    /// Makes a weight.
    package init(place: UInt32, weight: Double) {
        self.place = place
        self.weight = weight
    }
}
