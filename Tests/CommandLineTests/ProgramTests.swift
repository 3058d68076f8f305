import TestSupport
import Testing

/// The built program, as a user runs it.
struct ProgramTests {
    @Test func versionIsPrinted() throws {
        let result = try Program.run(["--version"])
        #expect(result.output == "refrain 0.1.0\n")
        #expect(result.status == 0)
    }
}
