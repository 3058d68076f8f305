internal import Synchronization

/// How far a run has come: stages and their steps advance it, whoever shows it samples it, from any thread and at any time.
///
/// It knows no clock and prints nothing. A run that nobody watches has none.
package final class RunProgress: Sendable {
    /// The state at one moment.
    package struct Sample: Sendable, Equatable {
        /// The stage that runs; empty before the first.
        package var stage = ""
        /// Which of the stage's steps runs, from 1; 0 before the first.
        package var step = 0
        /// What the step does; nil where nobody says.
        package var label: String?
        /// What is counted, in the plural ("sections"); nil where that tells nothing.
        package var unit: String?
        /// How much of the step is done.
        package var done = 0
        /// How much there is to do; 0 where nobody knows.
        package var total = 0

        /// That of a run that has not begun.
        package init() {}

        fileprivate init(
            stage: String, step: Int = 0, label: String? = nil, unit: String? = nil, total: Int = 0
        ) {
            (self.stage, self.step, self.label, self.unit, self.total) = (stage, step, label, unit, total)
        }
    }

    private let state = Mutex(Sample())
    private let done = Atomic<Int>(0)

    /// Makes the progress of a run that has not begun.
    package init() {}

    /// Begins a stage, which has no step yet.
    package func begin(stage: String) {
        state.withLock {
            $0 = Sample(stage: stage)
            done.store(0, ordering: .relaxed)
        }
    }

    /// Begins the next step of the stage.
    ///
    /// - Parameters:
    ///   - label: what the step does, as a person would say it ("counting n-grams").
    ///   - unit: what is counted, in the plural.
    ///   - total: how much there is to do; 0 where nobody knows.
    package func begin(step label: String? = nil, unit: String? = nil, total: Int) {
        state.withLock {
            $0 = Sample(stage: $0.stage, step: $0.step + 1, label: label, unit: unit, total: total)
            done.store(0, ordering: .relaxed)
        }
    }

    /// Counts what is done of the step. A relaxed addition: for pieces of a microsecond and more.
    package func advance(by count: Int = 1) {
        done.add(count, ordering: .relaxed)
    }

    /// The state now. Never more is done than there is, where the total is known.
    package var sample: Sample {
        state.withLock {
            var sample = $0
            sample.done = done.load(ordering: .relaxed)
            if sample.total > 0 { sample.done = min(sample.done, sample.total) }
            return sample
        }
    }
}
