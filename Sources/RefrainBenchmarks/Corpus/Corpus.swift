import Foundation

/// Where records come from: a file of the user's, or the generator.
enum Corpus {
    /// A file with a JSON record a line.
    case file(String)
    /// The records that a seed makes.
    case synthetic(SyntheticCorpus)

    /// Writes the first `count` records to `path`; returns how many there were. Blank lines are passed over.
    ///
    /// - Throws: `BenchmarkFailure.brokenRecord` for the first line that is no record.
    @discardableResult
    func write(first count: Int, to path: String) throws -> Int {
        let output = try RecordFile(path)
        switch self {
        case .file(let source):
            let lines = try LineReader(source)
            var (written, number) = (0, 0)
            while written < count, let line = try lines.next() {
                number += 1
                guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else {
                    continue
                }
                guard Record(line: line) != nil else {
                    throw BenchmarkFailure.brokenRecord(path: source, line: number)
                }
                try output.append(line.last == 0x0A ? line : line + [0x0A])
                written += 1
            }
            try output.finish()
            return written
        case .synthetic(let corpus):
            let encoder = Record.encoder()
            for number in 0..<count { try output.append(corpus.record(number).line(encoder)) }
            try output.finish()
            return count
        }
    }
}
