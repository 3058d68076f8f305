internal import CZstd

/// Unpacks Zstandard, skippable frames included.
final class ZstdDecoder: StreamDecoder {
    private let context: OpaquePointer
    private(set) var isBetweenMembers = false
    /// How many bytes take it to the next fault it could find: the rest of a block and the head of the next.
    private var bytesWanted = 0
    /// Whether the last call ran out of room.
    private var holdsMore = false

    init() {
        guard let context = ZSTD_createDCtx() else { preconditionFailure("there is memory for zstd") }
        self.context = context
        // Archives of text are packed with windows of up to 2 GiB (zstd --long=31).
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 31)
    }

    deinit { ZSTD_freeDCtx(context) }

    /// Gives it no more than it asks for: what a call has written before it meets a fault, it does not say.
    func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingStep {
        if holdsMore {
            let step = decoded(UnsafeRawBufferPointer(rebasing: input.prefix(0)), into: output)
            if step.produced > 0 || step.isCorrupt { return step }
        }
        return decoded(UnsafeRawBufferPointer(rebasing: input.prefix(max(1, bytesWanted))), into: output)
    }

    private func decoded(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> DecodingStep {
        var from = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var to = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let left = ZSTD_decompressStream(context, &to, &from)
        guard ZSTD_isError(left) == 0 else { return DecodingStep(consumed: 0, produced: 0, isCorrupt: true) }
        // With nothing to do it asks for the next frame's header, which need not come.
        if from.pos > 0 || to.pos > 0 { isBetweenMembers = left == 0 }
        (bytesWanted, holdsMore) = (left, to.pos == to.size)
        return DecodingStep(consumed: from.pos, produced: to.pos)
    }
}
