import Reading
import Reporting

/// What is said of inputs that were skipped: each is named, but of a file's broken records only the first few, and how many
/// there are besides.
enum SkippedMessages {
    /// Enough to see what kind of fault it is.
    private static let mostRecords = 10

    /// A message each, in the order of the inputs.
    static func messages(on skipped: [SkippedInput]) -> [String] {
        // By bytes: names that look alike are two files.
        var left: [[UInt8]: Int] = [:]
        for input in skipped where input.isRecord { left[Array(input.path.utf8), default: 0] += 1 }
        let counts = left
        return skipped.compactMap { input in
            let message = "skipped \(input.path): \(input.reason.wording)"
            let path = Array(input.path.utf8)
            guard input.isRecord, let count = counts[path], let still = left[path] else { return message }
            left[path] = still - 1
            if count - still < mostRecords { return message }
            guard still == 1 else { return nil }
            let more = Wording.count(count - mostRecords, "more record is", "more records are")
            return "skipped \(input.path): \(more) broken; --format json lists all"
        }
    }
}

extension SkippedInput {
    /// Whether it is one record of a file.
    fileprivate var isRecord: Bool {
        if case .brokenRecord = reason { true } else { false }
    }
}
