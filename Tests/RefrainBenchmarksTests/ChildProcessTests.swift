import Testing

@testable import RefrainBenchmarks

struct ChildProcessTests {
    private func run(_ script: String, timeLimit: Double = 60, memoryLimit: Int? = nil) throws
        -> ProcessFigures
    {
        let folder = try TemporaryFolder()
        return try ChildProcess(
            arguments: ["/bin/sh", "-c", script], environment: ["GREETING": "hello"],
            outputPath: folder.path("out"), errorPath: folder.path("err"), timeLimit: timeLimit,
            memoryLimit: memoryLimit
        ).run()
    }

    @Test func whatAProcessTakesIsCounted() throws {
        let figures = try run("i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done")
        #expect(figures.outcome == .finished)
        #expect(figures.wallSeconds > 0 && figures.cpuSeconds > 0 && figures.peakBytes > 100_000)
    }

    @Test func anotherStatusIsAFailureWithItsMessage() throws {
        #expect(try run("echo first >&2; echo why >&2; exit 3").outcome == .failed(message: "status 3: why"))
    }

    @Test func aSignalIsAFailure() throws {
        #expect(try run("kill -9 $$").outcome == .failed(message: "signal 9: it said nothing"))
    }

    @Test func theEnvironmentIsSet() throws {
        #expect(try run("[ \"$GREETING\" = hello ]").outcome == .finished)
    }

    @Test func whatTakesTooLongIsStopped() throws {
        #expect(try run("while :; do :; done", timeLimit: 0.1).outcome == .timeLimit(seconds: 0.1))
    }

    @Test func whatHoldsTooMuchIsStopped() throws {
        #expect(try run("while :; do :; done", memoryLimit: 1).outcome == .memoryLimit(bytes: 1))
    }

    @Test func aProgramThatIsNotThereIsNamed() throws {
        let folder = try TemporaryFolder()
        let missing = ChildProcess(
            arguments: ["/nowhere/program"], environment: [:], outputPath: folder.path("out"),
            errorPath: folder.path("err"), timeLimit: 1, memoryLimit: nil)
        #expect(throws: BenchmarkFailure.self) { try missing.run() }
    }
}
