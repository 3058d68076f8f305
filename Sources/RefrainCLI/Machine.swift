import Foundation

/// What the program asks the system about the machine and about itself.
enum Machine {
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
