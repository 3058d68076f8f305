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

    /// Outlines `paths` and writes the report.
    ///
    /// - Throws: `Failure` as `AnalysisRun.write` does, and `Failure.blocksLost`.
    func write(of paths: [String]) throws(Failure) {
        let choices: OutlineChoices
        do throws(ReadingError) {
            choices = try OutlineChoices(settings.typed, fileBase: settings.fileBase)
        } catch {
            throw run.failure(error)
        }
        let format = settings.format(standard: OutlineFormat.markdown)
        let display = OutlineDisplay(typed: settings.typed)
        try run.write(of: paths) { (analysis, _) throws(Failure) in
            let outline = try outline(of: analysis, choices)
            return (format.report(on: outline, of: analysis, display: display), ())
        }
    }

    private func outline(of analysis: Analysis, _ choices: OutlineChoices) throws(Failure) -> Outline {
        let threads = settings.analysis.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let outline: Outline
        do throws(DecisionConflict) {
            outline = try analysis.outline(settings: choices, threads: threads).outline
        } catch {
            preconditionFailure("\(error)")
        }
        guard outline.ledger.faults.isEmpty else {
            throw .blocksLost(Wording.faults(of: outline.ledger, in: analysis))
        }
        if !settings.isQuiet { StandardStreams.message(Wording.coverage(outline.ledger.coverage)) }
        return outline
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
