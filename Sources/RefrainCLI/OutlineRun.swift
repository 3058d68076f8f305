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
        let format = settings.format(standard: OutlineFormat.markdown)
        let display = OutlineDisplay(typed: settings.typed)
        try checkMerged(paths)
        try run.end(of: paths) { (analysis) throws(Failure) -> AnalysisRun.Report? in
            let lossless = try outline(of: analysis)
            let (outline, analysis) = (lossless.outline, lossless.analysis)
            let status: ExitStatus = lossless.carriedDocuments.isEmpty ? .clean : .failed
            if let path = settings.mergedPath {
                try MergedFile(path: path, settings: settings, display: display).write(outline, of: analysis)
                guard writesReport else {
                    return status == .clean ? nil : { (_, _, _) throws(ReportError) in status }
                }
            }
            return { (_, _, buffer) throws(ReportError) in
                try buffer.append(format.report(on: outline, of: analysis, display: display))
                return status
            }
        }
    }

    /// Who asks for the document alone does not want the outline on the terminal.
    private var writesReport: Bool {
        settings.mergedPath == nil || settings.outputPath != nil || !settings.typed[.format].values.isEmpty
    }

    private func checkMerged(_ paths: [String]) throws(Failure) {
        guard let merged = settings.mergedPath else { return }
        let file = try ResultFile(merged)
        if let path = paths.first(where: { $0 != "-" && file.isFile(at: SystemPath($0)) }) {
            throw .mergedIsInput(path)
        }
        guard writesReport else { return }
        let output = settings.outputPath ?? ResultFile.standardOutputName
        if file.isSamePlace(as: try ResultFile(output)) { throw .samePlace(output) }
    }

    private func outline(of analysis: Analysis) throws(Failure) -> LosslessOutline {
        let lossless = LosslessOutline(of: analysis, threads: settings.threads)
        let outline = lossless.outline
        guard outline.ledger.faults.isEmpty else {
            throw .blocksLost(Wording.faults(outline.ledger.faults, in: analysis))
        }
        for message in Wording.carried(lossless) { say(message) }
        say(Wording.coverage(outline.ledger.coverage))
        for limit in Wording.limits(of: outline) { say(limit) }
        return lossless
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
