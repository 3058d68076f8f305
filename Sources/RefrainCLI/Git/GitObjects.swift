import Foundation
import Reading
import Synchronization

/// The contents of a repository's objects, read one after the other through one run of `git cat-file`.
final class GitObjects: Sendable {
    private let process: Mutex<GitProcess>

    /// Starts git.
    init(of repository: GitRepository) throws(GitFault) {
        let arguments = repository.arguments(["cat-file", "--batch"])
        process = Mutex(try GitProcess(arguments, takesInput: true))
    }

    /// The bytes of an object.
    ///
    /// - Parameter name: its name in hexadecimal digits.
    /// - Throws: `SkipReason.tooLarge`, and `.unreadable` where the repository lacks it.
    func contents(of name: [UInt8], limitBytes: Int = .max) throws(SkipReason) -> [UInt8] {
        try process.withLock { process in
            Result { () throws(SkipReason) in
                try Self.contents(of: name, from: process, limitBytes: limitBytes)
            }
        }.get()
    }

    private static func contents(
        of name: [UInt8], from process: borrowing GitProcess, limitBytes: Int
    ) throws(SkipReason) -> [UInt8] {
        guard let input = process.input, fwrite(name + [UInt8(ascii: "\n")], 1, name.count + 1, input) > 0,
            fflush(input) == 0, let size = size(from: process.output)
        else { throw .unreadable(errorNumber: EIO) }
        let isWanted = size <= limitBytes
        var (bytes, left): ([UInt8], Int) = ([], size)
        // What is too large is passed over: the next object stands behind it.
        while left > 0 {
            let part = part(from: process.output, most: isWanted ? left : min(left, 1 << 16))
            guard !part.isEmpty else { throw .unreadable(errorNumber: EIO) }
            left -= part.count
            if isWanted { bytes = bytes.isEmpty ? part : bytes + part }
        }
        _ = getc(process.output)
        guard isWanted else { throw .tooLarge(bytes: size, limitBytes: limitBytes) }
        return bytes
    }

    /// Reads the line before an object, "NAME blob SIZE"; nil for "NAME missing" and at the end.
    private static func size(from output: UnsafeMutablePointer<FILE>) -> Int? {
        var (line, room): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
        defer { free(line) }
        guard getline(&line, &room, output) > 0, let line else { return nil }
        let words = String(cString: line).split(separator: " ")
        return words.count == 3 ? Int(words[2].dropLast()) : nil
    }

    private static func part(from output: UnsafeMutablePointer<FILE>, most: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = fread(buffer.baseAddress, 1, most, output)
        }
    }
}
