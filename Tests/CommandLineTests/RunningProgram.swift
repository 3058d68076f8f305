import Foundation
import TestSupport
import Testing

/// A run of the built program that a test talks to, and interrupts.
final class RunningProgram {
    let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let folder: WorkFolder
    private let messages = Pipe()

    /// Starts the program, or a line of shell that ends in it, with a pipe for standard input and output.
    ///
    /// - Parameter errors: where standard error goes; nil for a pipe that `message` reads.
    init(
        _ arguments: [String], in folder: WorkFolder, shell line: String? = nil, errors: FileHandle? = nil
    ) throws {
        self.folder = folder
        process.executableURL = line == nil ? Program.executable : URL(filePath: "/bin/sh")
        process.arguments = line.map { ["-c", $0, Program.executable.path()] + arguments } ?? arguments
        process.currentDirectoryURL = folder.url
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors ?? messages
        process.environment = ProcessInfo.processInfo.environment.merging([
            "TERM": "xterm", "XDG_CACHE_HOME": folder.url(".caches").path(),
        ]) { _, new in new }
        try process.run()
    }

    deinit { kill(process.processIdentifier, SIGKILL) }

    /// Whether the program has a file open that has no name.
    var hasNamelessFile: Bool {
        let folder = "/proc/\(process.processIdentifier)/fd"
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return descriptors.contains {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + $0))?
                .hasSuffix("(deleted)") ?? false
        }
    }

    /// Gives the program more than a pipe holds: it has begun to read when this returns.
    func write(_ text: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    /// Ends what the program reads.
    func endInput() throws {
        try input.fileHandleForWriting.close()
    }

    /// Waits for the first `count` bytes of what the program writes.
    func output(_ count: Int) throws -> String {
        String(decoding: try output.fileHandleForReading.read(upToCount: count) ?? Data(), as: UTF8.self)
    }

    /// Sends a signal and waits for the end; gives how the process ended.
    func interrupt(by signal: Int32) -> (reason: Process.TerminationReason, status: Int32) {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return (process.terminationReason, process.terminationStatus)
    }

    /// Waits for what the program writes to standard error; empty at its end.
    func message() throws -> String {
        String(decoding: messages.fileHandleForReading.availableData, as: UTF8.self)
    }
}
