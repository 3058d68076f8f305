internal import Splitting
internal import Vectorizing

/// Merges the blocks of sections one after the other: a block that stands already gets one more source, a new one is
/// inserted behind the block that precedes it in its own section; without one it stands before the first that follows it
/// there, and at the end where none does.
///
/// Time is O(n log n) in the blocks, but for ranking all points anew where many sections insert at one place.
struct PointMerge {
    private var drafts: [Draft] = []
    private var order = PointOrder()
    private var identities: [Identity: Int] = [:]
    /// For each identity its drafts in the order of the topic; those of the section being added join at its end.
    private var draftsByIdentity: [[Int]] = []

    private struct Draft {
        let kind: Block.Kind
        let text: String
        var sources: [PointSource]
    }

    /// Two blocks are one point if they are of one form and say the same.
    private struct Identity: Hashable {
        let form: String
        let text: String
    }

    /// The points so far.
    var points: [Point] {
        order.points.map { Point(kind: drafts[$0].kind, text: drafts[$0].text, sources: drafts[$0].sources) }
    }

    /// Adds the blocks of a section that was not added yet. A block that its own section repeats stays twice: a lead-in
    /// such as "Example:" introduces what follows it each time.
    mutating func add(_ section: Section, index: Int) {
        let blocks = section.blocks.filter { $0.kind != .thematicBreak }.map { block in
            (block: block, text: VerbatimText.of(block))
        }
        let identities = blocks.map { number(of: Self.identity(of: $0.block, text: $0.text)) }
        let firstNew = drafts.count
        var newIdentities: [Int] = []
        var taken = TakenDrafts()
        let standing = identities.first { !draftsByIdentity[$0].isEmpty }
        var cursor = standing.flatMap { draftsByIdentity[$0].first }
        for ((block, text), identity) in zip(blocks, identities) {
            let source = PointSource(section: index, startLine: block.startLine, endLine: block.endLine)
            if let draft = taken.take(
                from: draftsByIdentity[identity], rank: order.rank(of: cursor), in: order)
            {
                drafts[draft].sources.append(source)
                cursor = order.successor(of: draft)
            } else {
                order.insert(before: cursor)
                drafts.append(Draft(kind: block.kind, text: text, sources: [source]))
                newIdentities.append(identity)
            }
        }
        order.rankNew()
        join(newIdentities, from: firstNew)
    }

    private mutating func number(of identity: Identity) -> Int {
        if let number = identities[identity] { return number }
        identities[identity] = draftsByIdentity.count
        draftsByIdentity.append([])
        return draftsByIdentity.count - 1
    }

    /// Puts the drafts from `first` on, which are of these identities, among those of their identity.
    private mutating func join(_ identities: [Int], from first: Int) {
        for (offset, identity) in identities.enumerated() {
            draftsByIdentity[identity].append(first + offset)
        }
        for identity in Set(identities) where draftsByIdentity[identity].count > 1 {
            draftsByIdentity[identity].sort { order.ranks[$0] < order.ranks[$1] }
        }
    }

    /// Text is compared after Unicode normalization with its mark-up, so that two links to different places differ;
    /// code is compared as it stands.
    private static func identity(of block: Block, text: String) -> Identity {
        switch block.kind {
        case .listItem: Identity(form: "item", text: TextNormalization.unicode.normalized(text))
        case .code, .frontMatter: Identity(form: "code", text: text)
        default: Identity(form: "text", text: TextNormalization.unicode.normalized(text))
        }
    }
}

/// The drafts that a section is a source of already: none takes two of its blocks.
private struct TakenDrafts {
    /// For each such draft a later place in the list of its identity, with none but such drafts before it.
    private var nextPlace: [Int: Int] = [:]

    /// Takes a draft that is not taken, of `candidates`, which are in order: the first of `rank` or above, else the first.
    mutating func take(from candidates: [Int], rank: Int, in order: PointOrder) -> Int? {
        var (low, high) = (0, candidates.count)
        while low < high {
            let middle = (low + high) / 2
            if order.ranks[candidates[middle]] < rank { low = middle + 1 } else { high = middle }
        }
        var place = free(from: low, in: candidates)
        if place == candidates.count { place = free(from: 0, in: candidates) }
        guard place < candidates.count else { return nil }
        nextPlace[candidates[place]] = place + 1
        return candidates[place]
    }

    /// The first place from `start` on whose draft is not taken. What was skipped once is skipped at once later on.
    private mutating func free(from start: Int, in candidates: [Int]) -> Int {
        var place = start
        while place < candidates.count, let next = nextPlace[candidates[place]] { place = next }
        var skipped = start
        while skipped < place, let next = nextPlace[candidates[skipped]] {
            nextPlace[candidates[skipped]] = place
            skipped = next
        }
        return place
    }
}
