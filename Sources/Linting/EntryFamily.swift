internal import Refrain
internal import Splitting

/// Entries of a reference that stand side by side and are called by what they describe: options, types, functions.
///
/// Their texts are alike because what they describe is. The headings show it: they are the same but for an identifier.
struct EntryFamily: Sendable {
    /// The entries, four or more: sections, rising.
    let members: [Int]
    /// What the first entries are called, at most three, verbatim.
    let slotValues: [String]

    private static let fewestMembers = 4

    private struct Place: Hashable {
        let document: Int
        let parents: [String]
        let level: Int
    }

    /// The families among sections that repeat each other, by their first entry.
    ///
    /// - Parameter pairs: two sections that read alike, each.
    static func families(of pairs: [(Int, Int)], in sections: [Section]) -> [EntryFamily] {
        var members: [Place: Set<Int>] = [:]
        for (a, b) in pairs where areEntries(sections[a], sections[b]) {
            members[place(of: sections[a]), default: []].formUnion([a, b])
        }
        return members.values.filter { $0.count >= fewestMembers }.map { members in
            let members = members.sorted()
            return EntryFamily(members: members, slotValues: members.prefix(3).map { sections[$0].heading })
        }.sorted { $0.members[0] < $1.members[0] }
    }

    /// Whether two sections stand side by side and their headings differ in identifiers alone.
    static func areEntries(_ a: Section, _ b: Section) -> Bool {
        guard a.heading != b.heading, place(of: a) == place(of: b) else { return false }
        let (first, second) = (words(of: a.heading), words(of: b.heading))
        return first.count == second.count
            && zip(first, second).allSatisfy { $0 == $1 || isIdentifier($0) && isIdentifier($1) }
    }

    private static func place(of section: Section) -> Place {
        Place(
            document: section.document, parents: Array(section.headingPath.dropLast()), level: section.level)
    }

    private static func words(of heading: String) -> [Substring] {
        heading.words
    }

    /// "--peer-key-file", "AuthUserAddRequest", "max_size", "rpc.proto", "open()": what programs are written with.
    static func isIdentifier(_ word: Substring) -> Bool {
        guard word.utf8.allSatisfy({ $0 < 0x80 }), word.contains(where: \.isLetter) else { return false }
        let body = word.drop { "(`\"'".contains($0) }.reversed().drop { ")`\"',.:;".contains($0) }.reversed()
        let hasHump = zip(body, body.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
        return hasHump || word.hasPrefix("-") || word.hasSuffix("()")
            || body.contains { "_./\\:@$".contains($0) }
    }
}
