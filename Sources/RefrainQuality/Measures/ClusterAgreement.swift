/// How far two partitions of the same items agree.
struct ClusterAgreement: Sendable, Equatable {
    /// The adjusted Rand index (L. Hubert, P. Arabie, Comparing partitions, 1985): 1 for the same partition, about 0 for a
    /// random one.
    let adjustedRandIndex: Double
    /// B-cubed precision and recall (A. Bagga, B. Baldwin, 1998): over the items, the mean share of an item's cluster that
    /// belongs with it, and of what belongs with it that is in its cluster.
    let precision, recall: Double
    /// Their harmonic mean.
    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    /// Compares the clusters `found` with `truth`: per item a cluster each. Two empty lists agree.
    init(found: [Int], truth: [Int]) {
        var (both, ofFound, ofTruth): ([[Int]: Int], [Int: Int], [Int: Int]) = ([:], [:], [:])
        for (cluster, true_) in zip(found, truth) {
            both[[cluster, true_], default: 0] += 1
            ofFound[cluster, default: 0] += 1
            ofTruth[true_, default: 0] += 1
        }
        // In a fixed order, so that the sums round alike from run to run.
        let cells = both.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        let count = Double(found.count)
        var (precision, recall) = (0.0, 0.0)
        for (key, size) in cells {
            precision += Double(size * size) / Double(ofFound[key[0], default: 1])
            recall += Double(size * size) / Double(ofTruth[key[1], default: 1])
        }
        self.precision = count == 0 ? 1 : precision / count
        self.recall = count == 0 ? 1 : recall / count
        func pairs(_ sizes: some Sequence<Int>) -> Double {
            Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
        }
        let (together, a, b) = (pairs(both.values), pairs(ofFound.values), pairs(ofTruth.values))
        let all = count * (count - 1) / 2
        let expected = all == 0 ? 0 : a * b / all
        let highest = (a + b) / 2
        adjustedRandIndex = highest == expected ? 1 : (together - expected) / (highest - expected)
    }
}
