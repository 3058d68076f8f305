import Linting
import Reading
import Refrain
import Reporting
import SimilarityJoin
import Testing

/// Each format, on three small documents that hold a little of everything.
struct FormatTests {
    private static let tea = """
        ---
        title: Tea
        ---

        ## 1. Kettle, and “ring”

        Fill the kettle with *fresh* water, put it on the left ring and wait until it whistles.[^1]

        1. Warm the pot
           - with hot water
        2. Count the spoons

        ```sh
        boil --until whistle
        ```

        [^1]: The blue one.

        ## 茶壶：如何泡茶？

        先把茶壶烫热，再放入茶叶，倒进刚烧开的水，盖上盖子等五分钟。
        """

    private static let coffee = """
        ## 2. Kettle | "ring"

        Fill the kettle with *fresh* water, put it on the right ring and wait until it whistles.[^1]

        1. Warm the pot
           - with hot water
        2. Count the spoons

        ```sh
        boil --until whistle
        ```

        [^1]: The red one.

        ## 茶壶：如何泡茶？

        先把茶壶烫热，再放入茶叶，倒进刚烧开的水，盖上盖子等五分钟。

        ## Grinding

        Grind no more than you drink today.
        """

    private static func analysis(_ threshold: String = "0.7") throws -> Analysis {
        var typed = TypedSettings()
        typed[.threshold] = TypedSetting([threshold], origin: .commandLine)
        let input = ReadResult(
            documents: [
                Document(path: "coffee.md", format: .markdown, text: coffee),
                Document(path: "drinks/tea.md", format: .markdown, text: tea),
                Document(path: "note.txt", format: .plainText, text: "Buy milk.\n"),
            ],
            skipped: [SkippedInput(path: "logo.md", reason: .binary(firstNULOffset: 4))])
        return Pipeline(settings: try Settings(typed)).analysis(of: input)
    }

    @Test(arguments: zip(FindFormat.allCases, ["txt", "md", "json", "jsonl", "csv"]))
    func findIsAsRecorded(_ format: FindFormat, _ ending: String) throws {
        try expectSnapshot(format.report(on: Self.analysis()), "find.\(ending)")
    }

    @Test(arguments: zip(OutlineFormat.allCases, ["md", "json", "opml", "txt"]))
    func outlineIsAsRecorded(_ format: OutlineFormat, _ ending: String) throws {
        let analysis = try Self.analysis()
        try expectSnapshot(format.report(on: analysis.outline, of: analysis), "outline.\(ending)")
    }

    @Test(arguments: zip(LintFormat.allCases, ["txt", "json"]))
    func lintIsAsRecorded(_ format: LintFormat, _ ending: String) throws {
        let analysis = try Self.analysis()
        let findings = Linter().findings(in: analysis)
        try expectSnapshot(format.report(on: findings, of: analysis), "lint.\(ending)")
    }

    @Test(arguments: [FindFormat.text, .markdown])
    func pairsApartFromClustersAreListedForPeople(_ format: FindFormat) throws {
        // Each section shares a sentence with the next: complete linkage leaves one of the two pairs apart.
        let text = """
            # Gulls and boxes

            Gulls circle above the harbour wall until noon. Seven brown boxes fell off the cart last night.

            # Boxes and knives

            Seven brown boxes fell off the cart last night. Quick knives make plum jam possible in June.

            # Knives and pudding

            Quick knives make plum jam possible in June. Nobody ever ate my lovely pudding with a fork!
            """
        var typed = TypedSettings()
        typed[.threshold] = TypedSetting(["0.3"], origin: .commandLine)
        typed[.linkage] = TypedSetting(["complete"], origin: .commandLine)
        let input = ReadResult(
            documents: [Document(path: "a.md", format: .markdown, text: text)], skipped: [])
        let analysis = Pipeline(settings: try Settings(typed)).analysis(of: input)
        try #require(analysis.pairs.count == 2)
        try #require(analysis.clusters.count == 1)
        try expectSnapshot(format.report(on: analysis), "pairs-apart.\(format == .text ? "txt" : "md")")
    }

    @Test func reportsOnNothingAreWhole() throws {
        let analysis = Pipeline().analysis(of: ReadResult(documents: [], skipped: []))
        #expect(FindFormat.text.report(on: analysis) == "0 sections, 0 clusters, 0 sections repeat others\n")
        #expect(FindFormat.jsonl.report(on: analysis) == "")
        #expect(
            FindFormat.csv.report(on: analysis)
                == "similarity,a_path,a_line,a_key,a_number,a_heading,b_path,b_line,b_key,b_number,b_heading\n"
        )
        #expect(
            OutlineFormat.markdown.report(on: analysis.outline, of: analysis)
                == "# Outline\n\n0 sections in 0 topics.\n\n0 of 0 blocks accounted for: 0 kept, 0 merged, 0 variants; 0 % of "
                + "the text repeats.\n")
        #expect(LintFormat.text.report(on: [], of: analysis) == "no findings in 0 sections\n")
    }
}
