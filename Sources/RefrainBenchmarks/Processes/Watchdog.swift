import Dispatch
import Foundation
import Synchronization

/// Stops a process that goes beyond a limit.
final class Watchdog: Sendable {
    private struct State {
        var isOver = false
        var stopped: Outcome?
    }

    private let state = Mutex(State())
    // Dispatch's sources may be used from any thread; the protocol does not say so.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer

    /// How often a limit of memory is looked at.
    private static let interval = 0.1

    /// Watches `process` from now on.
    init(process: pid_t, timeLimit: Double, memoryLimit: Int?) {
        timer = DispatchSource.makeTimerSource()
        let start = ContinuousClock.now
        timer.schedule(
            deadline: .now() + (memoryLimit == nil ? timeLimit : min(timeLimit, Self.interval)),
            repeating: Self.interval)
        timer.setEventHandler { [self] in
            if start.duration(to: .now) >= .seconds(timeLimit) {
                stop(process, .timeLimit(seconds: timeLimit))
            } else if let memoryLimit, Self.residentBytes(of: process) > memoryLimit {
                stop(process, .memoryLimit(bytes: memoryLimit))
            }
        }
        timer.resume()
    }

    /// Stops watching; says why the process was stopped, if it was. After this no signal is sent.
    func end() -> Outcome? {
        timer.cancel()
        return state.withLock { state in
            state.isOver = true
            return state.stopped
        }
    }

    private func stop(_ process: pid_t, _ outcome: Outcome) {
        state.withLock { state in
            guard !state.isOver, state.stopped == nil else { return }
            state.stopped = outcome
            kill(process, SIGKILL)
        }
    }

    private static func residentBytes(of process: pid_t) -> Int {
        let fields = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8))?.split(
            separator: " ")
        return (fields.flatMap { $0.count > 1 ? Int($0[1]) : nil } ?? 0) * sysconf(Int32(_SC_PAGESIZE))
    }
}
