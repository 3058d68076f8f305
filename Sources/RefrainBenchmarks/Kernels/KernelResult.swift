import Foundation

/// A rate or a count that a kernel came to.
struct KernelFigure: Codable, Equatable {
    /// What it is, unit included: "MB/s of text".
    var name: String
    /// The figure, from the median of the runs.
    var value: Double
}

/// What one kernel took.
struct KernelResult: Codable, Equatable {
    /// The stage, or a part of one.
    var name: String
    /// How many threads worked.
    var threads: Int
    /// Wall seconds of the runs.
    var seconds: Spread
    /// The most memory that this process held while the kernel ran, in bytes: with what the stages before left standing.
    var peakBytes: Int
    /// What follows from the time.
    var figures: [KernelFigure]
}

/// Runs kernels several times and keeps what they took.
struct KernelClock {
    /// How often each kernel runs.
    let runs: Int
    private(set) var results: [KernelResult] = []

    init(runs: Int) {
        self.runs = runs
    }

    /// Runs `body` and returns what its last run gave.
    ///
    /// - Parameter figures: from what a run gave and the median seconds, what to keep.
    @discardableResult
    mutating func measure<Result>(
        _ name: String, threads: Int, _ body: () throws -> Result,
        figures: (Result, Double) -> [KernelFigure]
    ) rethrows -> Result {
        PeakMemory.reset()
        var seconds: [Double] = []
        var result: Result?
        for _ in 0..<max(1, runs) {
            // What the run before gave is let go, so that memory is that of one run.
            result = nil
            let start = ContinuousClock.now
            result = try body()
            seconds.append(Double(start.duration(to: .now) / .microseconds(1)) / 1e6)
        }
        guard let result, let spread = Spread(seconds) else {
            preconditionFailure("a kernel runs at least once")
        }
        results.append(
            KernelResult(
                name: name, threads: threads, seconds: spread, peakBytes: PeakMemory.bytes,
                figures: figures(result, spread.median)))
        return result
    }
}

/// The high-water mark of this process's memory.
enum PeakMemory {
    /// Sets the mark back to what is held now (Linux, proc(5): clear_refs).
    static func reset() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }

    /// The mark in bytes; 0 where the system does not tell.
    static var bytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return
            (line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
            ?? 0)
            * 1024
    }
}
