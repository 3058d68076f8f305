import Foundation

/// The process's standard streams.
enum StandardStreams {
    /// Writes a result to standard output.
    static func output(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    /// Writes a line that begins with the program's name to standard error.
    static func message(_ text: String) {
        write("refrain: \(text)\n", to: STDERR_FILENO)
    }

    /// Writes text as it is to standard error.
    static func messageText(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// Everything that standard input gives.
    static func input() throws(Failure) -> [UInt8] {
        do {
            return Array(try FileHandle.standardInput.readToEnd() ?? Data())
        } catch {
            throw .standardInput("\(error)")
        }
    }

    /// Writes all bytes; a reader that has gone away ends the process by its signal, as it does other tools.
    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let count = Foundation.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    exit(ExitStatus.failed.rawValue)
                }
                written += count
            }
        }
    }
}
