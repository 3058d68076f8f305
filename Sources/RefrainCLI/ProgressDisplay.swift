import Foundation
import Reporting
import Scheduling
import Synchronization

/// Shows how far a run has come: on a terminal in one line that is rewritten, elsewhere under --verbose in a message every
/// few seconds. A run shorter than a second shows nothing.
final class ProgressDisplay: Sendable {
    private let isLine: Bool
    private let isOver = Mutex(false)

    /// How often a line is rewritten, and how often a message is written, in seconds.
    private static let (lineInterval, messageInterval) = (0.2, 3.0)
    /// How long a run goes on before a line is shown.
    private static let quietSeconds = 1.0

    /// Nil where nothing is to be shown.
    init?(_ settings: CommandSettings) {
        isLine = StatusLine.isPossible
        guard !settings.isQuiet, isLine || settings.isVerbose else { return nil }
    }

    /// Starts to show `progress`, from a thread of its own; nothing is shown where there is none to be had.
    func show(_ progress: RunProgress) {
        let thread = SystemThread { [self] in
            var times = ProgressTimes()
            var sinceShown = 0.0
            while true {
                Thread.sleep(forTimeInterval: Self.lineInterval)
                sinceShown += Self.lineInterval
                let reading = times.reading(of: progress.sample)
                let isDue =
                    isLine ? times.runSeconds >= Self.quietSeconds : sinceShown >= Self.messageInterval
                guard isDue else { continue }
                sinceShown = 0
                // Held while it is shown, so that nothing is shown after the end.
                let isOver = isOver.withLock { isOver in
                    if !isOver, isLine { StatusLine.show(reading.wording) }
                    if !isOver, !isLine { StandardStreams.message(reading.wording) }
                    return isOver
                }
                if isOver { return }
            }
        }
        thread?.detach()
    }

    /// Takes away what is shown, and shows nothing any more.
    func end() {
        isOver.withLock { $0 = true }
        StatusLine.clear()
    }
}

/// When the run, its stage and its step began, as far as samples show.
private struct ProgressTimes {
    private let start = ContinuousClock.now
    private var stageStart = ContinuousClock.now
    private var stepStart = ContinuousClock.now
    private var last = RunProgress.Sample()

    var runSeconds: Double { Self.seconds(since: start) }

    mutating func reading(of sample: RunProgress.Sample) -> ProgressReading {
        if sample.stage != last.stage { stageStart = .now }
        if sample.stage != last.stage || sample.step != last.step { stepStart = .now }
        last = sample
        return ProgressReading(
            stage: sample.stage, step: sample.step, label: sample.label, unit: sample.unit,
            done: sample.done, total: sample.total, stageSeconds: Self.seconds(since: stageStart),
            stepSeconds: Self.seconds(since: stepStart))
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double {
        start.duration(to: .now) / .seconds(1)
    }
}
