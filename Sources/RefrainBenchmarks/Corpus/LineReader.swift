import Foundation

/// The lines of a file, one after the other: memory for one.
final class LineReader {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>
    private var line: UnsafeMutablePointer<CChar>?
    private var capacity = 0

    /// Opens the file at `path`.
    init(_ path: String) throws(BenchmarkFailure) {
        guard let file = fopen(path, "r") else { throw .file(path: path, errorNumber: errno) }
        (self.path, self.file) = (path, file)
    }

    deinit {
        free(line)
        fclose(file)
    }

    /// The next line with its line break, or nil at the end.
    func next() throws(BenchmarkFailure) -> Data? {
        let count = getline(&line, &capacity, file)
        guard count >= 0, let line else {
            guard ferror(file) == 0 else { throw .file(path: path, errorNumber: errno) }
            return nil
        }
        return Data(bytes: line, count: count)
    }
}
