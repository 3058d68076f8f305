import Foundation
import TestSupport

/// The built program and what a run of it gave.
struct Program {
    /// What was written to standard output.
    let output: String
    /// What was written to standard error.
    let messages: String
    /// The exit status.
    let status: Int32

    /// Where `swift build` put the program: beside the test bundle.
    private static var executable: URL {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let folder = bundle?.deletingLastPathComponent() ?? Repository.root.appending(path: ".build/debug")
        return folder.appending(path: "refrain")
    }

    /// Runs the program in `folder` (the repository's root by default) and waits for its end.
    static func run(_ arguments: [String], in folder: URL = Repository.root, input: String = "") throws
        -> Program
    {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (output, messages, standardInput) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = messages
        process.standardInput = standardInput
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        // Messages are few; reading the output first can't fill their pipe.
        let outputData = try output.fileHandleForReading.readToEnd() ?? Data()
        let messageData = try messages.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Program(
            output: String(decoding: outputData, as: UTF8.self),
            messages: String(decoding: messageData, as: UTF8.self), status: process.terminationStatus)
    }
}
