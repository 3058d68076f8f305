import Clustering
import Foundation
import Matrices
import Scheduling
import Scoring
import SimilarityJoin
import Spilling
import TestSupport
import Testing

/// Clusters equal those of the textbook algorithm over all rows at once.
struct ClustererTests {
    private typealias Rows = [[(column: Int, value: Double)]]

    private func clusters(_ rows: Rows, columns: Int, threshold: Double, linkage: Linkage, threads: Int = 2)
        -> [Cluster]
    {
        let matrix = TermMatrix(rows: rows, columnCount: columns)
        let settings = JoinSettings(threshold: threshold)
        let pairs = ExactJoin(settings: settings, threads: threads).pairs(in: matrix)
        return Clusterer(linkage: linkage, settings: settings, threads: threads).clusters(
            of: pairs, in: matrix, groups: RowGroups(rowCount: matrix.rowCount))
    }

    /// Joins the two most similar groups again and again, looking at every pair of rows each time.
    private func reference(_ rows: Rows, threshold: Double, linkage: Linkage) -> [[Int]] {
        let similarities = rows.map { a in rows.map { RandomRows.product(a, $0) } }
        var groups = rows.indices.map { [$0] }
        while true {
            var best: (similarity: Double, a: Int, b: Int)?
            for a in groups.indices {
                for b in groups.indices where b > a {
                    let values = groups[a].flatMap { x in groups[b].map { similarities[x][$0] } }
                    let similarity =
                        switch linkage {
                        case .average: values.reduce(0, +) / Double(values.count)
                        case .single: values.max() ?? 0
                        case .complete: values.min() ?? 0
                        }
                    if similarity > best?.similarity ?? -1 { best = (similarity, a, b) }
                }
            }
            guard let best, best.similarity >= threshold else { break }
            groups[best.a] = (groups[best.a] + groups[best.b]).sorted()
            groups.remove(at: best.b)
        }
        return groups.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    @Test(arguments: Linkage.allCases, [0.4, 0.7, 0.9])
    func clustersEqualTheTextbooks(linkage: Linkage, threshold: Double) {
        for seed in 11...14 as ClosedRange<UInt64> {
            let rows = RandomRows.make(count: 60, columns: 70, seed: seed)
            let found = clusters(rows, columns: 70, threshold: threshold, linkage: linkage)
            #expect(found.map(\.members) == reference(rows, threshold: threshold, linkage: linkage))
        }
    }

    /// Three rows on a plane, by their angles in degrees.
    private func rows(at angles: [Double]) -> Rows {
        angles.map { angle in
            [
                (column: 0, value: cosine(angle / 57.29578)),
                (column: 1, value: cosine((90 - angle) / 57.29578)),
            ]
        }
    }

    /// A third text is like two that differ in what they are about.
    @Test(arguments: [Linkage.average, .single])
    func partedPairsAreNotJoinedByAThird(_ linkage: Linkage) throws {
        let matrix = TermMatrix(rows: rows(at: [0, 18, 26]), columnCount: 2)
        let settings = JoinSettings(threshold: 0.6)
        let pairs = ExactJoin(settings: settings).pairs(in: matrix)
        #expect(pairs.count == 3)
        func found(penalty: Double) throws -> [Cluster] {
            let scored = ScoredPairs(pairs, settings: settings, workers: Workers(count: 1)) { pair in
                PairScore(cosine: pair.similarity, penalty: pair.a == 0 && pair.b == 2 ? penalty : 0)
            }
            return try Clusterer(linkage: linkage, settings: settings).clusters(
                of: scored, by: .cosine, in: matrix, groups: RowGroups(rowCount: 3), memory: .unlimited)
        }
        #expect(try found(penalty: 0.1).map(\.members) == [[0, 1, 2]])
        #expect(try found(penalty: 0.5).map(\.members) == (linkage == .average ? [[1, 2]] : [[0, 1, 2]]))
        // Where a chain is wanted, cohesion has the pair as it is.
        let cohesion = try #require(try found(penalty: 0.5).first?.cohesion)
        let (near, far, half) = (cosine(8 / 57.29578), cosine(18 / 57.29578), cosine(26 / 57.29578) / 2)
        #expect(abs(cohesion - (linkage == .average ? near : (near + far + half) / 3)) < 1e-6)
    }

    /// Lengths take from the cosines of all pairs, also of those that are in no list.
    @Test(arguments: Linkage.allCases)
    func cohesionIsTheMeanOfTheModelsScores(_ linkage: Linkage) throws {
        let rows = RandomRows.make(count: 80, columns: 40, seed: 31)
        let matrix = TermMatrix(rows: rows, columnCount: 40)
        let lengths = (0..<80).map { 100 + ($0 * 37) % 60 }
        let model = SimilarityModel(lengths: LengthBalance(lengths: lengths), tokens: nil)
        let settings = JoinSettings(threshold: 0.6)
        let scored = model.scored(
            ExactJoin(settings: settings).pairs(in: matrix), settings: settings, workers: Workers(count: 1))
        let found = try Clusterer(linkage: linkage, settings: settings).clusters(
            of: scored, by: model, in: matrix, groups: RowGroups(rowCount: 80), memory: .unlimited)
        #expect(found.contains { $0.members.count > 2 })
        func score(_ a: Int, _ b: Int) -> Double {
            model.score(ofCosine: RandomRows.product(rows[a], rows[b]), a, b).similarity
        }
        for cluster in found {
            let sums = cluster.members.map { a in
                cluster.members.reduce(0.0) { $0 + ($1 == a ? 0 : score(a, $1)) }
            }
            let pairs = Double(cluster.members.count * (cluster.members.count - 1))
            #expect(abs(cluster.cohesion - sums.reduce(0, +) / pairs) < 1e-6)
            let best = sums.max() ?? 0
            #expect(cluster.canonical == zip(cluster.members, sums).first { $0.1 > best - 1e-5 }?.0)
            for (member, similarity) in zip(cluster.members, cluster.similarities)
            where member != cluster.canonical {
                #expect(abs(similarity - score(member, cluster.canonical)) < 1e-6)
            }
        }
    }

    @Test func cohesionAndMedoidEqualTheReference() {
        let rows = RandomRows.make(count: 120, columns: 60, seed: 21)
        for cluster in clusters(rows, columns: 60, threshold: 0.5, linkage: .average) {
            let sums = cluster.members.map { a in
                cluster.members.reduce(0.0) { $0 + ($1 == a ? 0 : RandomRows.product(rows[a], rows[$1])) }
            }
            let pairs = Double(cluster.members.count * (cluster.members.count - 1))
            #expect(abs(cluster.cohesion - sums.reduce(0, +) / pairs) < 1e-6)
            let best = sums.max() ?? 0
            #expect(cluster.canonical == zip(cluster.members, sums).first { $0.1 > best - 1e-6 }?.0)
            for (member, similarity) in zip(cluster.members, cluster.similarities) {
                #expect(abs(similarity - RandomRows.product(rows[member], rows[cluster.canonical])) < 1e-6)
            }
        }
    }

    @Test func identicalRowsAreOneClusterWithFullCohesion() {
        let rows = Rows(repeating: [(column: 0, value: 0.6), (column: 1, value: 0.8)], count: 30)
        let found = clusters(rows, columns: 2, threshold: 0.9, linkage: .average)
        #expect(found.map(\.members) == [Array(0..<30)])
        #expect(found[0].canonical == 0)
        #expect(found[0].cohesion > 0.999_999 && found[0].cohesion <= 1)
    }

    @Test func aChainOfWeakLinksStaysApartUnderAverageLinkage() {
        // Neighbours are 0.8 similar, the ends hardly at all.
        let angles = [0.0, 0.6435, 1.287].map { angle in (angle, Double(1)) }
        let rows: Rows = angles.map { angle, _ in
            [(column: 0, value: cosine(angle)), (column: 1, value: cosine(1.5708 - angle))]
        }
        #expect(clusters(rows, columns: 2, threshold: 0.75, linkage: .average).map(\.members) == [[0, 1]])
        #expect(clusters(rows, columns: 2, threshold: 0.75, linkage: .single).map(\.members) == [[0, 1, 2]])
    }

    /// The cosine by its series: exact enough for angles up to π/2.
    private func cosine(_ angle: Double) -> Double {
        var (term, sum) = (1.0, 1.0)
        for n in 1...12 {
            term *= -angle * angle / Double((2 * n - 1) * 2 * n)
            sum += term
        }
        return sum
    }

    @Test func aComponentOfManyDistinctRowsGivesTheSameForAnyThreads() {
        let base = (0..<12).map { (column: $0, value: 0.28) }
        var generator = SeededGenerator(seed: 3)
        let rows: Rows = (0..<700).map { _ in
            base + [(column: 12 + Int.random(in: 0..<400, using: &generator), value: 0.2425)]
        }
        let one = clusters(rows, columns: 412, threshold: 0.9, linkage: .average, threads: 1)
        let two = clusters(rows, columns: 412, threshold: 0.9, linkage: .average, threads: 2)
        #expect(one == two)
        #expect(one.map(\.members) == [Array(0..<700)])
    }

    /// One component of which only some rows belong together, its similarities in memory and in a file.
    @Test(arguments: Linkage.allCases)
    func aComponentOnDiskGivesTheSame(linkage: Linkage) throws {
        var generator = SeededGenerator(seed: 4)
        let rows: Rows = (0..<600).map { row in
            [
                (column: 0, value: 0.5), (column: 1 + row % 7, value: 0.6),
                (column: 10 + Int.random(in: 0..<90, using: &generator), value: 0.6245),
            ]
        }
        let matrix = TermMatrix(rows: rows, columnCount: 100)
        let settings = JoinSettings(threshold: 0.55)
        let pairs = ExactJoin(settings: settings, threads: 2).pairs(in: matrix)
        func found(_ memory: WorkingMemory) throws(ScratchFileError) -> [Cluster] {
            try Clusterer(linkage: linkage, settings: settings, threads: 2).clusters(
                of: ScoredPairs(unscored: pairs), by: .cosine, in: matrix, groups: RowGroups(rowCount: 600),
                memory: memory)
        }
        let folder = FileManager.default.temporaryDirectory.path()
        let inMemory = try found(.unlimited)
        #expect(inMemory.count > (linkage == .single ? 0 : 6))
        #expect(try found(WorkingMemory(budgetBytes: 0, folder: folder)) == inMemory)
        if linkage != .single {
            #expect(throws: ScratchFileError(folder: "/no/such/folder", errorNumber: ENOENT)) {
                try found(WorkingMemory(budgetBytes: 0, folder: "/no/such/folder"))
            }
        }
    }

