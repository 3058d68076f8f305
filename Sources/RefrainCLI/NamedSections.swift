import Deciding
import Reading
import Refrain
import Reporting

/// Finds sections by a line in them ("docs/a.md:12") or by their fingerprint.
struct NamedSections {
    let settings: CommandSettings

    /// A section's fingerprint, and what a reader would call it where it is known.
    struct Found {
        let fingerprint: String
        let comment: String?
    }

    /// - Throws: `Failure.noSuchSection` where `name` is neither, and what reading the file throws.
    func section(_ name: String) throws(Failure) -> Found {
        if let prefix = FingerprintPrefix(name) { return Found(fingerprint: prefix.digits, comment: nil) }
        guard let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...]), line > 0
        else {
            throw .noSuchSection(name)
        }
        let path = String(name[..<colon])
        let run = AnalysisRun(settings: settings)
        let analysis: Analysis
        do throws(ReadingError) {
            let input = try Reader(settings: settings.analysis.reading).read(paths: [path]) {
                () throws(ReadingError) -> [UInt8] in []
            }
            analysis = Pipeline(settings: settings.analysis).analysis(of: input)
        } catch {
            throw run.failure(error)
        }
        guard let index = analysis.section(atLine: line) else { throw .noSuchSection(name) }
        return Found(
            fingerprint: analysis.fingerprint(of: index),
            comment: "\(analysis.name(of: index)) (\(analysis.place(of: index)))")
    }
}
