/// The bytes of a record file as they are once unpacked, one piece after the other.
final class UnpackedBytes {
    /// Gives the next bytes as they are stored, 0 of them at the end.
    typealias Input = (UnsafeMutableRawBufferPointer) throws(SkipReason) -> Int

    /// Why the bytes ended before their end, once they have; what was read before is sound.
    private(set) var fault: SkipReason?

    private let input: Input
    private var compression: Compression?
    private var decoder: (any StreamDecoder)?
    /// What was read and not yet taken, and the number of bytes taken before it.
    private var stored: ArraySlice<UInt8> = []
    private var takenBytes = 0
    /// Whether there is nothing to come behind what is stored, and the fault that it ended with.
    private var inputHasEnded = false
    private var inputFault: SkipReason?
    private var hasBegun = false

    private static let storedBytes = 1 << 18

    /// Bytes that are packed as `compression` says, or as their beginning does.
    init(compression: Compression?, input: @escaping Input) {
        self.compression = compression
        self.input = input
    }

    /// Bytes that can't be read.
    convenience init(fault: SkipReason) {
        self.init(compression: nil) { _ throws(SkipReason) in throw fault }
    }

    /// Fills the buffer; gives how many bytes there were, fewer than it holds only at the end or before a fault.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        if !hasBegun { begin() }
        var count = 0
        while count < buffer.count, fault == nil {
            let free = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let produced = decoder.map { decoded(by: $0, into: free) } ?? plain(into: free)
            if produced == 0 { break }
            count += produced
        }
        return count
    }

    /// Looks at the first bytes.
    private func begin() {
        hasBegun = true
        while stored.count < 4, !inputHasEnded { refill() }
        let found = Compression(firstBytes: stored)
        // zstd knows frames that begin otherwise.
        if compression == .gzip, found != .gzip, !stored.isEmpty {
            fault = .corruptData(.gzip, byteOffset: 0)
        }
        compression = compression ?? found
        decoder = compression?.decoder
    }

    /// Puts what comes next behind what is stored.
    private func refill() {
        let rest = stored
        stored =
            [UInt8](unsafeUninitializedCapacity: rest.count + Self.storedBytes) { buffer, count in
                count = rest.count
                _ = buffer.initialize(fromContentsOf: rest)
                count += next(
                    into: UnsafeMutableRawBufferPointer(
                        UnsafeMutableBufferPointer(rebasing: buffer[count...])))
            }[...]
    }

    private func next(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        do throws(SkipReason) {
            let count = try input(buffer)
            inputHasEnded = count == 0
            return count
        } catch {
            (inputFault, inputHasEnded) = (error, true)
            return 0
        }
    }

    private func plain(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var count = min(stored.count, buffer.count)
        buffer.copyBytes(from: stored.prefix(count))
        stored = stored.dropFirst(count)
        if count == 0, !inputHasEnded { count = next(into: buffer) }
        if count == 0 { fault = inputFault }
        return count
    }

    private func decoded(by decoder: any StreamDecoder, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            if stored.isEmpty, !inputHasEnded { refill() }
            let step = stored.withUnsafeBytes { decoder.decode($0, into: buffer) }
            stored = stored.dropFirst(step.consumed)
            takenBytes += step.consumed
            let isStuck = step.consumed == 0 && step.produced == 0
            if step.isCorrupt || isStuck && !stored.isEmpty {
                fault = compression.map { .corruptData($0, byteOffset: takenBytes) }
                return step.produced
            }
            if isStuck, inputHasEnded {
                fault = inputFault ?? (decoder.isBetweenMembers ? nil : truncation)
                return 0
            }
            if step.produced > 0 { return step.produced }
        }
    }

    private var truncation: SkipReason? {
        compression.map { .truncatedData($0, byteOffset: takenBytes) }
    }
}
