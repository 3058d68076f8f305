internal import Matrices
internal import SimilarityJoin

/// Finds a cluster's medoid and cohesion: from the similarities of its pairs where all its rows are pairs, in k²/2 look-ups for
/// k rows; else, from the first pair of rows that is none, in time linear in their entries.
///
/// With s the sum of the members, a member x has the sum of similarities x·s − x·x to the others, and all pairs together
/// have (s·s − Σ x·x)/2: no similarity matrix is needed. Sums run in double precision and in a fixed order, so that what is
/// printed does not depend on the machine's BLAS.
struct ClusterCenter {
    private let matrix: TermMatrix
    private let pairs: PairTable
    /// 8 bytes a column, made for the first cluster that needs them.
    private var sums: [Double]
    private var decoded = DecodedRow()

    /// Makes the working memory.
    init(matrix: TermMatrix, pairs: PairTable) {
        self.matrix = matrix
        self.pairs = pairs
        sums = []
    }

    /// The cluster of the items `members`, which rise. The medoid is the item with the highest sum of similarities to the
    /// others; means that differ by less than 1e-7, what single precision leaves uncertain, are ties and go to the lower item.
    ///
    /// - Parameter canonical: the member that is canonical instead of the medoid.
    mutating func cluster(of members: [Int], canonical: Int? = nil, groups: RowGroups) -> Cluster {
        let rows = members.map { groups.rowOfItem[$0] }
        let copies = rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }.sorted { $0.key < $1.key }
            .map { (row: $0.key, count: $0.value) }
        let sumOfRow = sumsFromPairs(copies) ?? sumsFromVectors(copies)
        let similarities = rows.map { sumOfRow[$0, default: 0] }
        var (best, highest) = (0, -1.0)
        let tie = 1e-7 * Double(members.count - 1)
        for (place, similarity) in similarities.enumerated() where similarity > highest + tie {
            (best, highest) = (place, similarity)
        }
        if let canonical, let place = members.firstIndex(of: canonical) { best = place }
        let pairs = Double(members.count * (members.count - 1))
        return Cluster(
            members: members, canonical: members[best],
            similarities: self.similarities(of: rows, to: rows[best]),
            cohesion: min(1, similarities.reduce(0, +) / pairs))
    }

    /// Per row, the sum of the similarities of one of its items to the other members; nil unless all rows are pairs. Items of
    /// one row are 1 similar.
    private func sumsFromPairs(_ copies: [(row: Int, count: Int)]) -> [Int: Double]? {
        var sums = [Double](repeating: 0, count: copies.count)
        for b in copies.indices {
            sums[b] += Double(copies[b].count - 1)
            for a in 0..<b {
                guard let similarity = pairs.similarity(of: copies[a].row, copies[b].row) else { return nil }
                sums[a] += similarity * Double(copies[b].count)
                sums[b] += similarity * Double(copies[a].count)
            }
        }
        return Dictionary(uniqueKeysWithValues: zip(copies.map(\.row), sums))
    }

    /// The same for any rows.
    private mutating func sumsFromVectors(_ copies: [(row: Int, count: Int)]) -> [Int: Double] {
        if sums.isEmpty { sums = [Double](repeating: 0, count: matrix.columnCount) }
        for (row, count) in copies { add(row: row, times: Double(count)) }
        defer { for (row, _) in copies { clear(row: row) } }
        var result: [Int: Double] = [:]
        for (row, count) in copies {
            let products = products(of: row)
            result[row] = products.withSums - products.withItself * Double(count) + Double(count - 1)
        }
        return result
    }

    private mutating func add(row: Int, times count: Double) {
        decoded.decode(row: row, of: matrix)
        decoded.withEntries { columns, values in
            sums.withUnsafeMutableBufferPointer { sums in
                for place in columns.indices { sums[Int(columns[place])] += Double(values[place]) * count }
            }
        }
    }

    private mutating func clear(row: Int) {
        decoded.decode(row: row, of: matrix)
        decoded.withEntries { columns, _ in
            sums.withUnsafeMutableBufferPointer { sums in for column in columns { sums[Int(column)] = 0 } }
        }
    }

    /// The cosine of each row with the canonical one; 1 for the same row.
    private mutating func similarities(of rows: [Int], to canonicalRow: Int) -> [Double] {
        var known: [Int: Double] = [canonicalRow: 1]
        var rest: [Int] = []
        for row in rows where known[row] == nil {
            known[row] = pairs.similarity(of: row, canonicalRow)
            if known[row] == nil { rest.append(row) }
        }
        if !rest.isEmpty {
            if sums.isEmpty { sums = [Double](repeating: 0, count: matrix.columnCount) }
            add(row: canonicalRow, times: 1)
            for row in rest { known[row] = min(1, products(of: row).withSums) }
            clear(row: canonicalRow)
        }
        return rows.map { known[$0, default: 0] }
    }

    /// The products of row `row` with the sums and with itself.
    private mutating func products(of row: Int) -> (withSums: Double, withItself: Double) {
        decoded.decode(row: row, of: matrix)
        return decoded.withEntries { columns, values in
            sums.withUnsafeBufferPointer { sums in
                var (withSums, withItself) = (0.0, 0.0)
                for place in columns.indices {
                    let value = Double(values[place])
                    withSums += value * sums[Int(columns[place])]
                    withItself += value * value
                }
                return (withSums, withItself)
            }
        }
    }
}
