import Foundation
import Scheduling
import Synchronization

/// Ends the process on Ctrl-C and its like: at once, whatever it is doing, by the signal itself, so that a shell sees what
/// happened, and with nothing half-done left behind.
enum Interruption {
    /// Ctrl-C, a request to end, the terminal gone away, and the reader of a pipe gone away.
    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGPIPE]

    /// The files to remove. Whoever holds the lock either changes one of them or ends the process.
    private static let unfinished = Mutex(Set<SystemPath>())
    /// Where the handler puts the number of a signal.
    nonisolated(unsafe) private static var writingEnd: Int32 = -1
    nonisolated(unsafe) private static var endsOnBrokenPipe = false

    /// Starts to watch for signals, but for those that whoever started the process wants ignored, as `nohup` does.
    ///
    /// Handlers may do next to nothing, and libraries have started threads that block no signal by now, so that waiting for
    /// one with `sigwait` is no way either: a handler passes the signal's number on to a thread that waits for it.
    static func watch() {
        // A file that reaches its limit is an error of writing, which has a message.
        signal(SIGXFSZ, SIG_IGN)
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        writingEnd = ends[1]
        let readingEnd = ends[0]
        let thread = SystemThread {
            var number: UInt8 = 0
            while read(readingEnd, &number, 1) != 1 {}
            end(by: Int32(number))
        }
        // Without one to wait for signals they do what they do by themselves.
        guard let thread else { return }
        thread.detach()
        for signal in signals where !isIgnored(signal) {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                var number = UInt8(truncatingIfNeeded: number)
                let savedError = errno
                _ = write(Interruption.writingEnd, &number, 1)
                errno = savedError
            }
            // A second Ctrl-C ends the process itself, in case that removing a file takes its time.
            action.sa_flags = SA_RESTART | (signal == SIGPIPE ? 0 : Int32(bitPattern: SA_RESETHAND))
            if signal == SIGPIPE { endsOnBrokenPipe = true }
            sigaction(signal, &action, nil)
            // Some programs start others from a thread that blocks all signals, and the mask is handed down.
            unblock(signal)
        }
    }

    /// Waits for the end of the process after a write to a pipe without a reader, unless such an end is not wanted.
    static func waitForEndOnBrokenPipe() {
        while endsOnBrokenPipe { pause() }
    }

    /// Has the file at `path`, which `body` makes, removed if the process is interrupted; no file where `body` gives
    /// less than 0. Gives what `body` does, or the error number below 0.
    static func make(_ path: SystemPath, _ body: () -> Int32) -> Int32 {
        unfinished.withLock { paths in
            let descriptor = body()
            if descriptor >= 0 { paths.insert(path) }
            return descriptor >= 0 ? descriptor : -errno
        }
    }

    /// Does what makes the file at `path` a finished one or takes it away, and cannot be interrupted in it.
    static func finish<Result>(_ path: SystemPath, _ body: () -> Result) -> Result {
        unfinished.withLock { paths in
            paths.remove(path)
            return body()
        }
    }

    /// Takes away what is unfinished, where nothing else is being done to it at this moment, and ends the process at once. Takes no
    /// memory.
    static func endAtOnce(_ status: ExitStatus) -> Never {
        _ = unfinished.withLockIfAvailable { paths in
            for path in paths { unlink(path.characters) }
        }
        _exit(status.rawValue)
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        sigaction(signal, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func end(by number: Int32) {
        unfinished.withLock { paths in
            for path in paths { unlink(path.characters) }
            StatusLine.clear()
            signal(number, SIG_DFL)
            unblock(number)
            raise(number)
        }
    }

    private static func unblock(_ signal: Int32) {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, signal)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}
