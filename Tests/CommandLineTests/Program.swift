import Foundation
import TestSupport
import Testing

/// The built program and what a run of it gave.
struct Program {
    /// What was written to standard output.
    let output: String
    /// What was written to standard error.
    let messages: String
    /// The exit status.
    let status: Int32

    /// Where `swift build` put the program: beside the test bundle.
    static var executable: URL {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let folder = bundle?.deletingLastPathComponent() ?? Repository.root.appending(path: ".build/debug")
        return folder.appending(path: "refrain")
    }

    /// The environment of this process. OpenBLAS is told that one thread will do: the program tells it so itself, but
    /// only when the library has started one a processor, and these spin for a while.
    private static let environment = ProcessInfo.processInfo.environment.merging(
        ["OPENBLAS_NUM_THREADS": "1"], uniquingKeysWith: { _, new in new })

    /// Runs the program and waits for its end, in `folder` (the repository's root by default) or at `path` in it.
    static func run(
        _ arguments: [String], in folder: WorkFolder? = nil, at path: String = "", input: String = ""
    ) throws -> Program {
        try run(executable, arguments, in: folder, at: path, input: input)
    }

    /// Runs the program and expects it to do its work; gives what it wrote to standard output.
    static func output(
        _ arguments: [String], in folder: WorkFolder? = nil, at path: String = "", input: String = ""
    ) throws -> String {
        let result = try run(arguments, in: folder, at: path, input: input)
        try #require(result.status == 0, "\(result.messages)")
        return result.output
    }

    /// Runs a line of shell in which `refrain` is the program.
    static func shell(_ line: String, in folder: WorkFolder? = nil) throws -> Program {
        let script = "REFRAIN=$0; refrain() { \"$REFRAIN\" \"$@\"; }; \(line)"
        return try run(URL(filePath: "/bin/sh"), ["-c", script, executable.path()], in: folder)
    }

    /// Runs any program. Its streams are files, so that no pipe fills however much it writes or leaves unread.
    static func run(
        _ executable: URL, _ arguments: [String], in folder: WorkFolder? = nil, at path: String = "",
        input: String = ""
    ) throws -> Program {
        let streams = try WorkFolder()
        try streams.write(input, to: "input")
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        // A cache of its own: what one test keeps is no other's.
        process.environment = environment.merging(["XDG_CACHE_HOME": streams.url("caches").path()]) { $1 }
        process.currentDirectoryURL = folder?.url(path) ?? Repository.root
        process.standardInput = try FileHandle(forReadingFrom: streams.url("input"))
        process.standardOutput = try streams.handle(forWriting: "output")
        process.standardError = try streams.handle(forWriting: "messages")
        try withExtendedLifetime(folder) {
            try process.run()
            process.waitUntilExit()
        }
        return Program(
            output: try streams.text("output"), messages: try streams.text("messages"),
            status: process.terminationStatus)
    }
}

/// Expects that the program can't do its work, says exactly `message` and writes no result.
func expectFailure(
    _ arguments: [String], in folder: WorkFolder? = nil, input: String = "", _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let result = try Program.run(arguments, in: folder, input: input)
    #expect(result.messages == message + "\n", sourceLocation: sourceLocation)
    #expect(result.output == "", sourceLocation: sourceLocation)
    #expect(result.status == 2, sourceLocation: sourceLocation)
}
