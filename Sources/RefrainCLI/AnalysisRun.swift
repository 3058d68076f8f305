import Caching
import Deciding
import Foundation
import Reading
import Refrain
import Reporting
import Scheduling
import Spilling

/// Runs the pipeline for a command: reads, says what was skipped, and judges what came out.
struct AnalysisRun {
    let settings: CommandSettings
    /// The files that other results than the report are written to: neither read nor, where they are named, replaced.
    var otherResultPaths: [String] = []
    /// Where what was worked out is kept for the next run.
    var cache: CacheFile?
    /// What is read in the place of the disk's files; nil for these.
    var stagedTree: StagedTree?
    /// Whether the report has clusters.
    var findsClusters = true

    /// Adds a report on an analysis, and under --verbose on what it took, to a buffer; gives the status to end with.
    typealias Report =
        (Analysis, RunCost?, inout ReportBuffer) throws(ReportError) -> ExitStatus

    /// Analyses `paths`, writes what `report` makes of it, and ends the process with its status.
    ///
    /// - Throws: `Failure` where nothing was read, or, after the report is written, where inputs were skipped under
    ///   --strict.
    func end(of paths: [String], _ report: @escaping Report) throws(Failure) -> Never {
        try end(of: paths) { (_) throws(Failure) in report }
    }

    /// Analyses `paths`, has `making` make a report of it, or none where there is nothing to write, and ends the process.
    ///
    /// - Throws: what the other `end` throws, and what `making` does.
    func end(of paths: [String], making report: (Analysis) throws(Failure) -> Report?) throws(Failure)
        -> Never
    {
        let place = DecisionsPlace(settings: settings)
        let choices = try choices(decisions: try place.decisions())
        let result = try ResultFile(settings.outputPath)
        if let path = paths.first(where: { $0 != "-" && result.isFile(at: SystemPath($0)) }) {
            throw .outputIsInput(path)
        }
        for other in otherResultPaths {
            let file = try ResultFile(other)
            if let path = paths.first(where: { $0 != "-" && file.isFile(at: SystemPath($0)) }) {
                throw .lint(.resultIsInput(path))
            }
        }
        let clock = StageClock(
            isOn: settings.isVerbose && !settings.isQuiet, display: ProgressDisplay(settings))
        let analysis = try analysis(of: paths, choices, leavingOut: result, clock: clock)
        for unmatched in analysis.decisions.unmatched {
            say(DecisionMessages.message(unmatched, path: place.path))
        }
        guard !analysis.sections.isEmpty else {
            let skipped = Set(analysis.skipped.map(\.path))
            throw .nothingRead(
                paths: paths, blank: analysis.documents.count { !skipped.contains($0.path) },
                skipped: analysis.skipped.count)
        }
        var status = ExitStatus.clean
        clock.start("report")
        clock.progress.begin(step: nil, unit: "bytes", total: 0)
        if let report = try report(analysis) {
            try result.write(progress: clock.progress) { buffer throws(ReportError) in
                status = try report(analysis, clock.cost, &buffer)
            }
        }
        clock.finish()
        if clock.isOn { say("peak memory: \(Wording.megabytes(Machine.peakMemoryBytes))") }
        if settings.isStrict, !analysis.skipped.isEmpty {
            throw .skippedUnderStrict(analysis.skipped.count)
        }
        // The system takes memory back at once; giving it back piece by piece takes a tenth of a second for 100,000 sections.
        clock.end()
        withExtendedLifetime(analysis) { Foundation.exit(status.rawValue) }
    }

    private func choices(decisions: [Decision]) throws(Failure) -> ClusterChoices {
        do throws(ReadingError) {
            return try ClusterChoices(settings.analysis, decisions: decisions, dates: GitDates.dates)
        } catch {
            throw failure(error)
        }
    }

