/// How far a run has come, for people.
package struct ProgressReading: Sendable {
    private let stage: String
    private let step: Int
    private let label: String?
    private let unit: String?
    private let done: Int
    private let total: Int
    private let stageSeconds: Double
    private let stepSeconds: Double

    /// Makes a reading.
    ///
    /// - Parameters:
    ///   - stage: the stage's name.
    ///   - step: which of its steps runs, from 1; 0 before the first.
    ///   - label: what the step does.
    ///   - unit: what is counted, in the plural; "bytes" are shown in megabytes.
    ///   - done: how much of the step is done.
    ///   - total: how much there is to do; 0 where nobody knows.
    ///   - stageSeconds: how long the stage has been seen to run.
    ///   - stepSeconds: how long the step has been seen to run.
    package init(
        stage: String, step: Int, label: String?, unit: String?, done: Int, total: Int, stageSeconds: Double,
        stepSeconds: Double
    ) {
        self.stage = stage
        self.step = step
        self.label = label
        self.unit = unit
        self.done = done
        self.total = total
        self.stageSeconds = stageSeconds
        self.stepSeconds = stepSeconds
    }

    /// "vectorize: counting n-grams, 45 %, 12000 sections/s, 3 s left". Percentage, rate and what is left are the step's, which
    /// is therefore named or numbered; a rate takes half a second to be one.
    package var wording: String {
        guard step > 0 else { return "\(stage): \(Self.time(stageSeconds))" }
        var parts: [String] = []
        if total > 0 {
            parts = [label ?? "step \(step)", "\(done * 100 / total) %"]
        } else if let amount = amount(of: Double(done)) {
            parts = [amount]
        }
        if stepSeconds >= 0.5, done > 0 {
            let rate = Double(done) / stepSeconds
            if let amount = amount(of: rate) { parts.append(amount + "/s") }
            if total > 0, done < total { parts.append(Self.time(Double(total - done) / rate) + " left") }
        }
        return "\(stage): \((parts.isEmpty ? [Self.time(stageSeconds)] : parts).joined(separator: ", "))"
    }

    private func amount(of count: Double) -> String? {
        guard let unit else { return nil }
        return unit == "bytes" ? "\(Int(count) >> 20) MB" : "\(Int(count)) \(unit)"
    }

    /// "12 s", "3 min 20 s", "1 h 5 min", rounded up.
    private static func time(_ seconds: Double) -> String {
        let seconds = Int(seconds.rounded(.up))
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<3600: return "\(seconds / 60) min \(seconds % 60) s"
        default: return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
        }
    }
}
