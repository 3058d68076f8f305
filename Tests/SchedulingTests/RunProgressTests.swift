import Scheduling
import Testing

/// How far a run has come.
struct RunProgressTests {
    @Test func aCallIsAStepOfTheStageThatRuns() {
        let progress = RunProgress()
        #expect(progress.sample == RunProgress.Sample())
        let workers = Workers(count: 2, progress: progress)
        progress.begin(stage: "join")
        #expect(progress.sample == sample("join", 0, nil, done: 0, total: 0))
        workers.forEach(100) { _ in }
        #expect(progress.sample == sample("join", 1, nil, done: 100, total: 100))
        workers.step("sorting", unit: "rows").forEach(7) { _ in }
        #expect(progress.sample == sample("join", 2, "sorting", "rows", done: 7, total: 7))
        progress.begin(stage: "cluster")
        #expect(progress.sample == sample("cluster", 0, nil, done: 0, total: 0))
    }

    @Test func piecesAreCountedWhenTheyAreDone() {
        let progress = RunProgress()
        let seen = Workers(count: 1, progress: progress).map(4) { _ in progress.sample.done }
        #expect(seen == [0, 1, 2, 3])
    }

    @Test func aStepWithoutATotalCountsOn() {
        let progress = RunProgress()
        progress.begin(stage: "report")
        progress.begin(step: nil, unit: "bytes", total: 0)
        progress.advance(by: 1000)
        progress.advance()
        #expect(progress.sample == sample("report", 1, nil, "bytes", done: 1001, total: 0))
    }

    @Test func noMoreIsDoneThanThereIs() {
        let progress = RunProgress()
        progress.begin(total: 3)
        progress.advance(by: 5)
        #expect(progress.sample.done == 3)
    }

    private func sample(
        _ stage: String, _ step: Int, _ label: String?, _ unit: String? = nil, done: Int, total: Int
    ) -> RunProgress.Sample {
        var sample = RunProgress.Sample()
        (sample.stage, sample.step, sample.label, sample.unit) = (stage, step, label, unit)
        (sample.done, sample.total) = (done, total)
        return sample
    }
}
