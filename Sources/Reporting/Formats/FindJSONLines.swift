internal import Refrain
internal import Scheduling
internal import SimilarityJoin
internal import Splitting

/// `find` for programs that stream: a pair a line, sections by the id of their record, or by their index in reading order
/// where they have none, or one that others have, too.
enum FindJSONLines {
    static func write(
        _ pairs: SimilarPairs, of analysis: Analysis, workers: Workers, to buffer: inout ReportBuffer
    ) throws(ReportError) {
        let sections = analysis.sections
        let ambiguous = Set(analysis.repeatedKeys.joined())
        let names = TextTable(count: sections.count, workers: workers) { index, bytes in
            if let key = sections[index].key, !ambiguous.contains(index) {
                JSONText.append(quoted: key, to: &bytes)
            } else {
                bytes += String(index).utf8
            }
        }
        try lines(names, before: "", after: "\n", calibration: analysis.settings.calibration).write(
            pairs.stars, to: &buffer)
    }

    /// Lines that name sections as `names` does, between `before` and `after`.
    static func lines(
        _ names: TextTable, before: String, after: String, separator: String = "", calibration: Calibration?
    ) -> PairLines {
        PairLines(names: names, separator: separator) { star, bytes in
            bytes += before.utf8
            bytes += #"{"a": "#.utf8
            bytes += names[star.center]
            bytes += #", "b": "#.utf8
        } back: { star, bytes in
            bytes += #", "similarity": "#.utf8
            SixDecimals.append(star.similarity, to: &bytes)
            if let calibration {
                bytes += #", "probability": "#.utf8
                SixDecimals.append(calibration.probability(star.similarity), to: &bytes)
            }
            bytes += "}".utf8
            bytes += after.utf8
        }
    }
}
