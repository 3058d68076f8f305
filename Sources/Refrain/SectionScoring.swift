internal import Scheduling
internal import Scoring
internal import SimilarityJoin
internal import Splitting
internal import Vectorizing

/// Makes the similarity model of sections: from the lengths of their texts, the headings that they lie under, and their tokens.
///
/// Sections that share a row say the same, but may lie under different headings. Two rows are scored by the places in which they
/// are most alike: so the score depends on the set of sections, not on their order, and no copy more takes anything from it.
struct SectionScoring: Sendable {
    private let settings: Settings
    private let workers: Workers
    /// Per row that stands for several sections, one for each of the headings that they lie under.
    private let places: [Int: [Place]]
    /// The factors of lengths; nil where the settings want none.
    let balance: LengthBalance?

    /// A section, and a number for the headings that it lies under.
    private struct Place: Sendable {
        let section: Int
        let headings: UInt64
    }

    /// Prepares scores of rows whose texts have `lengths` scalars.
    init(settings: Settings, lengths: [Int], sections: [Section], groups: RowGroups, workers: Workers) {
        self.settings = settings
        self.workers = workers
        guard settings.balancesLengths || settings.guardsTokens else {
            (places, balance) = ([:], nil)
            return
        }
        let step = workers.step("comparing headings", unit: "sections")
        let shared = groups.itemsOfRow.indices.filter { groups.itemsOfRow[$0].count > 1 }
        let placesOfShared = step.map(shared.count, scratch: ScalarBuffer()) {
            Self.places(of: groups.itemsOfRow[shared[$1]], sections: sections, buffer: &$0)
        }
        places = Dictionary(uniqueKeysWithValues: zip(shared, placesOfShared)).filter { $0.value.count > 1 }
        guard settings.balancesLengths else {
            balance = nil
            return
        }
        let headings = step.map(groups.itemsOfRow.count, scratch: ScalarBuffer()) {
            $0.number(ofHeadingsOf: sections[groups.itemsOfRow[$1][0]])
        }
        balance = LengthBalance(
            lengths: lengths, headings: headings, several: places.mapValues { $0.map(\.headings) })
    }

    /// The places of a row's sections, by the numbers of their headings.
    private static func places(
        of items: [Int], sections: [Section], buffer: inout ScalarBuffer
    ) -> [Place] {
        var places: [UInt64: Place] = [:]
        for item in items {
            let headings = buffer.number(ofHeadingsOf: sections[item])
            if places[headings] == nil { places[headings] = Place(section: item, headings: headings) }
        }
        return places.values.sorted { $0.headings < $1.headings }
    }

    /// The model of the rows.
    ///
    /// - Parameter pairs: those that will be scored, by cosine. Tokens are counted for the rows of pairs that are asked for them,
    ///   once a row and place; for others when they are asked for.
    func model(scoring pairs: [SimilarPair], sections: [Section], groups: RowGroups) -> SimilarityModel {
        guard settings.guardsTokens else { return SimilarityModel(lengths: balance, tokens: nil) }
        let count = { @Sendable [settings, places] (row: Int, buffer: inout ScalarBuffer) -> TokenContexts in
            guard let several = places[row] else {
                return .one(settings.tokens(of: sections[groups.itemsOfRow[row][0]], buffer: &buffer))
            }
            return TokenContexts(several.map { settings.tokens(of: sections[$0.section], buffer: &buffer) })
        }
        let rows = rowsOfTokens(pairs, rowCount: groups.itemsOfRow.count)
        let counted = workers.step("counting tokens", unit: "sections").map(
            rows.count, scratch: ScalarBuffer()
        ) { count(rows[$1], &$0) }
        var tokens = [TokenContexts?](repeating: nil, count: groups.itemsOfRow.count)
        for (row, own) in zip(rows, counted) { tokens[row] = own }
        return SimilarityModel(lengths: balance, tokens: RowTokens(counted: tokens, count: count))
    }

    /// The rows of the pairs whose tokens are compared, rising.
    private func rowsOfTokens(_ pairs: [SimilarPair], rowCount: Int) -> [Int] {
        var isNeeded = [Bool](repeating: false, count: rowCount)
        for pair in pairs {
            let factor = balance?.factor(pair.a, pair.b) ?? 1
            guard pair.similarity * factor >= SimilarityModel.guardedFrom else { continue }
            (isNeeded[pair.a], isNeeded[pair.b]) = (true, true)
        }
        return isNeeded.indices.filter { isNeeded[$0] }
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
