/// The bytes of a record file, unpacked, in UTF-8 without a byte order mark, one piece after the other.
///
/// UTF-16 with a byte order mark becomes UTF-8; that other bytes are UTF-8 is not checked. Memory: half a MiB and what
/// unpacking takes, whatever the size of the file.
package final class ByteStream {
    private let unpacked: UnpackedBytes
    private var utf16: UTF16Transcoding?
    /// What stands before the bytes that are still to be read.
    private var waiting: ArraySlice<UInt8> = []
    private var hasBegun = false

    private static let unitBytes = 1 << 16

    init(_ unpacked: UnpackedBytes) {
        self.unpacked = unpacked
    }

    /// Why the bytes ended before their end, once they have; what was read before is sound.
    package var fault: SkipReason? { utf16?.fault ?? unpacked.fault }

    /// Fills the buffer; gives how many bytes there were, fewer than it holds only at the end or before a fault.
    package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        if !hasBegun { begin() }
        var count = take(into: buffer)
        if utf16 == nil {
            return count + unpacked.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
        }
        while count < buffer.count, transcodeNext() {
            count += take(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
        }
        return count
    }

    private func begin() {
        hasBegun = true
        waiting = read(most: 3)
        if waiting.starts(with: [0xEF, 0xBB, 0xBF]) {
            waiting = []
        } else if waiting.starts(with: [0xFE, 0xFF]) || waiting.starts(with: [0xFF, 0xFE]) {
            var transcoding = UTF16Transcoding(isBigEndian: waiting.first == 0xFE)
            waiting = transcoding.utf8(of: waiting.dropFirst(2), isAtEnd: waiting.count < 3)[...]
            utf16 = transcoding
        }
    }

    /// Makes the next UTF-16 wait as UTF-8, at least a byte of it; false where there is no more.
    private func transcodeNext() -> Bool {
        while waiting.isEmpty {
            let bytes = read(most: Self.unitBytes)
            waiting = utf16?.utf8(of: bytes, isAtEnd: bytes.isEmpty)[...] ?? []
            if bytes.isEmpty { return false }
            if fault != nil { break }
        }
        return !waiting.isEmpty
    }

    private func read(most: Int) -> ArraySlice<UInt8> {
        [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = unpacked.read(into: UnsafeMutableRawBufferPointer(buffer))
        }[...]
    }

    private func take(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(waiting.count, buffer.count)
        buffer.copyBytes(from: waiting.prefix(count))
        waiting = waiting.dropFirst(count)
        return count
    }
}
