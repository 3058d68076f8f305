internal import Matrices
internal import Scoring
internal import SimilarityJoin

/// Finds a cluster's medoid and cohesion from the scores of all its pairs: those of the list of pairs are looked up, the model is
/// asked for the others. O(k²) look-ups for k rows, and a product of two rows for each pair that is not in the list.
///
/// Sums run in double precision and in a fixed order, so that what is printed does not depend on the machine's BLAS.
struct ClusterCenter {
    private let matrix: TermMatrix
    private let pairs: PairTable
    private let model: SimilarityModel
    /// A row as 8 bytes a column, made for the first pair that is not in the list.
    private var spread: [Double]
    private var decoded = DecodedRow()

    /// Makes the working memory.
    init(matrix: TermMatrix, pairs: PairTable, model: SimilarityModel) {
        self.matrix = matrix
        self.pairs = pairs
        self.model = model
        spread = []
    }

    /// The cluster of the items `members`, which rise. The medoid is the item with the highest sum of similarities to the
    /// others; means that differ by less than 1e-7, what single precision leaves uncertain, are ties and go to the lower item.
    ///
    /// - Parameter canonical: the member that is canonical instead of the medoid.
    mutating func cluster(of members: [Int], canonical: Int? = nil, groups: RowGroups) -> Cluster {
        let rows = members.map { groups.rowOfItem[$0] }
        let copies = rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }.sorted { $0.key < $1.key }
            .map { (row: $0.key, count: $0.value) }
        let sumOfRow = sums(of: copies)
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

    /// Per row, the sum of the similarities of one of its items to the other members. Items of one row are 1 similar.
    private mutating func sums(of copies: [(row: Int, count: Int)]) -> [Int: Double] {
        var sums = copies.map { Double($0.count - 1) }
        for b in copies.indices {
            let similarities = similarities(of: copies[b].row, with: copies[..<b].map(\.row))
            for (a, similarity) in similarities.enumerated() {
                sums[a] += similarity * Double(copies[b].count)
                sums[b] += similarity * Double(copies[a].count)
            }
        }
        return Dictionary(uniqueKeysWithValues: zip(copies.map(\.row), sums))
    }

    /// The similarity of each row with the canonical one; 1 for the same row.
    private mutating func similarities(of rows: [Int], to canonicalRow: Int) -> [Double] {
        let others = Set(rows).subtracting([canonicalRow]).sorted()
        var known = Dictionary(
            uniqueKeysWithValues: zip(others, similarities(of: canonicalRow, with: others)))
        known[canonicalRow] = 1
        return rows.map { known[$0, default: 0] }
    }

    /// The similarity of a row with each of others.
    private mutating func similarities(of row: Int, with others: [Int]) -> [Double] {
        let known = others.map { pairs.similarity(of: row, $0) }
        guard known.contains(where: { $0 == nil }) else { return known.compactMap { $0 } }
        if spread.isEmpty { spread = [Double](repeating: 0, count: matrix.columnCount) }
        spreadOut(row: row)
        defer { clear(row: row) }
        return zip(others, known).map { other, known in
            known ?? model.score(ofCosine: min(1, product(with: other)), row, other).similarity
        }
    }

    private mutating func spreadOut(row: Int) {
        decoded.decode(row: row, of: matrix)
        decoded.withEntries { columns, values in
            spread.withUnsafeMutableBufferPointer { spread in
                for place in columns.indices { spread[Int(columns[place])] = Double(values[place]) }
            }
        }
    }

    private mutating func clear(row: Int) {
        decoded.decode(row: row, of: matrix)
        decoded.withEntries { columns, _ in
            spread.withUnsafeMutableBufferPointer { spread in
                for column in columns { spread[Int(column)] = 0 }
            }
        }
    }

    /// The product of the row that is spread out with another.
    private mutating func product(with row: Int) -> Double {
        decoded.decode(row: row, of: matrix)
        return decoded.withEntries { columns, values in
            spread.withUnsafeBufferPointer { spread in
                columns.indices.reduce(0.0) { $0 + Double(values[$1]) * spread[Int(columns[$1])] }
            }
        }
    }
}
