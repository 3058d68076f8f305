import TestSupport

/// Intervals by drawing pages with replacement (B. Efron, Bootstrap methods, 1979).
///
/// Pages are drawn, not pairs: pairs of one page are alike because of what the page is, and drawing them one by one would
/// make intervals too narrow.
struct Bootstrap: Sendable {
    /// How often to draw.
    let draws: Int
    /// What the draws follow from.
    let seed: UInt64

    /// The middle 95 % of `statistic` over the draws of `pageCount` pages; it is given how often each page was drawn.
    func interval(pageCount: Int, _ statistic: ([Int]) -> Double) -> ClosedRange<Double> {
        var generator = SeededGenerator(seed: seed)
        var values: [Double] = []
        for _ in 0..<draws {
            var weights = [Int](repeating: 0, count: pageCount)
            for _ in 0..<pageCount {
                weights[Int(generator.next().multipliedFullWidth(by: UInt64(pageCount)).high)] += 1
            }
            values.append(statistic(weights))
        }
        values.sort()
        let low = values[Int(Double(draws - 1) * 0.025)]
        return low...values[Int((Double(draws - 1) * 0.975).rounded(.up))]
    }
}
