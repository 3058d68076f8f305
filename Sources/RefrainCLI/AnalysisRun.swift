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
    func write<Extra>(
        of paths: [String],
        _ report: (Analysis, [StageTime]) throws(Failure) -> (text: String?, extra: Extra)
    ) throws(Failure) -> Extra {
        let result = try ResultFile(settings.outputPath)
        if let path = paths.first(where: { $0 != "-" && result.isFile(at: $0) }) {
            throw .outputIsInput(path)
        }
        let clock = StageClock(isOn: settings.isVerbose && !settings.isQuiet)
        let analysis = try analysis(of: paths, leavingOut: result, clock: clock)
        guard !analysis.sections.isEmpty else {
            throw .nothingRead(
                paths: paths, blank: analysis.documents.count, skipped: analysis.skipped.count)
        }
        let (text, extra) = try report(analysis, clock.times)
        if let text { try result.write(text) }
        if settings.isStrict, !analysis.skipped.isEmpty {
            throw .skippedUnderStrict(analysis.skipped.count)
        }
        return extra
    }

    private func analysis(of paths: [String], leavingOut result: ResultFile, clock: StageClock)
        throws(Failure) -> Analysis
    {
        clock.start(.read)
        let input = withoutEarlierResult(try read(paths), result)
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let analysis = Pipeline(settings: settings.analysis, threads: threads)
            .analysis(of: input, willStart: { clock.start($0) })
        clock.finish()
        for input in analysis.skipped { say("skipped \(input.path): \(input.reason.wording)") }
        if settings.isVerbose { say(Wording.plan(of: analysis)) }
        return analysis
    }

    private func read(_ paths: [String]) throws(Failure) -> ReadResult {
        let bytes = paths.contains("-") ? try StandardStreams.input() : []
        do throws(ReadingError) {
            return try Reader(settings: settings.analysis.reading).read(paths: paths) { bytes }
        } catch {
            throw failure(error)
        }
    }

    /// A report that an earlier run wrote into a folder which is read now repeats everything there is.
    private func withoutEarlierResult(_ input: ReadResult, _ result: ResultFile) -> ReadResult {
        let merged = settings.mergedPath.flatMap { try? ResultFile($0) }
        let kept = input.documents.filter { document in
            let isResult =
                document.path != "-"
                && (result.isFile(at: document.path) || merged?.isFile(at: document.path) == true)
            if isResult { say("left out \(document.path): the result is written to it") }
            return !isResult
        }
        return ReadResult(documents: kept, skipped: input.skipped)
    }

    func failure(_ error: ReadingError) -> Failure {
        guard case .invalidGlob(let pattern, let fault) = error,
            let key = [SettingKey.include, .exclude, .prefer].first(where: {
                settings.typed[$0].values.contains(pattern)
            })
        else { return .reading(error) }
        return .pattern(pattern, fault, key, settings.typed[key].origin)
    }

    private func say(_ message: String) {
        if !settings.isQuiet { StandardStreams.message(message) }
    }
}

/// Says under --verbose what each stage took, and keeps it.
private final class StageClock {
    private let isOn: Bool
    /// What each finished stage took; none unless --verbose is on.
    private(set) var times: [StageTime] = []
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
        times.append(StageTime(stage: running.stage, seconds: seconds))
        StandardStreams.message("\(running.stage.rawValue): \(String(format: "%.3f", seconds)) s")
        self.running = nil
    }
}
