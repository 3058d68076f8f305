import Foundation

/// Why quality could not be measured.
enum QualityFailure: Error, Equatable, CustomStringConvertible {
    /// A file could not be read or written.
    case file(path: String, problem: String)
    /// An archive could not be unpacked.
    case notUnpacked(path: String, status: Int32)
    /// A folder holds no corpus with labels.
    case noCorpus(folder: String)
    /// A file of labels is not what its format says.
    case brokenLabels(path: String, problem: String)
    /// The run refused settings or input.
    case run(problem: String)

    var description: String {
        switch self {
        case .file(let path, let problem): "\(path): \(problem)"
        case .notUnpacked(let path, let status): "\(path): tar ended with status \(status)"
        case .noCorpus(let folder): "\(folder) holds no folder with docs/ and ground-truth.json"
        case .brokenLabels(let path, let problem): "\(path): \(problem)"
        case .run(let problem): problem
        }
    }

    /// The bytes of the file at `path`.
    static func bytes(of path: String) throws(QualityFailure) -> Data {
        do { return try Data(contentsOf: URL(filePath: path)) } catch {
            throw .file(path: path, problem: error.localizedDescription)
        }
    }

    /// Writes `text` to the file at `path`.
    static func write(_ text: String, to path: String) throws(QualityFailure) {
        do { try Data(text.utf8).write(to: URL(filePath: path)) } catch {
            throw .file(path: path, problem: error.localizedDescription)
        }
    }
}
