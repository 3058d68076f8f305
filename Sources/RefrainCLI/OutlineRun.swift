import Foundation
import Outlining
import Reading
import Refrain
import Reporting

/// Runs the pipeline for `refrain outline`: analyses, outlines, and has the ledger checked before anything is written.
struct OutlineRun {
    let settings: CommandSettings
    private let run: AnalysisRun

    init(settings: CommandSettings) {
        self.settings = settings
        run = AnalysisRun(settings: settings)
    }

    /// Outlines `paths`, writes the report and ends the process.
    ///
    /// - Throws: `Failure` as `AnalysisRun.end` does, and `Failure.blocksLost`.
    func end(of paths: [String]) throws(Failure) -> Never {
        let choices: OutlineChoices
        do throws(ReadingError) {
            choices = try OutlineChoices(settings.typed, fileBase: settings.fileBase)
        } catch {
            throw run.failure(error)
        }
        let format = settings.format(standard: OutlineFormat.markdown)
        let display = OutlineDisplay(typed: settings.typed)
        let place = DecisionsPlace(settings: settings)
        let decisions = try place.decisions()
        try checkMerged(paths)
        try run.end(of: paths) { (analysis) throws(Failure) -> AnalysisRun.Report? in
            let outline = try outline(of: analysis, choices, decisions: decisions, decisionsPath: place.path)
            if let path = settings.mergedPath {
                let keepsApart = decisions.contains { $0.verb == .keepApart }
                try MergedFile(
                    path: path, settings: settings, choices: choices, display: display, keepsApart: keepsApart
                ).write(outline, of: analysis)
                // Who asks for the document alone does not want the outline on the terminal.
                if settings.outputPath == nil, settings.typed[.format].values.isEmpty { return nil }
            }
            return { (analysis, _, buffer) throws(ReportError) in
                try buffer.append(format.report(on: outline, of: analysis, display: display))
                return .clean
            }
        }
    }

    private func checkMerged(_ paths: [String]) throws(Failure) {
        guard let merged = settings.mergedPath else { return }
        let file = try ResultFile(merged)
        if let path = paths.first(where: { $0 != "-" && file.isFile(at: $0) }) { throw .mergedIsInput(path) }
    }

    private func outline(
        of analysis: Analysis, _ choices: OutlineChoices, decisions: [Decision], decisionsPath: String
    ) throws(Failure) -> Outline {
        let threads = settings.analysis.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let result: (outline: Outline, unmatched: [UnmatchedDecision])
        do throws(DecisionConflict) {
            result = try analysis.outline(
                settings: choices, decisions: decisions,
                dates: choices.canonical == .newest ? GitDates.dates(of: analysis) : [:], threads: threads)
        } catch {
            throw .decisionConflict(error, path: decisionsPath)
        }
        guard result.outline.ledger.faults.isEmpty else {
            throw .blocksLost(Wording.faults(of: result.outline.ledger, in: analysis))
        }
        for unmatched in result.unmatched { say(DecisionMessages.message(unmatched, path: decisionsPath)) }
        say(Wording.coverage(result.outline.ledger.coverage))
        return result.outline
    }

    private func say(_ message: String) {
        if !settings.isQuiet { StandardStreams.message(message) }
    }
}

extension OutlineDisplay {
    /// The display that checked settings ask for.
    init(typed: TypedSettings) {
        let values = SettingValues(typed)
        do throws(SettingsError) {
            self.init(sources: try values.word(.sources), variants: try values.word(.variants))
        } catch {
            preconditionFailure("settings are checked when they are made: \(error)")
        }
    }
}
