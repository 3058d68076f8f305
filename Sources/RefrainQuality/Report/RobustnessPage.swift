/// The part of a report about edited copies: a table and a plot a language.
struct RobustnessPage {
    let curves: [RobustnessCurve]
    let threshold: Double

    private var languages: [String] {
        ["en", "zh"].filter { language in curves.contains { $0.language == language } }
    }

    /// The plots, by the name of their file.
    var plots: [(file: String, plot: LinePlot)] {
        languages.map { language in
            (
                "robustness-\(language).svg",
                LinePlot(
                    title: "Edited copies that are found, \(language)",
                    xName: "share of the text that is edited",
                    yName: "recall at a precision of 0.95", xRange: 0...0.5, yRange: 0...1,
                    lines: curves.filter { $0.language == language }.map { curve in
                        LinePlot.Line(
                            name: curve.edit.rawValue, points: curve.points.map { ($0.share, $0.recallAt95) })
                    })
            )
        }
    }

    var text: String {
        guard !curves.isEmpty else { return "" }
        let head = ["language, edit"] + RobustnessCurve.shares.map { "\(Int(($0 * 100).rounded())) %" }
        let rows = curves.map { curve in
            ["\(curve.language), \(curve.edit.rawValue)"]
                + curve.points.map { "\(Figure.text($0.recallAt95)) / \(Figure.text($0.recall))" }
        }
        let images = languages.map { "![Edited copies, \($0)](robustness-\($0).svg)" }.joined(
            separator: "\n\n")
        return """
            ## Edited copies

            Fixture sections of one language, each with a seeded edit of a share of its text: recall of the copies at a precision \
            of at least 0.95 / recall at \(Figure.text(threshold)).

            \(images)


            """ + Figure.table(head: head, rows: rows)
    }
}