    private func analysis(
        of paths: [String], _ choices: ClusterChoices, leavingOut result: ResultFile, clock: StageClock
    ) throws(Failure) -> Analysis {
        clock.start(Stage.read.rawValue)
        let input = withoutEarlierResult(try read(paths), result)
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let analysis: Analysis
        do throws(AnalysisError) {
            analysis = try Pipeline(
                settings: settings.analysis, choices: choices, threads: threads, cache: cache,
                findsClusters: findsClusters, progress: clock.progress
            ).analysis(
                of: input, scratchFolder: Self.scratchFolder, willStart: { clock.start($0.rawValue) })
        } catch {
            throw failure(error)
        }
        clock.finish()
        if let cache { CachePlace(settings: settings).save(cache) }
        for message in SkippedMessages.messages(on: analysis.skipped) { say(message) }
        for use in analysis.fieldUses {
            if let message = Wording.unseenFields(use, in: analysis) { say(message) }
        }
        for message in RepeatedKeyMessages.messages(on: analysis) { say(message) }
        if settings.isVerbose {
            for choice in analysis.textFormats { say(Wording.textFormat(choice, in: analysis)) }
            say(Wording.plan(of: analysis))
            for found in analysis.linesLikeTitles { say(Wording.linesLikeTitles(found)) }
        }
        return analysis
    }

    /// Where working memory goes that does not fit: TMPDIR, or the folder for temporary files that are large, which unlike
    /// /tmp is seldom in memory itself.
    private static var scratchFolder: String {
        ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/var/tmp"
    }

    private func read(_ paths: [String]) throws(Failure) -> ReadResult {
        let input: ReadResult
        do throws(ReadingError) {
            input = try Reader(settings: settings.analysis.reading).read(
                paths: paths, from: stagedTree ?? FileSystem(), standardInput: StandardStreams.input)
        } catch {
            throw failure(error)
        }
        // No fault of the file: the next one would be skipped too.
        for skipped in input.skipped {
            if case .unreadable(let number) = skipped.reason, [EMFILE, ENFILE, ENOMEM].contains(number) {
                throw .tooLittleForFile(skipped.path, number)
            }
        }
        return input
    }

    /// A report that an earlier run wrote into a folder which is read now repeats everything there is.
    private func withoutEarlierResult(_ input: ReadResult, _ result: ResultFile) -> ReadResult {
        let others = ([settings.mergedPath].compactMap { $0 } + otherResultPaths).compactMap {
            try? ResultFile($0)
        }
        let kept = input.documents.filter { document in
            let isResult =
                document.file.map { file in
                    ([result] + others).contains { $0.isFile(at: SystemPath(bytes: file)) }
                } ?? false
            if isResult { say("left out \(document.path): the result is written to it") }
            return !isResult
        }
        return ReadResult(documents: kept, skipped: input.skipped)
    }

    private func failure(_ error: AnalysisError) -> Failure {
        switch error {
        case .reading(let error): failure(error)
        case .workingMemory(let error): .workingMemory(error)
        case .tooManyPairs(let most, let threshold): .tooManyPairs(most: most, threshold: threshold)
        case .decisions(let conflict):
            .decisionConflict(conflict, path: DecisionsPlace(settings: settings).path)
        }
    }

    func failure(_ error: ReadingError) -> Failure {
        if case .pathNotFound(let path) = error, stagedTree != nil,
            (try? FileSystem().kind(of: PathText.bytes(of: path), followingLinks: true)) != nil
        {
            return .lint(.notStaged(path))
        }
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

/// Says under --verbose what each stage took, and keeps it; shows meanwhile how far it has come.
private final class StageClock {
    let progress = RunProgress()
    private let display: ProgressDisplay?
    let isOn: Bool
    private var times: [StageTime] = []
    private var running: (name: String, since: ContinuousClock.Instant)?

    init(isOn: Bool, display: ProgressDisplay?) {
        self.isOn = isOn
        self.display = display
        display?.show(progress)
    }

    /// Shows nothing any more.
    func end() {
        display?.end()
    }

    /// What the run took so far, under --verbose only.
    var cost: RunCost? {
        isOn ? RunCost(elapsed: times, peakMemoryBytes: Machine.peakMemoryBytes) : nil
    }

    /// Starts the part of the run with this name, a stage's or the report's.
    func start(_ name: String) {
        finish()
        running = (name, .now)
        progress.begin(stage: name)
    }

    func finish() {
        StatusLine.clear()
        guard isOn, let running else { return }
        let seconds = Double(running.since.duration(to: .now) / .milliseconds(1)) / 1000
        if let stage = Stage(rawValue: running.name) {
            times.append(StageTime(stage: stage, seconds: seconds))
        }
        StandardStreams.message("\(running.name): \(String(format: "%.3f", seconds)) s")
        self.running = nil
    }
}
