import Foundation
import Reading
import Refrain
import Reporting

/// Collects judged pairs, fits them, says what follows, and writes it to the settings file.
struct CalibrationRun {
    let settings: CommandSettings
    let configPath: String?
    let paths: [String]
    let labelFile: LabelFile?
    let askedCount: Int
    let precision: Double
    let isDry: Bool

    /// Pairs below are not looked at: no threshold for a precision that anyone wants lies there.
    private static let floor = "0.3"

    func run() throws(Failure) {
        let analysis = try analysis()
        let pairs = analysis.comparablePairs
        var labels: [Int: Bool] = [:]
        let (known, unknown) = try knownLabels(analysis, pairs)
        labels.merge(known) { $1 }
        if askedCount > 0 {
            try Questions(analysis: analysis, pairs: pairs, count: askedCount).ask(&labels)
            try keep(labels.filter { known[$0.key] == nil }, analysis, pairs)
        }
        let judged = labels.sorted { $0.key < $1.key }.map {
            LabelledSimilarity(similarity: pairs[$0.key].similarity, isSame: $0.value)
        }
        guard
            let result = CalibratedThreshold(
                labels: judged, similarities: pairs.map(\.similarity), precision: precision)
        else { throw .oneKindOfLabels(judged.count) }
        try StandardStreams.output(
            CalibrationText(result: result, labels: judged, passedOver: unknown, precision: precision).text)
        if !isDry, let threshold = result.threshold { try write(result, threshold, count: judged.count) }
    }

    private func analysis() throws(Failure) -> Analysis {
        var typed = settings.typed
        typed[.threshold] = TypedSetting([Self.floor], origin: .commandLine)
        let low: Settings
        do {
            low = try Settings(typed, fileBase: settings.fileBase, machineMemoryBytes: Machine.memoryBytes)
        } catch { throw .settings(error) }
        let input: ReadResult
        do throws(ReadingError) {
            input = try Reader(settings: low.reading).read(paths: paths, standardInput: StandardStreams.input)
        } catch { throw AnalysisRun(settings: settings).failure(error) }
        let analysis = Pipeline(settings: low, threads: ProcessInfo.processInfo.activeProcessorCount)
            .analysis(of: input)
        for message in SkippedMessages.messages(on: analysis.skipped) { StandardStreams.message(message) }
        guard !analysis.sections.isEmpty else {
            throw .nothingRead(
                paths: paths, blank: analysis.documents.count, skipped: analysis.skipped.count)
        }
        return analysis
    }

    // MARK: Answers

    /// The labels of the file by the pair that they are about, and how many are about none of at least the floor.
    private func knownLabels(
        _ analysis: Analysis, _ pairs: [ComparablePair]
    ) throws(Failure) -> (labels: [Int: Bool], unknown: Int) {
        guard let labelFile else { return ([:], 0) }
        let places = SectionPlaces(analysis)
        var indexOfPair: [[Int]: Int] = [:]
        for (index, pair) in pairs.enumerated() { indexOfPair[[pair.a, pair.b]] = index }
        var (labels, unknown): ([Int: Bool], Int) = ([:], 0)
        for label in try labelFile.labels(isExpected: askedCount == 0) {
            let (a, b) = (try section(label.a, places), try section(label.b, places))
            if let index = indexOfPair[[min(a, b), max(a, b)]] {
                labels[index] = label.same
            } else {
                unknown += 1
            }
        }
        return (labels, unknown)
    }

    private func section(_ name: String, _ places: SectionPlaces) throws(Failure) -> Int {
        guard let section = places.section(name) else {
            throw places.isAmbiguous(name) ? .ambiguousSection(name) : .noSuchSection(name)
        }
        return section
    }

    /// Adds new answers to the file of answers, if there is one.
    private func keep(
        _ labels: [Int: Bool], _ analysis: Analysis, _ pairs: [ComparablePair]
    ) throws(Failure) {
        guard let labelFile, !labels.isEmpty else { return }
        let old = (try? String(contentsOfFile: labelFile.path, encoding: .utf8)) ?? ""
        let lines = labels.sorted { $0.key < $1.key }.map { index, same in
            LabelFile.line(
                analysis.place(of: pairs[index].a), analysis.place(of: pairs[index].b), same: same)
        }
        let start = old.isEmpty || old.hasSuffix("\n") ? old : old + "\n"
        try ResultFile(labelFile.path).write(start + lines.joined())
    }

    // MARK: The settings file

    private func write(_ result: CalibratedThreshold, _ threshold: Double, count: Int) throws(Failure) {
        let path = configPath ?? Self.nearestSettings
        let file = configPath == nil ? try ResultFile(found: path, option: "--config") : try ResultFile(path)
        let old = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let interval = result.interval.map {
            ", 95 % from \(CalibrationText.hundredths($0.lowerBound)) to \(CalibrationText.hundredths($0.upperBound))"
        }
        let text = SettingsFileEdit.setting(
            [
                (.threshold, CalibrationText.hundredths(threshold)),
                (.calibration, "\"\(result.calibration)\""),
            ],
            comment:
                "refrain calibrate: \(count) labels, precision \(CalibrationText.hundredths(precision))\(interval ?? "")",
            in: old)
        // What can't be read again is not written.
        do throws(SettingsError) { _ = try SettingsFile(text: text, shownPath: path) } catch {
            throw .settings(error)
        }
        try file.write(text)
        try StandardStreams.output("Written to \(path): threshold, calibration.\n")
    }

    /// The settings file in this folder or the nearest above, or the one to be in this folder.
    private static var nearestSettings: String {
        let folder = FileManager.default.currentDirectoryPath
        guard let nearest = SettingsFile.nearest(to: folder) else { return SettingsFile.name }
        return String(repeating: "../", count: nearest.levelsUp) + SettingsFile.name
    }
}
