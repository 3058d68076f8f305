import Clustering
import Outlining
import Reading
import Splitting
import Testing
import Vectorizing

/// Topics are what editors have decided.
struct DecisionTests {
    private let sections = Splitter().sections(
        of: Document(
            path: "a.md", format: .markdown,
            text: ["a", "b b", "c c c c", "d", "d"].map { "# \($0)\n\ntext of \($0)\n" }.joined(
                separator: "\n")),
        index: 0)
    private var fingerprints: [Fingerprint] { sections.map { Fingerprint(of: $0.heading) } }
    private let cluster = Cluster(
        members: [0, 1, 2], canonical: 1, similarities: [0.9, 1, 0.8], cohesion: 0.8)

    private func prefix(_ section: Int) -> FingerprintPrefix {
        FingerprintPrefix(String(fingerprints[section].description.prefix(12))) ?? FingerprintPrefix(
            "00000000")!
    }

    private func decision(_ verb: Decision.Verb, _ members: Int..., line: Int = 1) -> Decision {
        Decision(verb: verb, sections: members.map(prefix), line: line)
    }

    private func topics(
        _ decisions: Decision..., rule: CanonicalRule = .medoid, facts: SectionFacts? = nil
    ) throws -> [Topic] {
        try Outliner(settings: OutlineSettings(canonical: rule)).outline(
            of: sections, clusters: [cluster], facts: facts ?? SectionFacts(fingerprints: fingerprints),
            decisions: decisions
        ).outline.topics
    }

    @Test func sectionsKeptApartShareNoTopic() throws {
        #expect(try topics(decision(.keepApart, 1, 2)).map(\.sections) == [[0, 1], [2], [3], [4]])
        #expect(try topics(decision(.keepApart, 0, 1, 2)).map(\.sections) == [[0], [1], [2], [3], [4]])
    }

    @Test func sectionsMergedShareATopic() throws {
        #expect(try topics(decision(.merge, 0, 3)).map(\.sections) == [[0, 1, 2, 3, 4]])
        #expect(try topics(decision(.merge, 0, 3)).map(\.canonical) == [1])
    }

    @Test func decidedCanonicalSectionGivesTheHeading() throws {
        #expect(try topics(decision(.canonical, 2)).map(\.canonical) == [2, 3, 4])
    }

    @Test func copiesNamedTwiceAreKeptApart() throws {
        let merged = decision(.merge, 3, 3)
        #expect(try topics(merged).map(\.sections) == [[0, 1, 2], [3, 4]])
        let result = try Outliner().outline(
            of: sections,
            clusters: [Cluster(members: [3, 4], canonical: 3, similarities: [1, 1], cohesion: 1)],
            facts: SectionFacts(fingerprints: fingerprints), decisions: [decision(.keepApart, 3, 3)])
        #expect(result.outline.topics.map(\.sections) == [[0], [1], [2], [3], [4]])
    }

    @Test func twoCanonicalsOfATopicConflict() {
        #expect(throws: DecisionConflict.twoCanonicals(line: 7, otherLine: 2)) {
            try topics(decision(.canonical, 0, line: 2), decision(.canonical, 2, line: 7))
        }
    }

    @Test func mergingWhatIsKeptApartConflicts() {
        #expect(throws: DecisionConflict.mergedAndApart(line: 4, otherLine: 9)) {
            try topics(decision(.merge, 0, 2, line: 4), decision(.keepApart, 2, 0, line: 9))
        }
    }

    @Test func fingerprintThatNoSectionHasIsNamed() throws {
        let gone = try #require(FingerprintPrefix("0123456789ABCDEF"))
        let result = try Outliner().outline(
            of: sections, clusters: [cluster], facts: SectionFacts(fingerprints: fingerprints),
            decisions: [Decision(verb: .keepApart, sections: [gone, prefix(0)], line: 3)])
        #expect(result.unmatched == [UnmatchedDecision(section: gone, line: 3)])
        #expect(result.outline.topics.map(\.sections) == [[0, 1, 2], [3], [4]])
    }

    @Test(arguments: [(CanonicalRule.medoid, 1), (.longest, 2), (.mostPoints, 0), (.first, 0), (.newest, 2)])
    func canonicalSectionGoesByTheRule(_ rule: CanonicalRule, _ expected: Int) throws {
        let facts = SectionFacts(fingerprints: fingerprints, dates: [0: 1, 2: 3, 1: 2])
        #expect(try topics(rule: rule, facts: facts)[0].canonical == expected)
    }

    @Test func preferredPathsComeBeforeTheRule() throws {
        let split = Splitter()
        let all = (0..<3).flatMap {
            split.sections(of: Document(path: "\($0).md", format: .markdown, text: "# A\n\na\n"), index: $0)
        }
        let outline = try Outliner().outline(
            of: all, clusters: [cluster], facts: SectionFacts(pathRanks: [2: 0, 0: 1]), decisions: []
        ).outline
        #expect(outline.topics[0].canonical == 2)
    }
}
