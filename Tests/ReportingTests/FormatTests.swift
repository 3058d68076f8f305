import Foundation
import Linting
import Reading
import Refrain
import Reporting
import SimilarityJoin
import TestSupport
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

    /// Fixtures/OneToMany: what one member splits or joins.
    @Test(arguments: ["english", "chinese"])
    func oneToManyIsAsRecorded(_ language: String) throws {
        var typed = TypedSettings()
        typed[.threshold] = TypedSetting(["0.4"], origin: .commandLine)
        let documents = try ["mooring", "mooring-short", "mooring-split"].map { name in
            let file = Repository.root.appending(path: "Fixtures/OneToMany/\(language)/\(name).md")
            return Document(
                path: "\(name).md", format: .markdown, text: try String(contentsOf: file, encoding: .utf8))
        }
        let analysis = Pipeline(settings: try Settings(typed)).analysis(
            of: ReadResult(documents: documents, skipped: []))
        try expectSnapshot(
            OutlineFormat.markdown.report(on: analysis.outline, of: analysis), "one-to-many.\(language).md")
    }

    @Test(arguments: zip(OutlineFormat.allCases, ["md", "json", "html", "opml", "txt"]))
    func outlineIsAsRecorded(_ format: OutlineFormat, _ ending: String) throws {
        let analysis = try Self.analysis()
        try expectSnapshot(format.report(on: analysis.outline, of: analysis), "outline.\(ending)")
    }

    @Test(
        arguments: zip(
            LintFormat.allCases,
            [
                "txt", "json", "github.txt", "sarif", "codeclimate.json", "checkstyle.xml", "junit.xml",
                "rdjson", "md",
            ]))
    func lintIsAsRecorded(_ format: LintFormat, _ ending: String) throws {
        let analysis = try Self.analysis()
        try expectSnapshot(format.text(of: Linter().report(on: analysis), of: analysis), "lint.\(ending)")
    }

    /// Three sections, of which two pairs reach the threshold and one is in a cluster.
    private static func analysisWithAPairApart() throws -> Analysis {
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
        return analysis
    }

    @Test(arguments: [FindFormat.text, .markdown])
    func pairsApartFromClustersAreListedForPeople(_ format: FindFormat) throws {
        let analysis = try Self.analysisWithAPairApart()
        try expectSnapshot(format.report(on: analysis), "pairs-apart.\(format == .text ? "txt" : "md")")
    }

    @Test func withoutPairsThoseApartAreCountedForPeople() throws {
        let analysis = try Self.analysisWithAPairApart()
        #expect(
            FindFormat.text.report(on: analysis, pairs: .none).hasSuffix(
                "\nAlso alike, though in no common cluster: 1 pair\n             --pairs none leaves them out\n"
            ))
        #expect(
            FindFormat.markdown.report(on: analysis, pairs: .none).hasSuffix(
                "\n## Alike, though in no common cluster\n\n1 pair; --pairs none leaves them out.\n"))
    }

    /// Records of which three are the same and a fourth is nearly so, between others.
    private static func analysisWithCopies() throws -> Analysis {
        let texts = ["Six cups hang over the sink.", kettle, "Buy milk.", kettle, kettle + " Twice.", kettle]
        let lines = texts.map { "{\"text\": \"\($0)\"}\n" }.joined()
        let input = ReadResult(
            documents: [Document(path: "a.jsonl", format: .jsonLines, text: lines)], skipped: [])
        return Pipeline(settings: try Settings(TypedSettings())).analysis(of: input)
    }

    private static let kettle = "Fill the kettle with fresh water and wait until it whistles."

    @Test func distinctPairsNameTheFirstCopyOfEachText() throws {
        let analysis = try Self.analysisWithCopies()
        let places = { (pairs: PairSelection) in
            FindFormat.jsonl.report(on: analysis, pairs: pairs).split(separator: "\n").map { line in
                line.split { !$0.isNumber }.prefix(2).joined(separator: "-")
            }
        }
        #expect(places(.all) == ["1-3", "1-5", "3-5", "1-4", "3-4", "4-5"])
        #expect(places(.distinct) == ["1-4"])
        #expect(places(.none) == [])
    }

    @Test func statisticsCountThePairsThatAreNotListed() throws {
        let analysis = try Self.analysisWithCopies()
        let counts = PairSelection.allCases.map { pairs in
            let report = FindFormat.json.report(on: analysis, pairs: pairs)
            return report.contains("\"pairCount\": 6, \"listedPairCount\": 6")
                ? 6
                : report.contains("\"pairCount\": 6, \"listedPairCount\": 1")
                    ? 1
                    : report.contains("\"pairCount\": 6, \"listedPairCount\": 0")
                        && report.contains("\"pairs\": [],\n") ? 0 : -1
        }
        #expect(counts == [6, 1, 0])
    }

    @Test(arguments: [FindFormat.json, .jsonl, .csv])
    func pairsGoOutWithoutWaitingForTheLast(_ format: FindFormat) throws {
        let lines = (0..<2000).map { "{\"id\": \"r\($0)\", \"text\": \"\(Self.kettle)\"}\n" }.joined()
        let input = ReadResult(
            documents: [Document(path: "a.jsonl", format: .jsonLines, text: lines)], skipped: [])
        let analysis = Pipeline(settings: try Settings(TypedSettings())).analysis(of: input)
        try #require(analysis.pairs.count == 1_999_000)
        var (taken, largest) = (0, 0)
        // A place that takes a million bytes: the rest of the 60 million is never made.
        #expect(throws: ReportError(errorNumber: 28)) {
            var buffer = ReportBuffer { piece throws(ReportError) in
                guard taken < 1_000_000 else { throw ReportError(errorNumber: 28) }
                taken += piece.count
                largest = max(largest, piece.count)
            }
            try format.write(analysis, to: &buffer)
        }
        #expect(taken >= 1_000_000)
        #expect(largest <= 1 << 18)
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
        #expect(
            LintFormat.text.text(of: Linter().report(on: analysis), of: analysis)
                == "no findings in 0 sections\n")
    }
}
