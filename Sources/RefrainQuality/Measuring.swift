import Refrain
import SimilarityJoin

/// Measures sets and makes the report.
struct Measuring {
    /// How many threads work.
    let threads: Int
    /// How often the bootstrap draws.
    let draws: Int
    /// What the draws follow from.
    let seed: UInt64

    /// Pairs below are not looked at: none of the measured thresholds is lower, and average precision gains nothing there.
    static let floor = "0.3"

    /// The whole report.
    func report(
        on sets: [LabelledSet], fixtures: [FixturePairs.Pair], beyond: [FixturePairs.Pair],
        changes: [(key: SettingKey, value: String)],
        isStudy: Bool,
        heading: ReportHeading
    ) throws(QualityFailure) -> QualityReport {
        let variation = Variation(name: "measured", changes: changes)
        let threshold = try variation.settings().join.threshold
        var results: [SetResult] = []
        for set in sets {
            Progress.say(set.name)
            results.append(try result(on: set, variation, threshold: threshold))
        }
        Progress.say("edited copies")
        let curves = try RobustnessRun(
            pairs: fixtures, variation: variation, threshold: threshold, threads: threads, seed: seed
        ).curves()
        let beyond = try BeyondTable(
            beyond, variation: variation, threshold: threshold, threads: threads)
        let pasted = try PastedRun(pairs: fixtures, variation: variation, threads: threads).points()
        let study = isStudy ? try self.study(on: sets) : []
        let guards = isStudy ? try guardStudies(of: sets) : []
        return QualityReport(
            heading: heading, threshold: threshold, draws: draws, seed: seed, results: results,
            robustness: RobustnessPage(curves: curves, threshold: threshold),
            pasted: PastedTable(points: pasted), beyond: beyond, study: study,
            guards: GuardTable(studies: guards, threshold: Settings.standard.join.threshold))
    }

    /// What is measured on one set.
    private func result(
        on set: LabelledSet, _ variation: Variation, threshold: Double
    ) throws(QualityFailure) -> SetResult {
        let ranking = try SetRun(
            set, settings: try variation.settings(threshold: Self.floor), threads: threads)
        let scores = ranking.scores()
        let run = try SetRun(set, settings: try variation.settings(), threads: threads)
        let bootstrap = Bootstrap(draws: draws, seed: seed)
        let languages = ["en", "zh"].filter { language in ranking.languageOfItem.contains(language) }
        let rows = ([nil] + (languages.count > 1 ? languages : [])).map { language in
            AccuracyRow(
                language: language, ranked: ranking.ranked(scores, language: language), threshold: threshold,
                bootstrap: bootstrap)
        }
        // What the default run calls the same comes from that run: a pair must not depend on the floor.
        let found = run.scores()
        return SetResult(
            set: set, missingCount: run.missingCount, rows: rows, clusters: run.clusterAgreement(),
            faults: Faults(of: set, scores: scores, threshold: threshold),
            kinds: KindRow.rows(of: set, found: Set(found.map(\.pair))),
            reliability: Reliability(ranking.ranked(scores)))
    }

    /// The forms of the guard on all sets, at the standard threshold.
    private func guardStudies(of sets: [LabelledSet]) throws(QualityFailure) -> [GuardStudy] {
        let threshold = Settings.standard.join.threshold
        var studies: [GuardStudy] = []
        for set in sets {
            Progress.say("study: the guard on \(set.name)")
            studies.append(try GuardStudy(set, threshold: threshold, threads: threads))
        }
        return studies
    }

    /// The study: other settings on all sets, best F1 and average precision.
    private func study(on sets: [LabelledSet]) throws(QualityFailure) -> [StudyRow] {
        var rows: [StudyRow] = []
        for variation in Variation.study {
            Progress.say("study: \(variation.name)")
            var cells: [StudyRow.Cell] = []
            for set in sets {
                let run = try SetRun(
                    set, settings: try variation.settings(threshold: Self.floor), threads: threads)
                let ranked = run.ranked(run.scores())
                cells.append(
                    StudyRow.Cell(
                        set: set.name, best: ranked.best?.threshold ?? 1,
                        f1: ranked.best?.accuracy.f1 ?? 0, averagePrecision: ranked.averagePrecision(),
                        f1AtThresholds: StudyRow.thresholds.map { ranked.accuracy(at: $0).f1 }))
            }
            rows.append(StudyRow(name: variation.name, cells: cells))
        }
        return rows
    }
}
