/// The plots of a run: wall time and peak memory against the number of records.
struct ToolPlots {
    private let results: SpeedResults

    init(of results: SpeedResults) {
        self.results = results
    }

    /// Wall time.
    var time: LogPlot {
        plot(title: "Time to find the pairs among N records", yName: "wall seconds, whole process") {
            $0.wallSeconds
        }
    }

    /// Peak memory.
    var memory: LogPlot {
        plot(title: "Memory to find the pairs among N records", yName: "peak MB, whole process") {
            measurement in
            measurement.peakBytes.flatMap { Spread([$0.minimum / 1e6, $0.median / 1e6, $0.maximum / 1e6]) }
        }
    }

    /// Each tool's name in the plot and its color: distinct for eyes that see less color too (M. Okabe, K. Ito, 2008).
    private static let styles: [(tool: Tool, name: String, color: String)] = [
        (.datasketch, "datasketch", "#b07d00"), (.rensa, "rensa", "#009e73"), (.gaoya, "gaoya", "#a8467f"),
        (.fastsketch, "FastSketchLSH", "#d55e00"),
        (.sparseDotTopn, "sparse_dot_topn", "#555555"), (.refrainPairs, "Refrain, all pairs", "#3f8fc4"),
        (.refrain, "Refrain", "#00507f"),
    ]

    private func plot(title: String, yName: String, figure: (Measurement) -> Spread?) -> LogPlot {
        let lines = Self.styles.compactMap { style -> LogPlot.Line? in
            let measured = results.sizes.compactMap { results.measurement(style.tool, records: $0) }
            guard !measured.isEmpty else { return nil }
            let points = measured.compactMap { measurement in
                figure(measurement).map { LogPlot.Point(x: Double(measurement.records), y: $0) }
            }
            return LogPlot.Line(
                name: style.name, color: style.color, isMain: style.tool == .refrain, points: points,
                stoppedAt: measured.compactMap { Self.stopped($0, figure: figure) }.first)
        }
        return LogPlot(
            title: title, xName: "records (N)", yName: yName, lines: lines,
            xMarks: results.sizes.map(Double.init))
    }

    /// Where a tool was stopped, at the figure that it had come to by then.
    private static func stopped(_ measurement: Measurement, figure: (Measurement) -> Spread?) -> LogPlot
        .Point?
    {
        guard case .timeLimit = measurement.outcome, var run = measurement.runs.last else { return nil }
        run.figures.outcome = .finished
        let asFinished = Measurement(tool: measurement.tool, records: measurement.records, runs: [run])
        return figure(asFinished).map { LogPlot.Point(x: Double(measurement.records), y: $0) }
    }
}
