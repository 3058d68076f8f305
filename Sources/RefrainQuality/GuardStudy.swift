import Refrain
import Scoring

/// The guard as a factor of the score against the guard as a class of pairs, on the same pairs of one set.
struct GuardStudy: Sendable {
    /// How one form does.
    struct Row: Sendable, Equatable {
        let form: GuardForm
        let accuracy: Accuracy
        /// The highest F1 and its threshold.
        let best: Double
        let threshold: Double
        let averagePrecision: Double
        /// The adjusted Rand index of the clusters; nil where the set says nothing of clusters.
        let adjustedRandIndex: Double?
    }

    /// The name of the set.
    let set: String
    /// A row a form.
    let rows: [Row]

    /// Runs `set` without the guard and puts each form's similarity in the place of the one found.
    ///
    /// A class of pairs is none of the clusters' business: it has those of a run without the guard.
    init(_ set: LabelledSet, threshold: Double, threads: Int) throws(QualityFailure) {
        let without = Variation(name: "no guard", changes: [(.guard, "false")])
        let run = try SetRun(
            set, settings: try without.settings(threshold: Measuring.floor), threads: threads)
        let scores = run.scores().filter { set.label(of: $0.pair) != .unjudged }
        let penalties = scores.map { run.penalty(of: $0.pair) }
        let plain = try SetRun(set, settings: try without.settings(), threads: threads).clusterAgreement()
        let guarded = try SetRun(
            set, settings: try Variation(name: "", changes: []).settings(), threads: threads
        ).clusterAgreement()
        self.set = set.name
        rows = GuardForm.compared.map { form in
            let ranked = run.ranked(
                zip(scores, penalties).map { score, penalty in
                    (score.pair, form.similarity(score.similarity, penalty: penalty))
                })
            return Row(
                form: form, accuracy: ranked.accuracy(at: threshold), best: ranked.best?.accuracy.f1 ?? 0,
                threshold: ranked.best?.threshold ?? 1, averagePrecision: ranked.averagePrecision(),
                adjustedRandIndex: (form == .factor ? guarded : plain)?.adjustedRandIndex)
        }
    }
}

extension SetRun {
    /// What the guard takes from two items, 0 … 0.5.
    func penalty(of pair: ItemPair) -> Double {
        guard let a = sectionOfItem[pair.a], let b = sectionOfItem[pair.b] else { return 0 }
        return analysis.discriminatingTokens(a, b).penalty
    }
}
