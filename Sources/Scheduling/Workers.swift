import Synchronization

/// Threads that share out numbered pieces of work; the result does not depend on how many there are.
///
/// Pieces are handed out one at a time through an atomic counter, so uneven pieces balance themselves. The thread that calls is one
/// of them; where the system has no other to give, it does all the work.
package struct Workers: Sendable {
    /// How many threads work at once, at least 1.
    package let count: Int

    private let progress: RunProgress?
    private var label: String?
    private var unit: String?
    /// Whether a step that is already begun goes on.
    private var isInsideStep = false

    /// How many threads have been started by any of these, so that work inside of work does not multiply them.
    private static let started = Atomic<Int>(0)

    /// Makes a pool description. Values below 1 count as 1.
    ///
    /// - Parameter progress: told of each call as a step, and of each piece that is done.
    package init(count: Int, progress: RunProgress? = nil) {
        self.count = max(1, count)
        self.progress = progress
    }

    /// These threads, whose next call is a step of this name: `workers.step("counting n-grams").map(…)`.
    ///
    /// - Parameters:
    ///   - label: what the step does, as a person would say it.
    ///   - unit: what the pieces are, in the plural ("sections"); nil where their number tells nothing.
    package func step(_ label: String, unit: String? = nil) -> Workers {
        var result = self
        (result.label, result.unit) = (label, unit)
        return result
    }

    /// Begins a step of several calls, and gives the threads for them: what is done is told by `advance(by:)`.
    ///
    /// - Parameters:
    ///   - label: what the step does, as a person would say it.
    ///   - unit: what is counted, in the plural.
    ///   - total: how much there is to do.
    package func begin(step label: String, unit: String? = nil, total: Int) -> Workers {
        progress?.begin(step: label, unit: unit, total: total)
        var result = self
        result.isInsideStep = true
        return result
    }

    /// Tells that so much more of the step is done.
    package func advance(by count: Int) { progress?.advance(by: count) }

    /// Calls `body` once for every index in `0 ..< pieces`, in no promised order, and returns when all are done.
    package func forEach(_ pieces: Int, _ body: @Sendable (Int) -> Void) {
        _ = map(pieces, scratch: 0) { _, index in body(index) }
    }

    /// The results of `body` for every index in `0 ..< pieces`, in index order.
    package func map<Result: Sendable>(_ pieces: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        map(pieces, scratch: 0) { _, index in body(index) }
    }

    /// The results of `body` for every index in `0 ..< pieces`, in index order, with working memory per thread.
    ///
    /// `scratch` is evaluated once a thread, at the most; what `body` leaves in it must not change a result.
    package func map<Scratch, Result: Sendable>(
        _ pieces: Int, scratch: @autoclosure @Sendable () -> Scratch,
        _ body: @Sendable (inout Scratch, Int) -> Result
    ) -> [Result] {
        if !isInsideStep { progress?.begin(step: label, unit: unit, total: pieces) }
        return [Result](unsafeUninitializedCapacity: pieces) { buffer, initializedCount in
            // Each index is written by exactly one thread, and read only after all threads are done.
            nonisolated(unsafe) let results = buffer
            let next = Atomic<Int>(0)
            @Sendable func work() {
                var own = scratch()
                while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < pieces {
                    (results.baseAddress! + index).initialize(to: body(&own, index))
                    if !isInsideStep { progress?.advance() }
                }
            }
            Self.run(work, onThreads: min(count, pieces))
            initializedCount = pieces
        }
    }

    /// Runs `work` on the calling thread, and meanwhile on as many more of `count` threads as are to be had.
    private static func run(_ work: @Sendable () -> Void, onThreads count: Int) {
        withoutActuallyEscaping(work) { work in
            var others: [SystemThread] = []
            while others.count < count - 1, started.load(ordering: .relaxed) < count - 1,
                let thread = SystemThread(work)
            {
                started.add(1, ordering: .relaxed)
                others.append(thread)
            }
            work()
            for other in others { other.join() }
            started.subtract(others.count, ordering: .relaxed)
        }
    }

    /// The results of `body` for every piece that `pieces` gives, in the order of the pieces.
    ///
    /// A thread pulls a piece, alone, and works on it while others pull theirs: there are never more pieces than threads.
    package func map<Pieces: IteratorProtocol, Result: Sendable>(
        pulling pieces: sending Pieces, _ body: @Sendable (Pieces.Element) -> Result
    ) -> [Result] where Pieces.Element: Sendable {
        let source = Mutex(NumberedPieces(pieces: AnyIterator(pieces)))
        let results = Mutex<[(index: Int, result: Result)]>([])
        progress?.begin(step: label, unit: unit, total: 0)
        var inside = self
        inside.isInsideStep = true
        inside.forEach(count) { [inside] _ in
            while let (index, piece) = source.withLock({ $0.next() }) {
                let result = body(piece)
                results.withLock { $0.append((index, result)) }
                inside.advance(by: 1)
            }
        }
        return results.withLock { $0.sorted { $0.index < $1.index }.map(\.result) }
    }
}

/// Pieces with their place in the order.
private struct NumberedPieces<Piece> {
    let pieces: AnyIterator<Piece>
    var count = 0

    mutating func next() -> (index: Int, piece: Piece)? {
        guard let piece = pieces.next() else { return nil }
        count += 1
        return (count - 1, piece)
    }
}
