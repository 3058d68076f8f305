internal import Splitting
internal import Vectorizing

/// Puts the headings of a topic's sections together.
enum TopicHeading {
    /// The heading of the first of `members`, the canonical section, with those of the others: a source where they read
    /// the same but for numbering and mark-up, and lead to the same, else a variant.
    static func merged(_ members: [Int], of sections: [Section]) -> Point {
        let canonical = sections[members[0]]
        guard members.count > 1 else { return alone(members[0], canonical) }
        var wordings: [(key: Key, section: Section, sources: [PointSource])] = []
        for member in members {
            let section = sections[member]
            let key = Key(section)
            let source = source(member, section)
            if let known = wordings.firstIndex(where: { $0.key == key }) {
                wordings[known].sources.append(source)
            } else {
                wordings.append((key, section, [source]))
            }
        }
        var numbering = TokenNumbering()
        let words = TokenizedText(canonical.heading, numbering: &numbering)
        return Point(
            kind: .heading(level: max(1, canonical.level)), text: text(of: canonical),
            sources: wordings[0].sources,
            variants: wordings.dropFirst().map { wording in
                let other = TokenizedText(wording.section.heading, numbering: &numbering)
                return Variant(
                    kind: .heading(level: max(1, wording.section.level)), text: text(of: wording.section),
                    sources: wording.sources,
                    differences: TextDifferences.between(words, other)
                        + TargetDifferences.between(
                            canonical.headingTargets, wording.section.headingTargets))
            })
    }

    /// What makes two headings one: the words but for numbering and mark-up, and what can be reached from them.
    struct Key: Equatable {
        private let words: String
        private let targets: [Target]

        init(_ section: Section) {
            words = TextNormalization.unicode.normalized(section.heading)
            targets = section.headingTargets
        }
    }

    /// The heading of a section in no cluster.
    static func alone(_ member: Int, _ section: Section) -> Point {
        Point(
            kind: .heading(level: max(1, section.level)), text: text(of: section),
            sources: [source(member, section)])
    }

    private static func source(_ member: Int, _ section: Section) -> PointSource {
        PointSource(
            section: member, startLine: section.startLine,
            endLine: max(section.startLine, section.headingEndLine))
    }

    /// The heading's lines as they stand; what stands for a heading without lines of its own, as a record's title.
    static func text(of section: Section) -> String {
        guard section.headingEndLine >= section.startLine else { return section.heading }
        return String(section.headingSource)
    }
}
