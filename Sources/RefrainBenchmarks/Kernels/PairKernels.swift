import Clustering
import Matrices
import Refrain
import Reporting
import SimilarityJoin
import Vectorizing

/// From rows to a report: join, cluster, report.
struct PairKernels {
    /// What the stages work by.
    let settings: Settings
    /// How many threads work.
    let threads: Int

    /// Joins the rows of `matrix`, with one thread and with all.
    func measureJoin(of matrix: TermMatrix, _ clock: inout KernelClock) -> [SimilarPair] {
        if threads > 1 { _ = pairs(in: matrix, threads: 1, &clock) }
        return pairs(in: matrix, threads: threads, &clock)
    }

    /// Clusters what the rows stand for.
    func measureClustering(
        of pairs: [SimilarPair], _ vectorized: VectorizedTexts, _ clock: inout KernelClock
    ) {
        let groups = RowGroups(rowOfItem: vectorized.rowOfText, rowCount: vectorized.matrix.rowCount)
        let clusterer = Clusterer(linkage: settings.linkage, settings: settings.join, threads: threads)
        clock.measure("cluster", threads: threads) {
            clusterer.clusters(of: pairs, in: vectorized.matrix, groups: groups)
        } figures: { clusters, seconds in
            [
                KernelFigure(name: "sections/s", value: Double(vectorized.rowOfText.count) / seconds),
                KernelFigure(name: "clusters", value: Double(clusters.count)),
            ]
        }
    }

    /// Writes reports on the records of the file at `path`.
    func measureReporting(on path: String, _ clock: inout KernelClock) throws {
        let analysis = try Pipeline(settings: settings, threads: threads).analysis(of: [path])
        for format in [FindFormat.text, .jsonl, .json] {
            clock.measure("report (\(format.rawValue))", threads: 1) {
                format.report(on: analysis)
            } figures: { report, seconds in
                [
                    .rate(report.utf8.count, in: seconds, of: "report"),
                    KernelFigure(name: "MB", value: Double(report.utf8.count) / 1e6),
                ]
            }
        }
    }

    private func pairs(in matrix: TermMatrix, threads: Int, _ clock: inout KernelClock) -> [SimilarPair] {
        clock.measure("join", threads: threads) {
            ExactJoin(settings: settings.join, threads: threads).planned(matrix)
        } figures: { found, seconds in
            let rows = Double(matrix.rowCount)
            let work = found.statistics
            return [
                KernelFigure(name: "rows/s", value: rows / seconds),
                KernelFigure(name: "pairs of rows", value: Double(found.pairs.count)),
                KernelFigure(name: "pairs/s", value: Double(found.pairs.count) / seconds),
                KernelFigure(name: "rows met a row", value: Double(work.metRows) / rows),
                KernelFigure(name: "products a row", value: Double(work.verifiedPairs) / rows),
            ]
                + (found.plan.method == .index
                    ? [KernelFigure(name: "postings a row", value: Double(work.visitedPostings) / rows)] : [])
        }.pairs
    }
}
