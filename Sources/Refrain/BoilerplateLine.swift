internal import Splitting
internal import Vectorizing

/// A line that many sections share: a template's, a licence's, a notice.
///
/// Its n-grams weigh little because so many sections hold them (inverse document frequency); nothing else is done to it.
public struct BoilerplateLine: Sendable, Equatable {
    /// The line as it stands in the first section that has it, without mark-up.
    public let text: String
    /// How many sections of different text have it.
    public let sectionCount: Int

    /// Fewer sections share no boilerplate, whatever their share.
    static let fewestSections = 3

    /// The lines that stand in at least `share` of the sections of different text, and in three at least: the most frequent
    /// first, then by their first place. Lines are equal after Unicode normalization; those without a letter or digit are
    /// none. O(text).
    static func lines(of sections: [Section], fingerprints: [Fingerprint], share: Double) -> [BoilerplateLine]
    {
        var (seen, buffer): (Set<Fingerprint>, ScalarBuffer) = ([], ScalarBuffer())
        var (numbers, texts, counts): ([Fingerprint: Int], [String], [Int]) = ([:], [], [])
        for (section, fingerprint) in zip(sections, fingerprints) where seen.insert(fingerprint).inserted {
            var own: Set<Int> = []
            for line in section.text(includingCode: true).parts(between: \.isLineEnd)
            where line.unicodeScalars.contains(where: {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }) {
                let identity = Fingerprint(of: String(line), buffer: &buffer)
                let number = numbers[identity, default: texts.count]
                if number == texts.count {
                    numbers[identity] = number
                    texts.append(String(line))
                    counts.append(0)
                }
                if own.insert(number).inserted { counts[number] += 1 }
            }
        }
        let least = max(fewestSections, Int((share * Double(seen.count)).rounded(.up)))
        return counts.indices.filter { counts[$0] >= least }
            .sorted { (-counts[$0], $0) < (-counts[$1], $1) }
            .map { BoilerplateLine(text: texts[$0], sectionCount: counts[$0]) }
    }
}
