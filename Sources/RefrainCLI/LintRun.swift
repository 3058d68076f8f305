import Foundation
import Linting
import Reading
import Refrain
import Reporting

/// Runs the pipeline for `refrain lint`: analyses, applies the rules, and writes what is asked for.
struct LintRun {
    let settings: CommandSettings
    /// The reports.
    let outputs: LintOutputs
    /// Whether several findings can be one line of text or Markdown.
    let isGrouped: Bool
    /// What is done with the baseline.
    let baselineUse: BaselineUse
    /// What findings must have been changed since.
    let since: GitChanges.Base?
    /// The file that a diff goes to.
    let fixPreviewPath: String?

    /// What a run does with the baseline.
    enum BaselineUse {
        /// It reads it, where one is named.
        case read
        /// It writes all findings to it.
        case write
        /// It takes out what is gone.
        case prune
    }

    /// Lints `paths`, writes the report and ends the process.
    ///
    /// - Throws: `Failure` as `AnalysisRun.end` does, and for settings, baseline and git `Failure.lint`.
    func end(of paths: [String]) throws(Failure) -> Never {
        let lint = try lintSettings()
        try outputs.check(besides: otherPlaces)
        let place = BaselinePlace(settings: settings)
        let baseline = try place.baseline(for: baselineUse)
        let format = settings.format(standard: LintFormat.text)
        let changes = try changes()
        let isColoured =
            (settings.outputPath ?? standardOutput) == standardOutput && StandardStreams.takesColours
        let cache = CachePlace(settings: settings).cache()
        let run = AnalysisRun(
            settings: settings, otherResultPaths: otherResultPaths, cache: cache,
            stagedTree: changes?.stagedTree)
        try run.end(of: paths) {
            (analysis) throws(Failure) -> AnalysisRun.Report? in
            let report = Linter(settings: lint, threads: settings.threads).report(
                on: analysis, baseline: baseline, changes: try changedSections(changes, in: analysis))
            for entry in report.unusedParallel where !settings.isQuiet {
                StandardStreams.message("parallel: no document lies in a folder that “\(entry)” matches")
            }
            if let path = fixPreviewPath {
                let preview = FixPreview(of: report, of: analysis, isVerbatim: Self.isVerbatim)
                for left in preview.leftOut where !settings.isQuiet {
                    StandardStreams.message(LintWording.message(left))
                }
                try ResultFile(path).write(preview.diff)
            }
            for file in outputs.files {
                try ResultFile(file.path).write(
                    file.format.text(
                        of: report, of: analysis, findings: settings.findings, isGrouped: isGrouped))
            }
            switch baselineUse {
            case .read: break
            case .write:
                let written = Baseline(report) { analysis.name(of: $0) }
                try place.write(written)
                return nil
            case .prune: try place.write(baseline.pruned(by: report))
            }
            return { (analysis, _, buffer) throws(ReportError) in
                try buffer.append(
                    format.text(
                        of: report, of: analysis, findings: settings.findings, isGrouped: isGrouped,
                        isColoured: isColoured))
                return report.fails ? .findings : .clean
            }
        }
    }

    private let standardOutput = ResultFile.standardOutputName

    /// Where results go that no format of its own is named for. A run that writes the baseline anew has no report.
    private var otherPlaces: [String] {
        (baselineUse == .write ? [] : [settings.outputPath ?? standardOutput])
            + [fixPreviewPath].compactMap { $0 } + (baselineUse == .read ? [] : [baselinePath])
    }

    /// What is written besides the report.
    private var otherResultPaths: [String] {
        outputs.files.map(\.path) + [fixPreviewPath].compactMap { $0 }
            + (baselineUse == .read ? [] : [baselinePath])
    }

    private var baselinePath: String { settings.baselinePath ?? BaselinePlace.name }

    /// Whether a document's text is its file's, byte for byte: git applies a diff to nothing else.
    private static func isVerbatim(_ document: Document) -> Bool {
        guard let file = document.file,
            let bytes = try? FileSystem().contents(of: file, opening: .regularFileOnly, limitBytes: .max)
        else { return false }
        return bytes.elementsEqual(document.text.utf8)
    }

    private func lintSettings() throws(Failure) -> LintSettings {
        do throws(LintSettingsError) {
            return try LintSettings(settings.typed, fileBase: settings.fileBase)
        } catch {
            throw .lint(.settings(error))
        }
    }

    private func changes() throws(Failure) -> GitChanges? {
        guard let since else { return nil }
        do throws(GitFault) { return try GitChanges(since: since) } catch { throw .lint(.git(error)) }
    }

    private func changedSections(
        _ changes: GitChanges?, in analysis: Analysis
    ) throws(Failure) -> ChangedSections? {
        guard let changes else { return nil }
        do throws(GitFault) {
            let (changed, unknown) = try changes.sections(
                of: analysis, settings: settings.analysis, threads: settings.threads)
            if !unknown.isEmpty, !settings.isQuiet {
                StandardStreams.message(LintFailure.message(unknownToGit: unknown))
            }
            return changed
        } catch {
            throw .lint(.git(error))
        }
    }
}
