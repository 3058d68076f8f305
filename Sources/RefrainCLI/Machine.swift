import Foundation

/// What the program asks the system about the machine and about itself.
enum Machine {
    /// How much memory the machine has, in bytes, or the container that the process runs in, or the process itself (`ulimit -v`), where
    /// these have a limit.
    static var memoryBytes: Int {
        let machine = Int(clamping: ProcessInfo.processInfo.physicalMemory)
        let limits = ["memory.max", "memory/memory.limit_in_bytes"].compactMap { name in
            let text = try? String(contentsOfFile: "/sys/fs/cgroup/\(name)", encoding: .utf8)
            return text.flatMap { Int($0.filter(\.isNumber)) }
        }
        return min(
            machine, (limits + [RLIMIT_AS, RLIMIT_DATA].compactMap(limit)).filter { $0 > 0 }.min() ?? machine)
    }

    /// How much the process may have of a resource; nil where there is no limit.
    private static func limit(of resource: __rlimit_resource) -> Int? {
        var limit = rlimit()
        guard getrlimit(Int32(resource.rawValue), &limit) == 0 else { return nil }
        return Int(exactly: limit.rlim_cur)
    }

    /// The most memory that this process has held, in bytes.
    static var peakMemoryBytes: Int {
        // What getrusage says also counts the process that started this one.
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        if let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = Int(line.filter(\.isNumber))
        {
            return kilobytes << 10
        }
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return usage.ru_maxrss << 10
    }
}
