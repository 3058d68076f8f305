import ArgumentParser
import Foundation

/// The program `RefrainQuality`: measures how well Refrain finds what labelled sets call the same, and writes a folder of
/// `Reports/Quality`.
@main
struct QualityProgram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "RefrainQuality",
        abstract: "Measures pairs and clusters against labelled sets, end to end through the library.")

    @Option(
        help:
            "A folder of corpora with a ground-truth.json each, or a .tar.gz of it. (default: fixtures only)")
    var corpora: String?

    @Option(help: "The labelled pairs of this repository.")
    var fixtures = "Fixtures/Quality/pairs.jsonl"

    @Option(help: "Pairs that say the same in other words or another language.")
    var beyond = "Fixtures/Quality/beyond.jsonl"

    @Option(help: "The report's folder. (default: Reports/Quality/<date>)")
    var output: String?

    @Option(help: "The folder that an archive of corpora is unpacked into.")
    var work = ".build/quality"

    @Option(help: "A setting to measure with, as weights=sklearn; can be repeated.")
    var set: [String] = []

    @Flag(help: "Measure other settings too: a table of the study that the defaults were chosen by.")
    var study = false

    @Option(help: "How often the bootstrap draws.")
    var draws = 400

    @Option(help: "What seeds the bootstrap and the edits.")
    var seed: UInt64 = 20_261_124

    @Option(help: "How many threads work. (default: as many as there are cores)")
    var threads: Int?

    @Option(help: "The commit that is measured.")
    var commit = "unknown"

    func validate() throws {
        for setting in set where Variation.change(setting) == nil {
            throw ValidationError("--set \(setting): key=value, with a key of `refrain config`")
        }
        guard draws > 0 else { throw ValidationError("--draws \(draws): at least 1") }
    }

    func run() throws {
        let own = try FixturePairs(path: fixtures)
        let sets = try own.sets + corporaSets()
        let changes = set.compactMap { Variation.change($0) }
        let date = String(Date.now.ISO8601Format().prefix(10))
        let measuring = Measuring(
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, draws: draws, seed: seed)
        let report = try measuring.report(
            on: sets, fixtures: own.pairs, beyond: try FixturePairs(path: beyond).pairs, changes: changes,
            isStudy: study,
            heading: ReportHeading(date: date, commit: commit, settings: set))
        let folder = output ?? "Reports/Quality/\(date)"
        try report.write(to: folder)
        Progress.say("the report: \(folder)/README.md")
    }

    /// The sets of the corpora, if there are any.
    private func corporaSets() throws(QualityFailure) -> [LabelledSet] {
        guard let corpora else { return [] }
        return try CorporaFolder(path: corpora, work: work).sets()
    }
}