    @Test func itemsThatShareARowWeighAsManyRowsOfTheirOwn() {
        let rows = RandomRows.make(count: 80, columns: 60, seed: 22)
        var generator = SeededGenerator(seed: 23)
        let rowOfItem = (0..<200).map { _ in Int.random(in: 0..<80, using: &generator) }
        let apart = rowOfItem.map { rows[$0] }
        let expected = clusters(apart, columns: 60, threshold: 0.6, linkage: .average)
        let matrix = TermMatrix(rows: rows, columnCount: 60)
        let settings = JoinSettings(threshold: 0.6)
        let found = Clusterer(settings: settings, threads: 2).clusters(
            of: ExactJoin(settings: settings).pairs(in: matrix), in: matrix,
            // Rows of their own without an entry are no pairs.
            groups: RowGroups(rowOfItem: rowOfItem, rowCount: 80, isBlank: matrix.isEmpty(row:)))
        #expect(found.map(\.members) == expected.map(\.members))
        #expect(found.map(\.canonical) == expected.map(\.canonical))
        for (a, b) in zip(found, expected) {
            #expect(abs(a.cohesion - b.cohesion) < 1e-7)
            #expect(zip(a.similarities, b.similarities).allSatisfy { abs($0 - $1) < 1e-6 })
        }
    }

    @Test(arguments: [Linkage.average, .complete])
    func rowsThatAreStoredAlikeNeedNotBeAlike(linkage: Linkage) {
        // What is not stored of the first two rows differs: their cosine is 0.36.
        let rows: Rows = [[(column: 0, value: 0.6)], [(column: 0, value: 0.6)], [(column: 0, value: 1)]]
        #expect(clusters(rows, columns: 1, threshold: 0.5, linkage: linkage).map(\.members) == [[0, 2]])
    }

    @Test func noPairsGiveNoClusters() {
        let rows: Rows = [[(column: 0, value: 1)], [(column: 1, value: 1)], []]
        #expect(clusters(rows, columns: 2, threshold: 0.5, linkage: .average).isEmpty)
    }
}
