public import Vectorizing

/// Findings that are known and don't count: by rule and content, with how often, never by path or line.
public struct Baseline: Sendable, Equatable {
    /// A known finding.
    public struct Entry: Sendable, Equatable {
        /// The rule's id.
        public let rule: String
        /// The finding's identity.
        public let identity: [Fingerprint]
        /// How many findings have it.
        public let count: Int
        /// What the section is called: for people who read the file.
        public let heading: String
        /// The content of all sections of a family, rising, each as often as it stands there; empty for other findings.
        public let members: [Fingerprint]

        /// Makes an entry.
        public init(
            rule: String, identity: [Fingerprint], count: Int, heading: String, members: [Fingerprint] = []
        ) {
            self.rule = rule
            self.identity = identity
            self.count = count
            self.heading = heading
            self.members = members.sorted()
        }

        /// Whether it is about several sections, and all of them stand as they did.
        ///
        /// - Parameter counts: how often each content stands in what was read.
        func stands(among counts: [Fingerprint: Int]) -> Bool {
            let contents = members.isEmpty ? identity : members
            let known = Dictionary(contents.map { ($0, 1) }, uniquingKeysWith: +)
            return known.count > 1 && known.allSatisfy { counts[$0.key, default: 0] >= $0.value }
        }

        /// The same, so often.
        func counted(_ count: Int) -> Entry {
            Entry(rule: rule, identity: identity, count: count, heading: heading, members: members)
        }
    }

    private struct Key: Hashable {
        let rule: String
        let identity: [Fingerprint]

        /// Which of two sections the finding is told at may change when others come and go.
        init(_ rule: String, _ identity: [Fingerprint]) {
            self.rule = rule
            self.identity = identity.sorted()
        }
    }

    /// By rule, then identity.
    public let entries: [Entry]

    /// Makes a baseline; entries of one rule and identity are put together.
    public init(_ entries: [Entry] = []) {
        var places: [Key: Int] = [:]
        var merged: [Entry] = []
        for entry in entries {
            let key = Key(entry.rule, entry.identity)
            if let place = places[key] {
                merged[place] = Entry(
                    rule: entry.rule, identity: merged[place].identity,
                    count: merged[place].count + entry.count, heading: merged[place].heading,
                    members: merged[place].members + entry.members)
            } else {
                places[key] = merged.count
                merged.append(entry)
            }
        }
        self.entries = merged.sorted { Self.precedes($0, $1) }
    }

    private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
        if a.rule != b.rule { return a.rule < b.rule }
        return a.identity.lexicographicallyPrecedes(b.identity)
    }

    /// Marks the findings that the baseline has, and returns the entries, or what is left of their counts, that are about
    /// nothing any more. An entry about several sections that all stand as they did is about something, though no finding says so
    /// now: weights of terms follow the corpus, and a section that is added can be the one that another is compared with.
    ///
    /// Of equal findings those that touch no change are known first, then the earlier ones: a fresh copy of a known text is
    /// the one that counts. A finding about two sections is known, too, where the baseline knows both from other findings of
    /// the rule: a cluster may have got another canonical section. Where that is a section that the baseline does not know, one of
    /// the findings about it counts. What a family that is none any more had in common is known, too.
    ///
    /// - Parameter counts: how often each content stands in what was read.
    func mark(
        _ findings: inout [Finding], changes: ChangedSections?, counts: () -> [Fingerprint: Int]
    ) -> [Entry] {
        var rest = Dictionary(uniqueKeysWithValues: entries.map { (Key($0.rule, $0.identity), $0.count) })
        let isTouched = findings.map { finding in changes.map(finding.touches) ?? false }
        let order = findings.indices.sorted { a, b in
            isTouched[a] == isTouched[b] ? a < b : !isTouched[a]
        }
        for identities in [{ [$0.identity] }, \.furtherIdentities] as [(Finding) -> [[Fingerprint]]] {
            for place in order where findings[place].state == .new {
                let keys = identities(findings[place]).map { Key(findings[place].rule, $0) }
                guard let key = keys.first(where: { rest[$0, default: 0] > 0 }) else { continue }
                rest[key, default: 0] -= 1
                findings[place].state = .baselined
            }
        }
        let met = markRegrouped(&findings)
        markAroundNewSections(&findings, rest: &rest)
        let metFamilies = markOfFamilies(&findings, order: order, counts: counts)
        let unmatched = entries.enumerated().compactMap { place, entry -> Entry? in
            let count = rest[Key(entry.rule, entry.identity)] ?? 0
            let isMet =
                metFamilies.contains(place) || entry.identity.contains { met.contains(Key(entry.rule, [$0])) }
            return count > 0 && !isMet ? entry.counted(count) : nil
        }
        if unmatched.isEmpty { return [] }
        let standing = counts()
        return unmatched.filter { !$0.stands(among: standing) }
    }

    /// Marks findings about two sections that the baseline knows both, and returns rule and content of these.
    private func markRegrouped(_ findings: inout [Finding]) -> Set<Key> {
        var known: Set<Key> = []
        for entry in entries where Set(entry.identity).count > 1 {
            for fingerprint in entry.identity { known.insert(Key(entry.rule, [fingerprint])) }
        }
        var met: Set<Key> = []
        for place in findings.indices where findings[place].state == .new {
            let keys = findings[place].identity.map { Key(findings[place].rule, [$0]) }
            guard Set(keys).count > 1, keys.allSatisfy(known.contains) else { continue }
            findings[place].state = .baselined
            met.formUnion(keys)
        }
        return met
    }

    /// Marks findings that compare several sections with one that the baseline does not know, as many as the baseline has among
    /// these sections that are gone: what is new is one section, however many are compared with it.
    private func markAroundNewSections(_ findings: inout [Finding], rest: inout [Key: Int]) {
        // By rule and first content, so that each group looks at its own sections' entries and no others.
        let pairs = entries.filter { entry in
            Set(entry.identity).count == 2 && rest[Key(entry.rule, entry.identity), default: 0] > 0
        }
        guard !pairs.isEmpty else { return }
        let pairsByContent = Dictionary(grouping: pairs) { Key($0.rule, [$0.identity[0]]) }
        for group in Self.placesByContent(findings) where group.count > 1 {
            let content = Set(group.flatMap { findings[$0].identity })
            let rule = findings[group[0]].rule
            var gone = content.sorted().flatMap { pairsByContent[Key(rule, [$0])] ?? [] }.filter { entry in
                entry.identity.allSatisfy(content.contains)
                    && rest[Key(entry.rule, entry.identity), default: 0] > 0
            }[...]
            for place in group.dropFirst() where findings[place].state == .new {
                guard let entry = gone.popFirst() else { break }
                rest[Key(entry.rule, entry.identity), default: 0] -= 1
                findings[place].state = .baselined
            }
        }
    }

    /// The places of new findings about two sections, by rule and either content, in order.
    private static func placesByContent(_ findings: [Finding]) -> [[Int]] {
        var numbers: [Key: Int] = [:]
        var groups: [[Int]] = []
        for (place, finding) in findings.enumerated()
        where finding.state == .new && Set(finding.identity).count == 2 {
            for fingerprint in finding.identity {
                let key = Key(finding.rule, [fingerprint])
                if let number = numbers[key] {
                    groups[number].append(place)
                } else {
                    numbers[key] = groups.count
                    groups.append([place])
                }
            }
        }
        return groups
    }
}
