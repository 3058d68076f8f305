import Testing

@testable import RefrainBenchmarks

struct StageSecondsTests {
    @Test func stagesAreReadFromWhatVerboseSays() {
        let said = """
            refrain: read: 0.013 s
            refrain: skipped a.md: it is not UTF-8
            refrain: join: 1.500 s
            refrain: pairs found by index; estimated for one core: dense 2.000 s, index 0.189 s
            """
        #expect(
            StageSeconds.stages(in: said) == [
                StageSeconds(stage: "read", seconds: 0.013), StageSeconds(stage: "join", seconds: 1.5),
            ])
    }

    @Test func silenceHasNoStages() {
        #expect(StageSeconds.stages(in: "").isEmpty)
    }
}
