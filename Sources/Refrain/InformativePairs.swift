/// Picks the pairs whose labels tell most about where the threshold belongs.
public enum InformativePairs {
    /// Labels that are asked for all over the range before the fit is trusted to say where.
    private static let spread: [Double] = [0.6, 0.9, 0.45, 0.75, 0.52, 0.67]

    /// The next pair to ask about: an index in `similarities`, or nil where all are labelled.
    ///
    /// First pairs all over the range; then the one whose probability is nearest to a half by what the labels say so far, which
    /// is where one more label tells most (D. Lewis, W. Gale, A sequential algorithm for training text classifiers, 1994).
    ///
    /// - Parameters:
    ///   - similarities: those of the pairs.
    ///   - labels: for some of them, by index, whether they are the same.
    ///   - passed: pairs that nobody can tell.
    public static func next(_ similarities: [Double], labels: [Int: Bool], passed: Set<Int> = []) -> Int? {
        let asked = labels.count + passed.count
        let fit = Calibration(
            fitting: labels.sorted { $0.key < $1.key }.map {
                LabelledSimilarity(similarity: similarities[$0.key], isSame: $0.value)
            })
        func distance(_ similarity: Double) -> Double {
            if asked < spread.count { return abs(similarity - spread[asked]) }
            guard let fit, fit.slope > 0 else { return abs(similarity - 0.6) }
            return abs(fit.probability(similarity) - 0.5)
        }
        let open = similarities.indices.filter { labels[$0] == nil && !passed.contains($0) }
        return open.min { (distance(similarities[$0]), $0) < (distance(similarities[$1]), $1) }
    }
}
