import Foundation
import TestSupport
import Testing

/// Runs that get too little of what the system gives: each has a result, or a message and status 2; none hangs or is ended by a signal.
struct ExhaustionTests {
    private static let arguments = "find --threads 2 --format json Fixtures/Handbook/pages"

    /// Runs a command under a limit of `ulimit`; nil where the program can't even be loaded. What hangs is killed, which shows as
    /// another status.
    private func run(_ command: String, limit: String) throws -> Program? {
        let limited = "ulimit \(limit); exec timeout -s KILL 120 \"$REFRAIN\""
        guard try Program.shell("\(limited) --version").status == 0 else { return nil }
        return try Program.shell("\(limited) \(command)")
    }

    @Test(arguments: [60, 100, 140, 160, 180, 200, 220, 250, 300, 350, 400, 500, 600, 800])
    func shortMemoryIsAResultOrAMessage(megabytes: Int) throws {
        guard let result = try run(Self.arguments, limit: "-v \(megabytes * 1024)") else { return }
        if result.status == 0 {
            let expected = try Program.output(Self.arguments.split(separator: " ").map(String.init))
            #expect(result.output == expected)
        } else {
            #expect(result.status == 2)
            #expect(result.messages.contains("refrain: memory ran out"), "\(result.messages)")
        }
    }

    /// Twice what the largest of the runs above has been seen to need.
    @Test func memoryThatIsEnoughIsEnoughForTwoThreads() throws {
        let result = try #require(try run(Self.arguments, limit: "-v \(1200 * 1024)"))
        #expect(result.status == 0, "\(result.messages)")
    }

    @Test(arguments: [4, 5, 6, 8])
    func fewDescriptorsAreAResultOrAMessage(count: Int) throws {
        for command in [
            Self.arguments, "find Fixtures/Handbook/pages -o /dev/null", "outline Fixtures/Handbook/pages",
            "lint Fixtures/Handbook/pages", "lint --staged Fixtures/Handbook/pages",
        ] {
            guard let result = try run(command, limit: "-n \(count)") else { continue }
            #expect((0...2).contains(result.status), "\(command): \(result.messages)")
            #expect(result.status < 2 || result.messages.hasPrefix("refrain: "), "\(result.messages)")
        }
    }
}
