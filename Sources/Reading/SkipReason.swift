/// Why an input was not read: data for a message, never its wording. Byte offsets count from 0 at the start
/// of the file, a byte order mark included.
public enum SkipReason: Error, Sendable, Equatable {
    /// Not text: it holds a NUL, the first of them at this byte offset. UTF-32 ends here too.
    case binary(firstNULOffset: Int)

    /// Not UTF-8: the first ill-formed sequence starts on this 1-based line, at this offset, with this byte.
    /// A Latin-1 or GBK file ends here.
    case invalidUTF8(line: Int, byteOffset: Int, byte: UInt8)

    /// A UTF-16 byte order mark, and then at this offset an unpaired surrogate, or a last byte on its own.
    case invalidUTF16(byteOffset: Int)

    /// Larger than `ReadingSettings.maximumFileBytes`. For a stream, whose size is not known beforehand,
    /// `bytes` is what had come in when reading stopped.
    case tooLarge(bytes: Int, limitBytes: Int)

    /// The system refused, with this `errno`: no permission, a device error, gone since the folder was listed.
    case unreadable(errorNumber: Int32)

    /// A symbolic link met in a folder, to a document or folder that is not in any of the paths named. `target` is the
    /// link's own text.
    case linkOutOfTree(target: String)

    /// A symbolic link met in a folder, named like a document, that leads nowhere or in a circle. `target` is
    /// the link's own text.
    case brokenLink(target: String)

    /// What begins on this line of a record file, 1-based, and is no record.
    case brokenRecord(line: Int, fault: RecordFault)

    /// A file of comma-separated values without a column of this name, or any of these, among those it has; none of it is read.
    case missingColumn([String], found: [String])

    /// A file of comma-separated values whose header, on this line, can't be read; none of it is read.
    case brokenHeader(line: Int, fault: RecordFault)

    /// A JSON file that holds something else than a list, which begins on this line; none of it is read.
    case notAList(line: Int)

    /// A JSON list that has no end (or no comma after an element): what begins on this line is the last of it that is read.
    case endlessList(line: Int)

    /// Something on this line after the end of a JSON list. The list is read, what comes after it is not.
    case textAfterList(line: Int)

    /// A record that begins on this line and is larger than this; the file is not read on.
    case endlessRecord(line: Int, limitBytes: Int)

    /// Packed data that ends before its end, which is at this offset. What it held is read.
    case truncatedData(Compression, byteOffset: Int)

    /// Packed data that is broken at this offset or shortly before. What it held up to there is read, what comes after is not.
    case corruptData(Compression, byteOffset: Int)

    /// A repository within the repository whose index is read, which knows no more of it than a commit.
    case submodule

    /// A file that a merge has left in conflict: git's index holds no version of it that would be committed.
    case unmerged

    /// A pipe, socket or device named like a document, met in a folder.
    case notARegularFile
}
