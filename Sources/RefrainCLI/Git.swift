import Foundation

/// Runs the program git.
enum Git {
    /// What git writes to standard output, byte for byte; nil where it ends with another status than 0 or can't be run.
    ///
    /// - Parameter arguments: the command and what follows it.
    static func output(_ arguments: [String]) -> [UInt8]? {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        do { try process.run() } catch { return nil }
        // Read to the end before waiting: a full pipe would hold git up.
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? Array(output) : nil
    }

    /// The same as text, without the line break at its end.
    static func line(_ arguments: [String]) -> String? {
        output(arguments).map { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            return text.hasSuffix("\n") ? String(text.dropLast()) : text
        }
    }
}
