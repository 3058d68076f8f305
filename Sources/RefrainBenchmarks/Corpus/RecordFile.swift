import Foundation

/// A file of records in the making: lines go out as they come.
final class RecordFile {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>
    private(set) var byteCount = 0

    /// Creates the file at `path`, over what stands there.
    init(_ path: String) throws(BenchmarkFailure) {
        guard let file = fopen(path, "w") else { throw .file(path: path, errorNumber: errno) }
        (self.path, self.file) = (path, file)
    }

    deinit { fclose(file) }

    /// Appends a line, its line break included.
    func append(_ line: Data) throws(BenchmarkFailure) {
        byteCount += line.count
        let written = line.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        guard written == line.count else { throw .file(path: path, errorNumber: errno) }
    }

    /// Writes out what is still in memory.
    func finish() throws(BenchmarkFailure) {
        guard fflush(file) == 0 else { throw .file(path: path, errorNumber: errno) }
    }
}
