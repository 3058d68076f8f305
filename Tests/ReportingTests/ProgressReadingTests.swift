import Reporting
import Testing

/// How progress is said.
struct ProgressReadingTests {
    private func wording(
        _ stage: String, step: Int, _ label: String? = nil, _ unit: String? = nil, done: Int = 0,
        of total: Int = 0, stageSeconds: Double = 3, stepSeconds: Double = 2
    ) -> String {
        ProgressReading(
            stage: stage, step: step, label: label, unit: unit, done: done, total: total,
            stageSeconds: stageSeconds, stepSeconds: stepSeconds
        ).wording
    }

    @Test func stageWithoutStepsSaysHowLongItRuns() {
        #expect(wording("read", step: 0, stageSeconds: 2.1) == "read: 3 s")
        #expect(wording("read", step: 0, stageSeconds: 200) == "read: 3 min 20 s")
        #expect(wording("read", step: 0, stageSeconds: 3900) == "read: 1 h 5 min")
    }

    @Test func stepSaysItsShareRateAndRest() {
        #expect(
            wording("vectorize", step: 2, "counting n-grams", "sections", done: 4500, of: 10_000)
                == "vectorize: counting n-grams, 45 %, 2250 sections/s, 3 s left")
    }

    @Test func stepWithoutANameIsNumbered() {
        #expect(wording("join", step: 3, done: 1, of: 4) == "join: step 3, 25 %, 6 s left")
    }

    @Test func rateTakesHalfASecond() {
        #expect(
            wording("join", step: 1, "probing", done: 1, of: 4, stepSeconds: 0.4) == "join: probing, 25 %")
    }

    @Test func nothingDoneHasNoRate() {
        #expect(wording("join", step: 1, "probing", "rows", of: 4) == "join: probing, 0 %")
    }

    @Test func finishedStepHasNothingLeft() {
        #expect(
            wording("join", step: 1, "probing", "rows", done: 4, of: 4) == "join: probing, 100 %, 2 rows/s")
    }

    @Test func bytesWithoutATotalAreMegabytes() {
        #expect(
            wording("report", step: 1, nil, "bytes", done: 200 << 20) == "report: 200 MB, 100 MB/s")
    }
}
