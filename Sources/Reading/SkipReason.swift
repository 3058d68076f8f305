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

    /// A line of a record file, 1-based, that is no record.
    case brokenRecord(line: Int, fault: RecordFault)

    /// A pipe, socket or device named like a document, met in a folder.
    case notARegularFile
}
