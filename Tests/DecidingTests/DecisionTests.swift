import Clustering
import Deciding
import Reading
import Splitting
import Testing

/// Clusters are what editors have decided.
struct DecisionTests {
    private let sections = Splitter().sections(
        of: Document(
            path: "a.md", format: .markdown,
            text: ["a", "b b", "c c c c", "d", "d"].map { "# \($0)\n\ntext of \($0)\n" }.joined(
                separator: "\n")),
        index: 0)
    /// Sections 3 and 4 are copies.
    private let fingerprints = ["a1", "b2", "c3", "d4", "d4"].map { $0 + String(repeating: "0", count: 30) }
    private let cluster = Cluster(
        members: [0, 1, 2], canonical: 1, similarities: [0.9, 1, 0.8], cohesion: 0.8)

    private func decision(_ verb: Decision.Verb, _ members: Int..., line: Int = 1) throws -> Decision {
        let sections = try members.map {
            try #require(FingerprintPrefix(String(fingerprints[$0].prefix(12))))
        }
        return Decision(verb: verb, sections: sections, line: line)
    }

    private func members(_ decisions: [Decision], of clusters: [Cluster]? = nil) throws -> [[Int]] {
        try ClusterDecisions(finding: decisions, among: fingerprints).members(of: clusters ?? [cluster])
    }

    private func canonical(
        _ decisions: [Decision] = [], rule: CanonicalRule = .medoid, dates: [Int: Double] = [:],
        pathRanks: [Int: Int] = [:], sections: [Section]? = nil
    ) throws -> Int {
        let decided = try ClusterDecisions(finding: decisions, among: fingerprints)
        return try CanonicalChoice(
            rule: rule, sections: sections ?? self.sections, dates: dates, pathRanks: pathRanks
        ).canonicals(of: [cluster], decisions: decided.decisions)[0]
    }

    @Test func sectionsKeptApartShareNoCluster() throws {
        #expect(try members([decision(.keepApart, 1, 2)]) == [[0, 1]])
        #expect(try members([decision(.keepApart, 0, 1, 2)]) == [])
        #expect(try members([decision(.keepApart, 0, 2)]) == [[0, 1]])
    }

    @Test func theMedoidStaysWhereItWas() throws {
        #expect(try members([decision(.keepApart, 0, 1)]) == [[1, 2]])
    }

    @Test func sectionsMergedShareACluster() throws {
        #expect(try members([decision(.merge, 0, 3)]) == [[0, 1, 2, 3, 4]])
        #expect(try members([decision(.merge, 3, 3)]) == [[0, 1, 2], [3, 4]])
    }

    @Test func copiesNamedTwiceAreKeptApart() throws {
        let copies = Cluster(members: [3, 4], canonical: 3, similarities: [1, 1], cohesion: 1)
        #expect(try members([decision(.keepApart, 3, 3)], of: [copies]) == [])
    }

    @Test func copiesNamedTwiceAreKeptApartFromAThirdToo() throws {
        let all = Cluster(
            members: [0, 2, 3, 4], canonical: 0, similarities: [1, 0.9, 0.9, 0.9], cohesion: 0.9)
        #expect(try members([decision(.keepApart, 3, 3, 2)], of: [all]) == [[0, 3]])
        let decided = try ClusterDecisions(
            finding: [decision(.keepApart, 3, 3, 2, line: 8)], among: fingerprints)
        let lines = [(3, 4), (2, 3), (2, 4), (0, 3)].map { decided.keptApart.line($0, $1) }
        #expect(lines == [8, 8, 8, nil])
    }

    @Test func copiesOfOneFingerprintStayTogether() throws {
        let decided = try ClusterDecisions(
            finding: [decision(.keepApart, 3, 0, line: 5)], among: fingerprints)
        #expect(decided.keptApart.line(3, 4) == nil)
        #expect(decided.keptApart.line(0, 4) == 5 && decided.keptApart.line(4, 0) == 5)
    }

    @Test func canonicalSectionIsTheDecidedOne() throws {
        #expect(try canonical([decision(.canonical, 2)]) == 2)
        #expect(try canonical([decision(.canonical, 2), decision(.canonical, 2, line: 4)]) == 2)
    }

    @Test func twoCanonicalsOfAClusterConflict() {
        #expect(throws: DecisionConflict.twoCanonicals(line: 7, otherLine: 2)) {
            try canonical([decision(.canonical, 0, line: 2), decision(.canonical, 2, line: 7)])
        }
    }

    @Test func mergingWhatIsKeptApartConflicts() {
        #expect(throws: DecisionConflict.mergedAndApart(line: 4, otherLine: 9)) {
            try members([decision(.merge, 0, 2, line: 4), decision(.keepApart, 2, 0, line: 9)])
        }
    }

    @Test func mergingWhatIsKeptApartThroughAThirdSectionConflicts() {
        #expect(throws: DecisionConflict.mergedAndApart(line: 2, otherLine: 3)) {
            try members([
                decision(.merge, 0, 1, line: 1), decision(.merge, 1, 3, line: 2),
                decision(.keepApart, 0, 3, line: 3),
            ])
        }
    }

    @Test func digitsOfSeveralSectionsAreAmbiguous() throws {
        let prefix = try #require(FingerprintPrefix("12345678"))
        #expect(throws: DecisionConflict.ambiguous(prefix, line: 6)) {
            try ClusterDecisions(
                finding: [Decision(verb: .canonical, sections: [prefix], line: 6)],
                among: ["1234567800", "1234567811"])
        }
    }

    @Test func fingerprintThatNoSectionHasIsNamed() throws {
        let gone = try #require(FingerprintPrefix("0123456789ABCDEF"))
        let known = try decision(.keepApart, 0, 1).sections[0]
        let decided = try ClusterDecisions(
            finding: [Decision(verb: .keepApart, sections: [gone, known], line: 3)], among: fingerprints)
        #expect(decided.unmatched == [UnmatchedDecision(section: gone, line: 3)])
        #expect(try decided.members(of: [cluster]) == [[0, 1, 2]])
    }

    @Test(arguments: [(CanonicalRule.medoid, 1), (.longest, 2), (.mostPoints, 0), (.first, 0), (.newest, 2)])
    func canonicalSectionGoesByTheRule(_ rule: CanonicalRule, _ expected: Int) throws {
        #expect(try canonical(rule: rule, dates: [0: 1, 2: 3, 1: 2]) == expected)
    }

    @Test func preferredPathsComeBeforeTheRule() throws {
        let split = Splitter()
        let all = (0..<3).flatMap {
            split.sections(of: Document(path: "\($0).md", format: .markdown, text: "# A\n\na\n"), index: $0)
        }
        #expect(try canonical(pathRanks: [2: 0, 0: 1], sections: all) == 2)
        #expect(try canonical(pathRanks: [0: 0, 2: 0], sections: all) == 0)
    }
}
