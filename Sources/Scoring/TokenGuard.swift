/// What two otherwise alike sections lose because the tokens they differ by change what they are about.
///
/// The similarity of a pair is multiplied by 1 − p. Let d be how many tokens differ, t how many both have, and s(R) how many
/// of the d are discriminating for a reason in R (`Discrimination`). Then p is the highest of
///
/// - ½ · s(all)/d, where an opposite stands in the headings, or numbers on both sides do, and not only in those above the
///   sections: two sections of the same words are copies, whatever they lie under;
/// - ½ · s(opposite, number, subject)/d · min(1, s(opposite)/0.025t);
/// - ½ · s(opposite, number, subject)/d · min(1, s(subject)/0.04t);
/// - ½ · s(opposite, number, name)/d · min(1, s(name)/0.1t).
///
/// So p is high where hardly anything but discriminating tokens differs, and they are many for the length of the text: one
/// figure that has drifted in a long copy leaves it a copy. The constants were chosen by measure: see Reports/Quality.
package enum TokenGuard {
    /// What the most discriminating difference costs.
    private static let highest = 0.5

    /// The penalty p of two sections, 0 … 0.5; 0 for the same tokens. O(distinct tokens).
    package static func penalty(_ a: SectionTokens, _ b: SectionTokens) -> Double {
        penalty(marked(a, b))
    }

    /// The difference with the reasons of its tokens.
    static func marked(_ a: SectionTokens, _ b: SectionTokens) -> TokenDifference {
        var difference = TokenDifference(a, b)
        markOpposites(&difference)
        markNegations(&difference)
        mark(&difference, .number) { $0.token.isNumber }
        mark(&difference, .subject) {
            $0.headingCount > 0 && $0.count > 1 && !MeaningWords.functionWords.contains($0.token)
        }
        markNames(&difference)
        return difference
    }

    private static func penalty(_ difference: TokenDifference) -> Double {
        let differing = difference.count
        guard differing > 0 else { return 0 }
        let (all, total) = (Double(differing), Double(difference.total))
        func share(_ reasons: Discrimination) -> Double { Double(difference.count(with: reasons)) / all }
        func density(_ reason: Discrimination, full: Double) -> Double {
            min(1, Double(difference.count(with: reason)) / (full * total))
        }
        let swapped = share([.opposite, .number, .subject])
        var penalties = [
            swapped * density(.opposite, full: 0.025), swapped * density(.subject, full: 0.04),
            share([.opposite, .number, .name]) * density(.name, full: 0.1),
        ]
        if isHeadingTurned(difference) { penalties.append(share([.opposite, .number, .subject, .name])) }
        return highest * (penalties.max() ?? 0)
    }

    private static func isHeadingTurned(_ difference: TokenDifference) -> Bool {
        guard difference.sides.joined().contains(where: { $0.isOwn && !$0.reasons.isEmpty }) else {
            return false
        }
        return difference.sides.joined().contains { $0.headingCount > 0 && $0.reasons.contains(.opposite) }
            || difference.bothSides { $0.headingCount > 0 && $0.reasons.contains(.number) }
    }

    /// Marks words whose opposite stands on the other side.
    private static func markOpposites(_ difference: inout TokenDifference) {
        for (place, entry) in difference.sides[0].enumerated() {
            guard let opposites = MeaningWords.opposites[entry.token] else { continue }
            for (other, second) in difference.sides[1].enumerated() where opposites.contains(second.token) {
                difference.sides[0][place].reasons.insert(.opposite)
                difference.sides[1][other].reasons.insert(.opposite)
            }
        }
    }

    /// Marks negations where one side has more of them.
    private static func markNegations(_ difference: inout TokenDifference) {
        let counts = difference.sides.map { side in
            side.reduce(0) { $0 + (MeaningWords.negations.contains($1.token) ? $1.count : 0) }
        }
        guard counts[0] != counts[1] else { return }
        for side in 0...1 {
            for place in difference.sides[side].indices
            where MeaningWords.negations.contains(difference.sides[side][place].token) {
                difference.sides[side][place].reasons.insert(.opposite)
            }
        }
    }

    /// Marks the tokens of which `isIncluded` holds, where both sides have some.
    private static func mark(
        _ difference: inout TokenDifference, _ reason: Discrimination,
        where isIncluded: (TokenDifference.Entry) -> Bool
    ) {
        guard difference.bothSides(isIncluded) else { return }
        for side in 0...1 {
            for place in difference.sides[side].indices where isIncluded(difference.sides[side][place]) {
                difference.sides[side][place].reasons.insert(reason)
            }
        }
    }

    /// Marks on each side the word that it repeats most often and the other side never has, where both sides have one.
    private static func markNames(_ difference: inout TokenDifference) {
        let names = difference.sides.map { side -> Int? in
            side.indices.filter { place in
                let entry = side[place]
                return entry.count > 1 && entry.otherCount == 0 && !entry.token.isNumber
                    && !MeaningWords.functionWords.contains(entry.token)
            }.max { side[$0].count < side[$1].count }
        }
        guard let first = names[0], let second = names[1] else { return }
        difference.sides[0][first].reasons.insert(.name)
        difference.sides[1][second].reasons.insert(.name)
    }
}
