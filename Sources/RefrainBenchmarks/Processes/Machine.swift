import Foundation

/// What a report was measured on.
struct Machine: Codable, Equatable {
    /// The processor's name, or the name given for the machine.
    var name: String
    /// How many cores it offers.
    var cores: Int
    /// Its memory, in bytes.
    var memoryBytes: Int
    /// Its operating system.
    var system: String

    /// This machine.
    ///
    /// - Parameter name: what it is called; nil takes the processor's name.
    static func current(name: String?) -> Machine {
        let information = ProcessInfo.processInfo
        return Machine(
            name: name ?? processorName ?? "unknown processor", cores: information.activeProcessorCount,
            memoryBytes: Int(information.physicalMemory), system: information.operatingSystemVersionString)
    }

    /// The name in lower case, letters, digits and hyphens only: for a folder.
    var slug: String {
        let words = name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return words.joined(separator: "-") + "-\(cores)-cores"
    }

    private static var processorName: String? {
        let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
