import Foundation
import Reading
import Refrain
import Reporting

/// Runs the pipeline for a command: reads, says what was skipped, and judges what came out.
struct AnalysisRun {
    let settings: CommandSettings

    /// Analyses `paths`, writes what `report` makes of it, and returns what `report` returns besides.
    ///
    /// - Throws: `Failure` where nothing was read, or, after the report is written, where inputs were skipped under
    ///   --strict.
    func write<Extra>(of paths: [String], _ report: (Analysis) -> (text: String, extra: Extra)) throws
        -> Extra
    {
        let analysis = try analysis(of: paths)
        if !settings.isQuiet {
            for input in analysis.skipped {
                StandardStreams.message("skipped \(input.path): \(input.reason.wording)")
            }
        }
        guard !analysis.sections.isEmpty else {
            throw Failure.nothingRead(paths: paths, skipped: analysis.skipped.count)
        }
        let (text, extra) = report(analysis)
        try ResultFile.write(text, to: settings.outputPath)
        if settings.isStrict, !analysis.skipped.isEmpty {
            throw Failure.skippedUnderStrict(analysis.skipped.count)
        }
        return extra
    }

    private func analysis(of paths: [String]) throws -> Analysis {
        var standardInput: [UInt8] = []
        if paths.contains("-") { standardInput = try StandardStreams.input() }
        let pipeline = Pipeline(
            settings: settings.analysis, threads: ProcessInfo.processInfo.activeProcessorCount)
        let clock = StageClock(isOn: settings.isVerbose)
        do {
            let bytes = standardInput
            let analysis = try pipeline.analysis(
                of: paths, standardInput: { bytes }, willStart: { clock.start($0) })
            clock.finish()
            return analysis
        } catch {
            throw Failure.reading(error)
        }
    }
}

/// Says under --verbose what each stage took.
private final class StageClock {
    private let isOn: Bool
    private var running: (stage: Stage, since: ContinuousClock.Instant)?

    init(isOn: Bool) {
        self.isOn = isOn
    }

    func start(_ stage: Stage) {
        finish()
        running = (stage, .now)
    }

    func finish() {
        guard isOn, let running else { return }
        let seconds = Double(running.since.duration(to: .now) / .milliseconds(1)) / 1000
        StandardStreams.message("\(running.stage.rawValue): \(String(format: "%.3f", seconds)) s")
        self.running = nil
    }
}
