internal import CZlib

/// Unpacks gzip. Zero bytes after a member are padding, as gzip(1) has it; anything else must be another member.
final class GzipDecoder: StreamDecoder {
    /// zlib keeps the address, so the state must not move. Freed with the decoder.
    private let stream: UnsafeMutablePointer<z_stream>
    private(set) var isBetweenMembers = false

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 16 more than the largest window: gzip's frame, and no other.
        let status = inflateInit2_(stream, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib is of the version it was built for, and there is memory for it")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingStep {
        guard isBetweenMembers else { return inflated(input, into: output) }
        let padding = input.firstIndex { $0 != 0 } ?? input.count
        guard padding < input.count else { return DecodingStep(consumed: padding, produced: 0) }
        inflateReset(stream)
        isBetweenMembers = false
        var step = inflated(UnsafeRawBufferPointer(rebasing: input[padding...]), into: output)
        step.consumed += padding
        return step
    }

    private func inflated(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> DecodingStep {
        // zlib counts in 32 bits, and never writes to its input.
        let (inputCount, outputCount) = (min(input.count, 1 << 30), min(output.count, 1 << 30))
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(inputCount)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(outputCount)
        let status = inflate(stream, Z_NO_FLUSH)
        isBetweenMembers = status == Z_STREAM_END
        return DecodingStep(
            consumed: inputCount - Int(stream.pointee.avail_in),
            produced: outputCount - Int(stream.pointee.avail_out),
            isCorrupt: ![Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status))
    }
}
