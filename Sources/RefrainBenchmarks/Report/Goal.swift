/// A figure that Refrain is to reach, and what it came to.
struct Goal: Equatable {
    /// Whether more or less is better, and how much is enough.
    enum Target: Equatable {
        case atLeast(Double)
        case atMost(Double)
    }

    /// A figure that was measured, or a bound of it.
    enum Figure: Equatable {
        case exactly(Double)
        /// The peer was stopped at the limit of time: the ratio is at least this.
        case moreThan(Double)
    }

    /// What the figure is.
    let name: String
    /// Its unit as it is written after the figure; empty for a ratio.
    let unit: String
    /// How much is enough.
    let target: Target
    /// What it came to; nil where it was not measured.
    let figure: Figure?

    /// Whether it is reached; nil where that is not known.
    var isMet: Bool? {
        switch (target, figure) {
        case (.atLeast(let target), .exactly(let value)): value >= target
        case (.atLeast(let target), .moreThan(let value)): value >= target ? true : nil
        case (.atMost(let target), .exactly(let value)): value <= target
        case (.atMost(let target), .moreThan(let value)): value > target ? false : nil
        case (_, nil): nil
        }
    }
}

/// The goals, and what a run's results say about them.
struct Goals {
    private let results: SpeedResults
    private let tool: Tool

    /// The goals as `tool`, one of Refrain's ways of use, reaches them.
    init(of tool: Tool, in results: SpeedResults) {
        (self.tool, self.results) = (tool, results)
    }

    /// Every goal, measured or not.
    var all: [Goal] {
        [(10_000, 40), (50_000, 150)].map { ratio(to: .sparseDotTopn, records: $0, atLeast: $1) }
            + [10_000, 50_000, 100_000].map { ratio(to: .gaoya, records: $0, atLeast: 2) }
            + ratiosToRensa + [growth, peakMemory] + perRun
    }

    private var ratiosToRensa: [Goal] {
        let sizes = results.sizes.isEmpty ? [10_000] : results.sizes
        return sizes.map { ratio(to: .rensa, records: $0, atLeast: 3) }
    }

    private func ratio(to peer: Tool, records: Int, atLeast target: Double) -> Goal {
        var figure: Goal.Figure?
        if let own = results.measurement(tool, records: records)?.wallSeconds,
            let other = results.measurement(peer, records: records)
        {
            if let wall = other.wallSeconds { figure = .exactly(wall.median / own.median) }
            if case .timeLimit(let seconds) = other.outcome { figure = .moreThan(seconds / own.median) }
        }
        return Goal(
            name: "times as fast as \(peer.rawValue), \(Figures.count(records)) records", unit: "×",
            target: .atLeast(target), figure: figure)
    }

    private var growth: Goal {
        let walls = [10_000, 100_000].compactMap {
            results.measurement(tool, records: $0)?.wallSeconds?.median
        }
        return Goal(
            name: "time for 100,000 records over time for 10,000", unit: "×", target: .atMost(14),
            figure: walls.count == 2 ? .exactly(walls[1] / walls[0]) : nil)
    }

    private var peakMemory: Goal {
        Goal(
            name: "peak memory, 100,000 records", unit: " MB", target: .atMost(800),
            figure: results.measurement(tool, records: 100_000)?.peakBytes.map { .exactly($0.median / 1e6) })
    }

    /// Goals that do not depend on what is written in the end.
    private var perRun: [Goal] {
        let kernel = results.kernels?.results.last { $0.name == "vectorize" }
        let rate = kernel?.figures.first { $0.name == "MB/s of text" }
        let low = results.measurement(.refrainLow, records: 10_000)?.wallSeconds
        let million = results.million.flatMap { $0.run.figures.outcome == .finished ? $0 : nil }
        return [
            Goal(
                name: "vectorizing, all threads", unit: " MB/s of text", target: .atLeast(60),
                figure: rate.map { .exactly($0.value) }),
            Goal(
                name: "threshold 0.5, 10,000 records", unit: " s", target: .atMost(2),
                figure: low.map { .exactly($0.median) }),
            Goal(
                name: "peak memory, \(Figures.count(results.million?.records ?? 1_000_000)) records",
                unit: " MB",
                target: .atMost(Double(results.million?.budgetBytes ?? 8 << 30) / 1e6),
                figure: million.map { .exactly(Double($0.run.figures.peakBytes) / 1e6) }),
        ]
    }
}
