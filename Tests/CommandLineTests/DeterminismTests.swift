import TestSupport
import Testing

/// The same input gives the same bytes.
struct DeterminismTests {
    private static let reports = [["find", "--format", "json"], ["outline", "--format", "json"]]

    /// What a report on the handbook holds.
    private func report(_ arguments: [String], in folder: WorkFolder? = nil, _ more: String...) throws
        -> String
    {
        let result = try Program.run(
            arguments + ["Fixtures/Handbook/pages"] + more, in: folder)
        #expect(result.status < 2)
        return result.output
    }

    @Test(arguments: reports)
    func reportsAreTheSameTwiceInARow(_ arguments: [String]) throws {
        #expect(try report(arguments) == report(arguments))
    }

    @Test(arguments: reports)
    func reportsAreTheSameWithOneThreadAndWithTwo(_ arguments: [String]) throws {
        #expect(try report(arguments, "--threads", "1") == report(arguments, "--threads", "2"))
    }

    @Test(arguments: reports)
    func reportsAreTheSameInAnotherFolder(_ arguments: [String]) throws {
        let folder = try WorkFolder()
        try folder.copy("Fixtures/Handbook")
        #expect(try report(arguments) == report(arguments, in: folder))
    }

    @Test func reportsAreTheSameWithLittleMemory() throws {
        let arguments = ["find", "--format", "json"]
        #expect(try report(arguments) == report(arguments, "--memory-budget", "1MB"))
    }

    @Test func equalSettingsTypedInTwoWaysGiveTheSameBytes() throws {
        let short = [
            "find", "--format", "json", "--ngrams", "3", "--max-file-size", "1MB", "--threshold", "0.80",
        ]
        let long = [
            "find", "--format", "json", "--ngrams", "3-3", "--max-file-size", "1024 KB", "--threshold", ".8",
        ]
        #expect(try report(short) == report(long))
    }
}
