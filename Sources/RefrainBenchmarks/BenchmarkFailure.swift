import Foundation

/// Why a benchmark could not be made.
enum BenchmarkFailure: Error, Equatable, CustomStringConvertible {
    /// A file could not be opened, read or written.
    case file(path: String, errorNumber: Int32)
    /// A program could not be started.
    case notStarted(program: String, errorNumber: Int32)
    /// A line of the corpus is no record with a text; lines count from 1.
    case brokenRecord(path: String, line: Int)
    /// The corpus has fewer records than the smallest size.
    case corpusTooSmall(path: String, records: Int, wanted: Int)
    /// A tool's list of pairs is not what its format says.
    case brokenPairs(path: String)

    var description: String {
        switch self {
        case .file(let path, let errorNumber): "\(path): \(String(cString: strerror(errorNumber)))"
        case .notStarted(let program, let errorNumber):
            "\(program) was not started: \(String(cString: strerror(errorNumber))); make bench builds what it needs"
        case .brokenRecord(let path, let line):
            "\(path):\(line): no JSON object with a text field; the tools would compare different records"
        case .corpusTooSmall(let path, let records, let wanted):
            "\(path) has \(records) records, the smallest size asked for is \(wanted); set SIZES"
        case .brokenPairs(let path): "\(path) holds no list of pairs of record numbers"
        }
    }
}
