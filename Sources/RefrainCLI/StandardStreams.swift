import Foundation
import Reading
import Reporting

/// The process's standard streams.
enum StandardStreams {
    /// Takes the places of streams that are closed, before a file that is opened later gets the number of one. What
    /// takes them refuses what the stream is for, so that no result vanishes.
    static func occupyClosed() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is taken, and those below are in use by now. Opened anew through /dev/fd, a folder
            // can't be written to either.
            _ = descriptor == STDIN_FILENO ? open("/dev/null", O_WRONLY) : open("/", O_RDONLY)
        }
    }

    /// Writes text to standard output. A reader that has gone away ends the process by its signal, as it does other
    /// tools.
    ///
    /// - Throws: `Failure.standardOutput` where the bytes don't go through, as on a full disk.
    static func output(_ text: String) throws(Failure) {
        let errorNumber = write(text, to: STDOUT_FILENO)
        guard errorNumber == 0 else { throw .standardOutput(errorNumber) }
    }

    /// Whether standard output is a terminal that shows colours, and nobody has asked for none (no-color.org).
    static var takesColours: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && !["", "dumb"].contains(environment["TERM"] ?? "")
            && (environment["NO_COLOR"] ?? "").isEmpty
    }

    /// Writes a line that begins with the program's name to standard error.
    static func message(_ text: String) {
        messageText("refrain: \(ControlCharacters.escaped(text))\n")
    }

    /// Writes lines to standard error, control characters in them written out. Where that fails there is nobody left to
    /// tell.
    static func messageText(_ text: String) {
        StatusLine.clear()
        let shown = ControlCharacters.escaped(PathText.shown(text), keeping: ["\n"])
        _ = write(LogCommands.writtenOut(shown), to: STDERR_FILENO)
    }

    /// What standard input gives next, nothing at its end.
    ///
    /// - Throws: `ReadingError.unreadableStandardInput`.
    static func input() throws(ReadingError) -> [UInt8] {
        var errorNumber: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            repeat {
                let result = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
                errorNumber = result < 0 ? errno : 0
                count = max(0, result)
            } while errorNumber == EINTR
        }
        guard errorNumber == 0 else { throw .unreadableStandardInput(errorNumber: errorNumber) }
        return bytes
    }

    /// Writes all bytes; gives the system's error number, 0 for none.
    static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
    }

    /// Writes all bytes; gives the system's error number, 0 for none.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno != EINTR {
                let problem = errno
                if problem == EPIPE { Interruption.waitForEndOnBrokenPipe() }
                return problem
            }
        }
        return 0
    }
}
