import Foundation
import Linting
import Refrain
import Reporting

/// Where the baseline stands.
struct BaselinePlace {
    /// The name that a baseline gets where none is named.
    static let name = ".refrain-baseline.json"

    private let settings: CommandSettings

    init(settings: CommandSettings) { self.settings = settings }

    /// The baseline that is named; an empty one where none is, or where it is about to be written.
    ///
    /// - Throws: `Failure.lint` where the file can't be read, is no baseline, or is to be pruned and not named.
    func baseline(for use: LintRun.BaselineUse) throws(Failure) -> Baseline {
        guard use != .write else { return Baseline() }
        guard let path = settings.baselinePath else {
            if use == .prune { throw .lint(.noBaseline) }
            return Baseline()
        }
        let bytes = try Self.bytes(ofFile: path)
        do throws(BaselineFault) {
            return try Baseline(json: bytes)
        } catch {
            throw .lint(.baseline(path: path, error))
        }
    }

    private static func bytes(ofFile path: String) throws(Failure) -> [UInt8] {
        guard let file = fopen(SystemPath(path).characters, "r") else {
            throw .lint(.unreadableBaseline(path: path, errno))
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
        guard ferror(file) == 0 else { throw .lint(.unreadableBaseline(path: path, errno)) }
        return bytes
    }

    /// Writes the baseline beside its old one and puts it in its place, and says so.
    func write(_ baseline: Baseline) throws(Failure) {
        let path = settings.baselinePath ?? Self.name
        let file =
            settings.baselinePath == nil
            ? try ResultFile(found: path, option: "--baseline") : try ResultFile(path)
        try file.write(baseline.json)
        guard !settings.isQuiet else { return }
        let count = baseline.entries.reduce(0) { $0 + $1.count }
        StandardStreams.message(
            "\(path == ResultFile.standardOutputName ? "standard output" : path): wrote \(Wording.count(count, "known finding"))"
                + (settings.baselinePath == nil
                    ? "; name it with --baseline, or as baseline: \(path) in .refrain.yml" : ""))
    }
}
