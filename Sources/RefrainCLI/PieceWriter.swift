import Dispatch
import Reporting
import Scheduling
import Synchronization

/// Writes pieces of a report on a thread of its own, while the next ones are made: of 115 MB, writing takes longer than making.
///
/// Pieces are written in order, and no more than two wait. What the place refuses is told with a later piece, or at the end. Where
/// there is no thread to be had, the one that makes the pieces writes them.
final class PieceWriter {
    private let ring: Ring
    private let thread: SystemThread?

    /// Makes a writer of pieces of at most `pieceBytes` bytes; `progress` is told of the bytes that are written.
    init(to descriptor: Int32, pieceBytes: Int, progress: RunProgress) {
        let ring = Ring(to: descriptor, pieceBytes: pieceBytes, progress: progress)
        self.ring = ring
        thread = SystemThread { ring.writeAll() }
    }

    deinit {
        if let thread {
            ring.end()
            thread.join()
        }
    }

    /// Takes a copy of `piece`, and waits where two are still to be written; a longer piece is written before it returns.
    ///
    /// - Throws: `ReportError` where an earlier piece was refused.
    func write(_ piece: UnsafeRawBufferPointer) throws(ReportError) {
        if thread == nil || !ring.takes(piece) {
            ring.waitUntilWritten()
            ring.put(piece)
        }
        try check()
    }

    /// Waits until everything is written.
    ///
    /// - Throws: `ReportError` where a piece was refused.
    func finish() throws(ReportError) {
        ring.waitUntilWritten()
        try check()
    }

    private func check() throws(ReportError) {
        let problem = ring.problem.load(ordering: .relaxed)
        guard problem == 0 else { throw ReportError(errorNumber: problem) }
    }
}

/// Two buffers that go round between the thread that fills them and the one that writes them.
///
/// Invariant: a buffer and its count belong to the filling thread between `free.wait()` and `filled.signal()`, and to the writing one
/// between `filled.wait()` and `free.signal()`. Both go through the buffers in the same order.
private final class Ring: @unchecked Sendable {
    /// The `errno` of the first write that failed, or 0.
    let problem = Atomic<Int32>(0)
    private let descriptor: Int32
    private let progress: RunProgress
    private let buffers: [UnsafeMutableRawBufferPointer]
    /// How many bytes of each buffer are to be written; below 0 for the end.
    private let counts: UnsafeMutablePointer<Int>
    private let free: DispatchSemaphore
    private let filled = DispatchSemaphore(value: 0)
    private var next = 0

    init(to descriptor: Int32, pieceBytes: Int, progress: RunProgress) {
        self.descriptor = descriptor
        self.progress = progress
        buffers = (0..<2).map { _ in .allocate(byteCount: pieceBytes, alignment: 1) }
        counts = .allocate(capacity: buffers.count)
        counts.initialize(repeating: 0, count: buffers.count)
        free = DispatchSemaphore(value: buffers.count)
    }

    deinit {
        for buffer in buffers { buffer.deallocate() }
        counts.deallocate()
    }

    /// Fills the next buffer, if the piece fits into one.
    func takes(_ piece: UnsafeRawBufferPointer) -> Bool {
        guard piece.count <= buffers[next].count else { return false }
        free.wait()
        buffers[next].copyMemory(from: piece)
        pass(piece.count)
        return true
    }

    /// Tells the writing thread that there is nothing to come.
    func end() {
        free.wait()
        pass(-1)
    }

    private func pass(_ count: Int) {
        counts[next] = count
        next = (next + 1) % buffers.count
        filled.signal()
    }

    /// Waits until all buffers are free.
    func waitUntilWritten() {
        for _ in buffers { free.wait() }
        for _ in buffers { free.signal() }
    }

    /// Writes what comes until the end.
    func writeAll() {
        var turn = 0
        while true {
            filled.wait()
            let count = counts[turn]
            if count >= 0 { put(UnsafeRawBufferPointer(rebasing: buffers[turn][..<count])) }
            free.signal()
            if count < 0 { return }
            turn = (turn + 1) % buffers.count
        }
    }

    /// Writes a piece, unless an earlier one was refused.
    func put(_ piece: UnsafeRawBufferPointer) {
        guard problem.load(ordering: .relaxed) == 0 else { return }
        problem.store(StandardStreams.write(piece, to: descriptor), ordering: .relaxed)
        progress.advance(by: piece.count)
    }
}
