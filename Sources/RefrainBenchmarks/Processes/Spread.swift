/// The median of some figures, and how far they lie apart.
struct Spread: Codable, Equatable {
    /// The middle figure, or the mean of the two middle ones.
    let median: Double
    /// The lowest and the highest figure.
    let minimum, maximum: Double

    /// Of `figures` in any order; nil where there are none.
    init?(_ figures: [Double]) {
        let sorted = figures.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        (minimum, maximum) = (first, last)
        let middle = sorted.count / 2
        median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
