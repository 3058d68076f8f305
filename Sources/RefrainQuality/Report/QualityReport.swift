import Foundation

/// What stands at the head of a report.
struct ReportHeading: Sendable {
    let date, commit: String
    /// The settings that differ from the standard ones, as typed.
    let settings: [String]
}

/// A folder of `Reports/Quality`: a page to read, and plots.
struct QualityReport {
    let heading: ReportHeading
    /// The threshold that is measured: the default, or what was set.
    let threshold: Double
    let draws: Int
    let seed: UInt64
    let results: [SetResult]
    let robustness: RobustnessPage
    let pasted: PastedTable
    let beyond: BeyondTable
    let study: [StudyRow]
    let guards: GuardTable

    /// Writes the folder at `path`, which is made where it is missing.
    func write(to path: String) throws(QualityFailure) {
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch
        {
            throw .file(path: path, problem: error.localizedDescription)
        }
        try QualityFailure.write(page, to: "\(path)/README.md")
        try QualityFailure.write(reliabilityPlot.svg, to: "\(path)/reliability.svg")
        for (file, plot) in robustness.plots { try QualityFailure.write(plot.svg, to: "\(path)/\(file)") }
    }

    /// The page.
    var page: String {
        let parts =
            [opening, accuracy, clusters, kinds, reliability, robustness.text, pasted.text, beyond.text]
            + results.map { FaultList(result: $0).text }
            + [StudyTable(rows: study).text, guards.text, method]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var opening: String {
        let settings =
            heading.settings.isEmpty
            ? "The standard settings"
            : "Settings " + heading.settings.map { "`\($0)`" }.joined(separator: ", ")
        return """
            # Detection quality, \(heading.date)

            \(settings), threshold \(Figure.text(threshold)), commit \(heading.commit). Intervals are the middle 95 % of \
            \(draws) bootstrap draws of pages (seed \(seed)).
            """
    }

    private var accuracy: String {
        let rows = results.flatMap { result in
            result.rows.map { row in
                [
                    "\(result.set.name)\(row.language.map { ", \($0)" } ?? "")",
                    "\(row.sameCount) / \(row.otherCount)", Figure.text(row.accuracy.precision),
                    Figure.text(row.accuracy.recall), Figure.estimate(row.f1),
                    row.best.map { "\(Figure.text($0.accuracy.f1)) at \(Figure.text($0.threshold))" } ?? "",
                    Figure.estimate(row.averagePrecision), Figure.estimate(row.recallAt95),
                ]
            }
        }
        return "## Pairs\n\n"
            + Figure.table(
                head: [
                    "set", "same / other pairs", "P", "R", "F1", "best F1", "average precision",
                    "R at P ≥ .95",
                ], rows: rows)
    }

    private var clusters: String {
        let rows = results.compactMap { result in
            result.clusters.map {
                [
                    result.set.name, Figure.text($0.adjustedRandIndex), Figure.text($0.precision),
                    Figure.text($0.recall), Figure.text($0.f1),
                ]
            }
        }
        guard !rows.isEmpty else { return "" }
        return "## Clusters\n\n"
            + Figure.table(head: ["set", "ARI", "B³ precision", "B³ recall", "B³ F1"], rows: rows)
    }

    private var kinds: String {
        let rows = results.flatMap { result in
            result.kinds.map { kind in
                [
                    result.set.name, kind.kind, kind.isSame ? "same" : "different", "\(kind.count)",
                    "\(kind.foundCount)",
                ]
            }
        }
        guard !rows.isEmpty else { return "" }
        return "## By kind of pair\n\n"
            + Figure.table(head: ["set", "kind", "label", "pairs", "called the same"], rows: rows)
    }

    private var reliability: String {
        let rows = results.map { result in
            [result.set.name]
                + (6..<20).map { number in
                    let low = Double(number) * Reliability.width
                    guard let bin = result.reliability.bins.first(where: { abs($0.low - low) < 1e-6 }) else {
                        return ""
                    }
                    return "\(Figure.text(bin.precision)) (\(bin.same + bin.different))"
                }
        }
        let head = ["set"] + (6..<20).map { "from " + Figure.text(Double($0) * Reliability.width) }
        return """
            ## Similarity against precision

            The share of the same among judged pairs of about one similarity, and how many pairs these are.

            ![Similarity against precision](reliability.svg)


            """ + Figure.table(head: head, rows: rows)
    }

    private var reliabilityPlot: LinePlot {
        LinePlot(
            title: "Of pairs this similar, how many are the same", xName: "similarity", yName: "precision",
            xRange: 0.3...1, yRange: 0...1,
            lines: results.filter { !$0.reliability.bins.isEmpty }.map { result in
                LinePlot.Line(
                    name: result.set.name,
                    points: result.reliability.bins.filter { $0.low >= 0.3 }.map {
                        ($0.low + Reliability.width / 2, $0.precision)
                    })
            })
    }

    private var method: String {
        let missing = results.filter { $0.missingCount > 0 }.map {
            "\($0.missingCount) of the \($0.set.items.count) items of \($0.set.name) lie in no section and count as not found."
        }
        return """
            ## How it was measured

            Each set is read, split, vectorized, joined and clustered by the library, whole: similarities depend on all its \
            sections. Items are the different sections that labels speak of, so that copies gain nothing. P, R and F1 are those at \
            the threshold; ranking figures are from pairs of at least \(Measuring.floor). \(missing.joined(separator: " "))
            """
    }
}
