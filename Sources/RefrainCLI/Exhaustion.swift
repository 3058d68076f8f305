import CAllocation
import Foundation
import Synchronization

/// Ends the process with a message where it gets no more memory, at whichever place that happens.
enum Exhaustion {
    /// Whether a thread has begun to end the process.
    private static let hasBegun = Atomic<Bool>(false)
    /// What is written, made while there is memory.
    private static let message = Array(
        """
        refrain: memory ran out: the system gives no more than this process has; give it more (ulimit -v), or take fewer \
        --threads or a smaller --memory-budget

        """.utf8)

    /// Starts to watch.
    static func watch() {
        _ = (message.count, hasBegun.load(ordering: .relaxed))
        refrain_on_exhausted_memory { Exhaustion.end() }
    }

    /// Takes no memory. Of several threads that find none the first ends all.
    private static func end() -> Never {
        let isFirst = hasBegun.compareExchange(
            expected: false, desired: true, ordering: .relaxed
        ).exchanged
        while !isFirst { pause() }
        message.withUnsafeBytes { _ = Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        Interruption.endAtOnce(.failed)
    }
}
