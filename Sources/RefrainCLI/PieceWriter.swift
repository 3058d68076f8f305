import Dispatch
import Reporting
import Scheduling
import Synchronization

/// Writes pieces of a report on a thread of its own, while the next ones are made: of 115 MB, writing takes longer than making.
///
/// Pieces are written in order, and no more than two wait. What the place refuses is told with a later piece, or at the end.
///
/// Invariant: a buffer belongs to the caller between `free.wait()` and `queue.async`, and to the queue from there to
/// `free.signal()`. The queue is done with them in order, so the next one in the round is free when any is.
final class PieceWriter: @unchecked Sendable {
    private let descriptor: Int32
    private let progress: RunProgress
    private let queue = DispatchQueue(label: "report")
    private let buffers: [UnsafeMutableRawBufferPointer]
    private let free: DispatchSemaphore
    private var next = 0
    /// The `errno` of the first write that failed, or 0.
    private let problem = Atomic<Int32>(0)

    /// Makes a writer of pieces of at most `pieceBytes` bytes; `progress` is told of the bytes that are written.
    init(to descriptor: Int32, pieceBytes: Int, progress: RunProgress) {
        self.descriptor = descriptor
        self.progress = progress
        buffers = (0..<2).map { _ in .allocate(byteCount: pieceBytes, alignment: 1) }
        free = DispatchSemaphore(value: buffers.count)
    }

    deinit { for buffer in buffers { buffer.deallocate() } }

    /// Takes a copy of `piece`, and waits where two are still to be written; a longer piece is written before it returns.
    ///
    /// - Throws: `ReportError` where an earlier piece was refused.
    func write(_ piece: UnsafeRawBufferPointer) throws(ReportError) {
        guard piece.count <= buffers[next].count else {
            nonisolated(unsafe) let piece = piece
            queue.sync { put(piece) }
            return try check()
        }
        free.wait()
        nonisolated(unsafe) let copy = UnsafeMutableRawBufferPointer(rebasing: buffers[next][..<piece.count])
        next = (next + 1) % buffers.count
        copy.copyMemory(from: piece)
        queue.async { [self] in
            put(UnsafeRawBufferPointer(copy))
            free.signal()
        }
        try check()
    }

    /// Writes a piece, unless an earlier one was refused. Called on the queue.
    private func put(_ piece: UnsafeRawBufferPointer) {
        guard problem.load(ordering: .relaxed) == 0 else { return }
        problem.store(StandardStreams.write(piece, to: descriptor), ordering: .relaxed)
        progress.advance(by: piece.count)
    }

    /// Waits until everything is written.
    ///
    /// - Throws: `ReportError` where a piece was refused.
    func finish() throws(ReportError) {
        queue.sync {}
        try check()
    }

    private func check() throws(ReportError) {
        let problem = problem.load(ordering: .relaxed)
        guard problem == 0 else { throw ReportError(errorNumber: problem) }
    }
}
