internal import Splitting

/// What the log of a continuous integration server obeys: lines that GitHub Actions, Azure Pipelines, GitLab and TeamCity read as
/// commands.
package enum LogCommands {
    /// `text` with a sign of each command written out, as control characters are ("\x3A:error::", "\x23#vso["): a name in a
    /// document commands nothing. What is no command stays as it is. O(n).
    ///
    /// - Parameter text: whole lines of a report.
    package static func writtenOut(_ text: String) -> String {
        guard mayHold(text) else { return text }
        return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { line(Array($0)) }.joined(separator: "\n")
    }

    /// GitHub looks at the start of a line, behind white space (`ActionCommand.TryParseV2` of actions/runner).
    private static let lineStart = Array("::".utf8)

    /// The others are looked for anywhere in a line; "##[" is Azure's, and GitHub's old form.
    private static let anywhere = ["##[", "##vso[", "##teamcity[", "section_start:", "section_end:"].map {
        Array($0.utf8)
    }

    private static func mayHold(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == previous, byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":") { return true }
            if byte == UInt8(ascii: "_"), previous == UInt8(ascii: "n") { return true }
            previous = byte
        }
        return false
    }

    private static func line(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let start = text.utf8.count - text.dropScalars(while: \.isSpace).utf8.count
        var result: [UInt8] = []
        for index in bytes.indices {
            let rest = bytes[index...]
            let isCommand =
                index == start && rest.starts(with: lineStart)
                || anywhere.contains { beginsIgnoringCase(rest, $0) }
            // What begins a word would begin it behind the sign, too: "##[" in "###[".
            if isCommand { result += writtenOut(bytes[index]) } else { result.append(bytes[index]) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func beginsIgnoringCase(_ bytes: ArraySlice<UInt8>, _ command: [UInt8]) -> Bool {
        bytes.count >= command.count
            && zip(bytes, command).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && (0x61...0x7A).contains($1) }
    }

    private static func writtenOut(_ byte: UInt8) -> [UInt8] {
        Array("\\x\(String(byte, radix: 16, uppercase: true))".utf8)
    }
}
