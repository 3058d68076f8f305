import Foundation

/// How a process ended.
enum Outcome: Codable, Equatable {
    /// With status 0.
    case finished
    /// It was stopped at the limit of time.
    case timeLimit(seconds: Double)
    /// It was stopped at the limit of memory.
    case memoryLimit(bytes: Int)
    /// With another status, or by a signal; `message` is the end of what it said.
    case failed(message: String)
}

/// What a process took.
struct ProcessFigures: Codable, Equatable {
    /// Wall time from the start to the end, in seconds.
    var wallSeconds: Double
    /// User and system time of all its threads and children, in seconds.
    var cpuSeconds: Double
    /// The most memory it held at once (maximum resident set size), in bytes.
    var peakBytes: Int
    /// How it ended.
    var outcome: Outcome
}

/// A program to run once and to measure.
///
/// Time and memory are the kernel's own account (`wait4`). The kernel counts the memory of the process that starts another
/// towards the other's peak, so that one never reads below what this program holds: it measures first and compares later.
struct ChildProcess {
    /// The program's path and its arguments.
    let arguments: [String]
    /// What is set for it besides this process's environment.
    let environment: [String: String]
    /// Files that its two output streams go to.
    let outputPath, errorPath: String
    /// After how many seconds it is stopped.
    let timeLimit: Double
    /// At how many bytes held it is stopped; nil for no limit.
    let memoryLimit: Int?

    /// Runs the program to its end.
    func run() throws(BenchmarkFailure) -> ProcessFigures {
        let clock = ContinuousClock()
        let start = clock.now
        let process = try spawn()
        let watchdog = Watchdog(process: process, timeLimit: timeLimit, memoryLimit: memoryLimit)
        // Not yet reaped, so that the watchdog can't hit another process that was given the number.
        var information = siginfo_t()
        while waitid(P_PID, UInt32(process), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        let wall = Double(start.duration(to: clock.now) / .microseconds(1)) / 1e6
        let stopped = watchdog.end()
        var (status, usage): (Int32, rusage) = (0, rusage())
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        return ProcessFigures(
            wallSeconds: wall, cpuSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
            peakBytes: usage.ru_maxrss * 1024,
            outcome: stopped ?? (status == 0 ? .finished : .failed(message: failureMessage(status: status))))
    }

    private func spawn() throws(BenchmarkFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        for (descriptor, path) in [(STDOUT_FILENO, outputPath), (STDERR_FILENO, errorPath)] {
            posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        }
        let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var words = arguments.map { strdup($0) } + [nil]
        var variables = merged.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for string in words + variables { free(string) } }
        var process: pid_t = 0
        let errorNumber = posix_spawn(&process, arguments[0], &actions, nil, &words, &variables)
        guard errorNumber == 0 else { throw .notStarted(program: arguments[0], errorNumber: errorNumber) }
        return process
    }

    private func failureMessage(status: Int32) -> String {
        let text = (try? String(contentsOfFile: errorPath, encoding: .utf8)) ?? ""
        let last = text.split(separator: "\n").last.map(String.init) ?? "it said nothing"
        let signal = status & 0x7F
        return (signal == 0 ? "status \((status >> 8) & 0xFF)" : "signal \(signal)") + ": " + last
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
