internal import Discriminating
internal import Scheduling
internal import SimilarityJoin
internal import Splitting
internal import Vectorizing

/// What a pair's cosine is multiplied by: the balance of the lengths, and what the tokens that the sections differ by leave.
///
/// A row's first section stands for all that share its text.
struct PairScoring: Sendable {
    private let settings: Settings
    private let workers: Workers
    /// The factors of lengths; nil where the settings want none.
    let balance: LengthBalance?

    /// Prepares scores of rows whose texts have `lengths` scalars.
    init(settings: Settings, lengths: [Int], sections: [Section], groups: RowGroups, workers: Workers) {
        self.settings = settings
        self.workers = workers
        guard settings.balancesLengths else {
            balance = nil
            return
        }
        let headings = workers.step("comparing headings", unit: "sections").map(
            groups.itemsOfRow.count, scratch: ScalarBuffer()
        ) { $0.number(ofHeadingsOf: sections[groups.itemsOfRow[$1][0]]) }
        balance = LengthBalance(lengths: lengths, headings: headings)
    }

    /// Scores `pairs` of rows, whose similarity is the cosine.
    ///
    /// Tokens are counted for the rows of pairs that lengths alone leave at the threshold, once a row.
    func scored(_ pairs: [SimilarPair], sections: [Section], groups: RowGroups) -> ScoredPairs {
        guard balance != nil || settings.guardsTokens else { return ScoredPairs(unscored: pairs) }
        let tokens = settings.guardsTokens ? self.tokens(of: pairs, sections: sections, groups: groups) : []
        let balance = balance
        return ScoredPairs(pairs, settings: settings.join, workers: workers) { pair in
            let lengths = balance?.factor(pair.a, pair.b) ?? 1
            guard !tokens.isEmpty, let a = tokens[pair.a], let b = tokens[pair.b] else { return (lengths, 1) }
            return (lengths, 1 - TokenGuard.penalty(a, b))
        }
    }

    /// The tokens of each row that needs them.
    private func tokens(of pairs: [SimilarPair], sections: [Section], groups: RowGroups) -> [SectionTokens?] {
        var isNeeded = [Bool](repeating: false, count: groups.itemsOfRow.count)
        for pair in pairs {
            let factor = balance?.factor(pair.a, pair.b) ?? 1
            guard pair.similarity * factor >= settings.join.accepted else { continue }
            (isNeeded[pair.a], isNeeded[pair.b]) = (true, true)
        }
        let rows = isNeeded.indices.filter { isNeeded[$0] }
        let counted = workers.step("counting tokens", unit: "sections").map(
            rows.count, scratch: ScalarBuffer()
        ) { [settings] buffer, place in
            settings.tokens(of: sections[groups.itemsOfRow[rows[place]][0]], buffer: &buffer)
        }
        var tokens = [SectionTokens?](repeating: nil, count: isNeeded.count)
        for (row, own) in zip(rows, counted) { tokens[row] = own }
        return tokens
    }
}

extension ScalarBuffer {
    /// A number for the headings that `section` lies under, its own last: equal for paths that are equal after normalization,
    /// 0 without headings. Two different paths among n share one with a probability below n²/2⁶⁵.
    fileprivate mutating func number(ofHeadingsOf section: Section) -> UInt64 {
        guard !section.headingPath.isEmpty else { return 0 }
        return Fingerprint(of: section.headingPath.joined(separator: "\n"), buffer: &self).low
    }
}

extension Settings {
    /// The tokens of `section` that another is held against by: those of all headings that it lies under, and of its text.
    func tokens(of section: Section, buffer: inout ScalarBuffer) -> SectionTokens {
        SectionTokens(
            headings: section.headingPath, body: section.text(includingCode: includesCode), buffer: &buffer)
    }
}
