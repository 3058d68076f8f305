internal import CFuzzer
internal import Foundation

/// Runs one part of Refrain on inputs that libFuzzer makes: `make fuzz`.
@main
enum FuzzProgram {
    /// What runs; set once, before libFuzzer calls anything.
    nonisolated(unsafe) private static var target = FuzzTarget.all[0]

    static func main() {
        let arguments = CommandLine.arguments
        if arguments.dropFirst() == ["--list"] {
            print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
            exit(0)
        }
        guard arguments.count > 1, let target = FuzzTarget.all.first(where: { $0.name == arguments[1] })
        else {
            stop("name a target: \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
        }
        guard refrain_fuzzer_is_linked() != 0 else {
            stop("this program was built without libFuzzer; make fuzz builds it with")
        }
        self.target = target
        // libFuzzer reads the arguments behind the target's name: options and folders of inputs.
        var options = ([arguments[0]] + arguments.dropFirst(2)).map { strdup($0) } + [nil]
        var count = CInt(options.count - 1)
        let status = options.withUnsafeMutableBufferPointer { options in
            var base = options.baseAddress
            return refrain_fuzzer_run(&count, &base) { data, size in
                FuzzProgram.check(UnsafeBufferPointer(start: data, count: size))
                return 0
            }
        }
        exit(status)
    }

    /// Stops at the first input that breaks a promise: libFuzzer keeps it in a file.
    private static func check(_ input: UnsafeBufferPointer<UInt8>) {
        let faults = target.faults(of: Array(input))
        precondition(faults.isEmpty, faults.joined(separator: "\n"))
    }

    private static func stop(_ message: String) -> Never {
        FileHandle.standardError.write(Data("RefrainFuzz: \(message)\n".utf8))
        exit(2)
    }
}
