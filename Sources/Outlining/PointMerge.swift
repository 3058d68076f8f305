internal import Splitting

/// Merges the blocks of sections one after the other: a block that stands already gets one more source, one that says a
/// point in other words becomes its variant, a new one is inserted behind the block that precedes it in its own section;
/// without one it stands before the first that follows it there, and at the end where none does.
///
/// Time is O(n log n) in the blocks, but for ranking all points anew where many sections insert at one place.
struct PointMerge {
    private var drafts: [PointDraft] = []
    private var order = PointOrder()
    private var identities: [BlockIdentity: Int] = [:]
    /// For each identity the drafts that have a wording of it in the order of the topic; those of the section being added
    /// join at its end.
    private var draftsByIdentity: [[Int]] = []
    private var alignment = PointAlignment()

    /// How many blocks became points though they were not compared with all points that could say the same.
    var unalignedCount: Int { alignment.unalignedCount }

    /// The points so far.
    var points: [Point] {
        let order = order.points
        var places = [Int](repeating: 0, count: drafts.count)
        for (place, draft) in order.enumerated() { places[draft] = place }
        return order.map { drafts[$0].point(places: places) }
    }

    /// Adds the blocks of a section that was not added yet. A block that its own section repeats stays twice: a lead-in
    /// such as "Example:" introduces what follows it each time.
    mutating func add(_ section: Section, index: Int) {
        let blocks = MemberBlock.blocks(of: section, index: index)
        let identities = blocks.map {
            number(of: BlockIdentity(kind: $0.block.kind, text: $0.text, targets: $0.block.allTargets))
        }
        let identical = identicalDrafts(identities)
        let variations = variations(of: blocks, identical: identical)
        let firstNew = drafts.count
        var added: [(identity: Int, draft: Int)] = []
        var cursor = zip(identical, blocks.indices).lazy.compactMap { $0 ?? variations[$1]?.draft }.first
        for (place, block) in blocks.enumerated() {
            let identity = identities[place]
            if let draft = identical[place] {
                drafts[draft].add(block.source, identity: identity)
                cursor = successor(of: [draft] + drafts[draft].others(joinedIn: identity))
            } else if let variation = variations[place] {
                if drafts[variation.draft].add(block, identity: identity, as: variation) {
                    added.append((identity, variation.draft))
                }
                cursor = successor(of: [variation.draft] + variation.others)
            } else {
                order.insert(before: cursor)
                added.append((identity, drafts.count))
                drafts.append(PointDraft(block, identity: identity))
            }
        }
        if drafts.count > firstNew { order.rankNew() }
        join(added)
    }

    /// What stands behind the last of some drafts.
    private func successor(of drafts: [Int]) -> Int? {
        let last = drafts.max { order.rank(of: $0) < order.rank(of: $1) }
        return last.flatMap { order.successor(of: $0) }
    }

    /// For each block, by its identity, the draft that has it as a wording and no other block of the section.
    private func identicalDrafts(_ identities: [Int]) -> [Int?] {
        var taken = TakenDrafts()
        let standing = identities.first { !draftsByIdentity[$0].isEmpty }
        var cursor = standing.flatMap { draftsByIdentity[$0].first }
        return identities.map { identity in
            let draft = taken.take(
                from: draftsByIdentity[identity], of: identity, rank: order.rank(of: cursor), in: order)
            if let draft { cursor = order.successor(of: draft) }
            return draft
        }
    }

    /// What the blocks that stand nowhere yet say in other words, by their place in the section.
    private mutating func variations(
        of blocks: [MemberBlock], identical: [Int?]
    ) -> [Int: PointAlignment.Variation] {
        let rest = blocks.indices.filter { identical[$0] == nil }
        guard !drafts.isEmpty, !rest.isEmpty else { return [:] }
        for draft in drafts[alignment.count...] { alignment.add(draft.first) }
        let taken = Set(identical.compactMap { $0 })
        return alignment.variations(of: rest.map { ($0, blocks[$0]) }) { taken.contains($0) }
    }

    private mutating func number(of identity: BlockIdentity) -> Int {
        if let number = identities[identity] { return number }
        identities[identity] = draftsByIdentity.count
        draftsByIdentity.append([])
        return draftsByIdentity.count - 1
    }

    /// Puts drafts that got a wording among those of its identity.
    private mutating func join(_ added: [(identity: Int, draft: Int)]) {
        for (identity, draft) in added { draftsByIdentity[identity].append(draft) }
        for identity in Set(added.map(\.identity)) where draftsByIdentity[identity].count > 1 {
            draftsByIdentity[identity].sort { order.ranks[$0] < order.ranks[$1] }
        }
    }
}

/// The drafts that a section is a source of already: none takes two of its blocks.
private struct TakenDrafts {
    private var taken: Set<Int> = []
    /// For each place of a taken draft a later one of the same list, with none but taken drafts between them. A draft has
    /// a place of its own in the list of each identity that it has a wording of.
    private var laterPlaces: [Place: Int] = [:]

    /// A place in the list of an identity.
    private struct Place: Hashable {
        let identity: Int
        let index: Int
    }

    /// Takes a draft that is not taken, of the `candidates` of `identity`, which are in order: the first of `rank` or above,
    /// else the first.
    mutating func take(
        from candidates: [Int], of identity: Int, rank: Int, in order: PointOrder
    ) -> Int? {
        var (low, high) = (0, candidates.count)
        while low < high {
            let middle = (low + high) / 2
            if order.ranks[candidates[middle]] < rank { low = middle + 1 } else { high = middle }
        }
        var index = free(from: low, in: candidates, of: identity)
        if index == candidates.count { index = free(from: 0, in: candidates, of: identity) }
        guard index < candidates.count else { return nil }
        taken.insert(candidates[index])
        return candidates[index]
    }

    /// The first index from `start` on whose draft is not taken. What was skipped once is skipped at once later on. Ends, as
    /// each step leads to a higher index.
    private mutating func free(from start: Int, in candidates: [Int], of identity: Int) -> Int {
        var (index, skipped) = (start, [Place]())
        while index < candidates.count, taken.contains(candidates[index]) {
            let place = Place(identity: identity, index: index)
            skipped.append(place)
            index = laterPlaces[place] ?? index + 1
        }
        for place in skipped { laterPlaces[place] = index }
        return index
    }
}
