internal import Glibc

/// A thread of the system's, which may have none to give: then whoever asks does the work itself.
///
/// Dispatch is no way to have one: where the system refuses, it tries again every second, for ever.
package struct SystemThread: Sendable {
    private let thread: pthread_t

    private final class Work {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs `body` on a thread of its own; nil where the system has no memory or number left for one, and nothing is run.
    package init?(_ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let problem = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, work.toOpaque())
        guard problem == 0 else {
            work.release()
            return nil
        }
        self.thread = thread
    }

    /// Waits for the end; once, unless the thread is detached.
    package func join() { pthread_join(thread, nil) }

    /// Lets it end by itself.
    package func detach() { pthread_detach(thread) }
}
