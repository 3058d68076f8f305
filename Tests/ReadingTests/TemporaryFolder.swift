import Foundation
import Glibc
import Synchronization
import Testing

@testable import Reading

/// A folder of a test's own, removed with everything in it when the test lets go of it.
final class TemporaryFolder {
    let path: String
    private var closed: [String] = []

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/reading-XXXXXX").utf8CString)
        let made = try #require(mkdtemp(&template))
        let resolved = try #require(realpath(made, nil))
        defer { free(resolved) }
        path = String(cString: resolved)
    }

    deinit {
        for name in closed { chmod(path + "/" + name, 0o700) }
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try makeFolder(ofFile: name)
        let file = try #require(fopen(path + "/" + name, "w"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }

    /// Writes a file whose name is not text.
    func write(_ text: String, toBytes name: [UInt8]) throws {
        let path = (Array((self.path + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        fputs(text, file)
    }

    /// Writes files whose text is their own name.
    func write(files names: [String]) throws {
        for name in names { try write(name, to: name) }
    }

    private func makeFolder(ofFile name: String) throws {
        if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) { try makeFolder(String(name[..<slash])) }
    }

    func makeFolder(_ name: String) throws {
        var made = path
        for part in name.split(separator: "/") {
            made += "/" + part
            try #require(mkdir(made, 0o777) == 0 || errno == EEXIST)
        }
    }

    func link(_ name: String, to target: String) throws {
        try makeFolder(ofFile: name)
        try #require(symlink(target, path + "/" + name) == 0)
    }

    func hardLink(_ name: String, to other: String) throws {
        try #require(Glibc.link(path + "/" + other, path + "/" + name) == 0)
    }

    func makePipe(_ name: String) throws {
        try #require(mkfifo(path + "/" + name, 0o666) == 0)
    }

    /// Takes every permission away, until the folder is removed.
    func close(_ name: String) throws {
        closed.append(name)
        try #require(chmod(path + "/" + name, 0) == 0)
    }

    /// What a reader makes of the folder, given by its path and shown as the current folder.
    func read(_ settings: ReadingSettings = ReadingSettings()) throws -> ReadResult {
        try read([""], settings)
    }

    /// What a reader makes of paths in the folder, shown as if the folder were the current one.
    func read(_ names: [String], _ settings: ReadingSettings = ReadingSettings()) throws -> ReadResult {
        let paths = names.map { $0 == "-" ? $0 : $0.isEmpty ? path : path + "/" + $0 }
        let input = StandardInputParts(["standard ", "input"])
        let result = try Reader(settings: settings).read(paths: paths, standardInput: input.next)
        return ReadResult(
            documents: result.documents.map { document in
                document.records.map {
                    Document(path: shown(document.path), format: document.format, records: $0)
                } ?? Document(path: shown(document.path), format: document.format, text: document.text)
            },
            skipped: result.skipped.map { SkippedInput(path: shown($0.path), reason: $0.reason) })
    }

    private func shown(_ path: String) -> String {
        path.hasPrefix(self.path + "/") ? String(path.dropFirst(self.path.utf8.count + 1)) : path
    }
}

extension ReadResult {
    /// The paths of the documents, in reading order.
    var paths: [String] { documents.map(\.path) }
}

/// Standard input that comes in parts.
final class StandardInputParts: Sendable {
    private let parts: Mutex<[String]>

    init(_ parts: [String]) {
        self.parts = Mutex(parts.reversed())
    }

    @Sendable func next() throws(ReadingError) -> [UInt8] {
        parts.withLock { Array(($0.popLast() ?? "").utf8) }
    }
}
