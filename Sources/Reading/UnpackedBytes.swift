/// The bytes of a record file as they are once unpacked, one piece after the other.
final class UnpackedBytes {
    /// Gives the next bytes as they are stored, 0 of them at the end.
    typealias Input = (UnsafeMutableRawBufferPointer) throws(SkipReason) -> Int

    /// Why the bytes ended before their end, once they have; what was read before is sound.
    private(set) var fault: SkipReason?

    private let input: Input
    private var compression: Compression?
    private var decoder: (any StreamDecoder)?
    /// What was read and not yet taken, the number of bytes taken before it, and whether more may come.
    private var stored: ArraySlice<UInt8> = []
    private var takenBytes = 0
    private var inputHasEnded = false
    private var hasBegun = false

    private static let storedBytes = 1 << 18

    init(compression: Compression?, input: @escaping Input) {
        self.compression = compression
        self.input = input
    }

    /// A stream that has nothing to give.
    init(fault: SkipReason) {
        self.fault = fault
        (compression, inputHasEnded) = (nil, true)
        input = { _ in 0 }
    }

    /// Fills the buffer; gives how many bytes there were, fewer than it holds only at the end or before a fault.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var count = 0
        while count < buffer.count, fault == nil {
            let free = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            if !hasBegun { begin() }
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
        compression = compression ?? Compression(firstBytes: stored)
        decoder = compression?.decoder
    }

    /// Puts what comes next behind what is stored.
    private func refill() {
        let rest = stored
        do throws(SkipReason) {
            var failure: SkipReason?
            let bytes = [UInt8](unsafeUninitializedCapacity: rest.count + Self.storedBytes) { buffer, count in
                count = buffer.initialize(fromContentsOf: rest)
                do throws(SkipReason) {
                    let more = try input(
                        UnsafeMutableRawBufferPointer(
                            UnsafeMutableBufferPointer(rebasing: buffer[count...])))
                    inputHasEnded = more == 0
                    count += more
                } catch {
                    failure = error
                }
            }
            stored = bytes[...]
            if let failure { throw failure }
        } catch {
            (fault, inputHasEnded) = (error, true)
        }
    }

    private func plain(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        if !stored.isEmpty { return take(min(stored.count, buffer.count), into: buffer) }
        guard !inputHasEnded else { return 0 }
        do throws(SkipReason) {
            let count = try input(buffer)
            inputHasEnded = count == 0
            return count
        } catch {
            (fault, inputHasEnded) = (error, true)
            return 0
        }
    }

    private func take(_ count: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        buffer.copyBytes(from: stored.prefix(count))
        stored = stored.dropFirst(count)
        return count
    }

    private func decoded(by decoder: any StreamDecoder, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while fault == nil {
            if stored.isEmpty, !inputHasEnded { refill() }
            let step = stored.withUnsafeBytes { decoder.decode($0, into: buffer) }
            stored = stored.dropFirst(step.consumed)
            takenBytes += step.consumed
            let isStuck = step.consumed == 0 && step.produced == 0 && !stored.isEmpty
            if step.isCorrupt || isStuck {
                fault = compression.map { .corruptData($0, byteOffset: takenBytes) }
            } else if step.produced == 0, step.consumed == 0, inputHasEnded, fault == nil {
                if !decoder.isBetweenMembers {
                    fault = compression.map { .truncatedData($0, byteOffset: takenBytes) }
                }
                return 0
            }
            if step.produced > 0 { return step.produced }
        }
        return 0
    }
}
