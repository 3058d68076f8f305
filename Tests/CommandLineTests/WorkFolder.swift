import Foundation
import TestSupport

/// A folder of a test's own, removed with everything in it when the test lets go of it.
final class WorkFolder {
    let url: URL

    init(in parent: URL = FileManager.default.temporaryDirectory) throws {
        url = parent.appending(path: "refrain-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// A folder with these files, by their paths.
    convenience init(_ files: KeyValuePairs<String, String>) throws {
        try self.init()
        for (path, text) in files { try write(text, to: path) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Where `path` stands in the folder.
    func url(_ path: String) -> URL { url.appending(path: path) }

    func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    func write(_ bytes: Data, to path: String) throws {
        let url = url(path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
    }

    func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(at: url(path), withIntermediateDirectories: true)
    }

    /// Makes a symbolic link at `path`, which holds `target` as it is.
    func link(_ path: String, to target: String) throws {
        let url = url(path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: url.path(), withDestinationPath: target)
    }

    /// What the symbolic link at `path` holds.
    func target(ofLink path: String) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: url(path).path())
    }

    /// Copies a file or folder of the repository to the same path in this folder.
    func copy(_ path: String) throws {
        let target = url(path)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Repository.root.appending(path: path), to: target)
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
    }

    /// The names of what the folder at `path` holds, sorted.
    func names(in path: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url(path).path()).sorted()
    }

    func handle(forWriting path: String) throws -> FileHandle {
        try write("", to: path)
        return try FileHandle(forWritingTo: url(path))
    }
}
