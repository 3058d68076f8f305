import Foundation
import Reading
import Splitting
import TestSupport
import Testing

/// The folders of Fixtures/EdgeCases, read and split as a run would.
struct EdgeCaseTests {
    /// A folder, and its sections as "start line, level: heading".
    typealias Case = (folder: String, sections: [String])

    private static let cafe = ["1, 1: Café opening hours", "8, 2: 营业时间", "17, 2: Closing down"]

    private static let cases: [Case] = [
        ("all-identical", [1, 8, 15, 22, 29].map { "\($0), 2: Watering the plants" }),
        ("blank-file", []),
        ("bom", cafe),
        ("crlf", cafe),
        ("deep-nesting", ["1, 1: Eight levels down", "18, 1: Quote in list in quote"]),
        (
            "emoji",
            [
                "1, 1: 👨‍👩‍👧‍👦 Family day", "5, 1: 🇳🇴🇯🇵🇧🇷", "9, 1: Voting by thumb", "13, 1: Voting by thumb",
                "17, 1: 🎉",
            ]
        ),
        ("empty-file", []),
        ("footnotes-tables-tasks", ["1, 1: Packing the van", "15, 1: Who brings what", "23, 1: Old plan"]),
        ("front-matter-only", ["1, 0: Nothing below"]),
        ("front-matter-toml", ["1, 0: Ferry timetable: winter", "9, 1: Ferry timetable", "13, 2: Ice"]),
        (
            "front-matter-yaml",
            ["1, 0: Ferry timetable: summer", "11, 1: Ferry timetable", "15, 2: Bicycles"]
        ),
        ("html-comment-heading", ["1, 1: What is shown", "27, 1: What comes after"]),
        ("lone-cr", cafe),
        (
            "md-bold-questions",
            [
                "1, 1: 船坞问答", "3, 2: 日常", "5, 3: 谁有钥匙？", "9, 3: 简述下水的步骤", "18, 3: 旧绳子放在哪里？", "21, 2: 收费",
            ]
        ),
        (
            "md-heading-marks",
            ["1, 1: Opening hours", "5, 2: Closing days", "9, 2: Getting here", "13, 2: Bus /lines/{number}"]
        ),
        (
            "md-listed-headings",
            [
                "1, 1: Questions about the boat house", "3, 3: Who has the key?",
                "10, 3: When is the slip free?",
                "19, 3: Where does the old rope go?",
            ]
        ),
        (
            "md-summaries",
            [
                "1, 1: Questions about the boat house", "3, 2: Who has the key?",
                "10, 2: When is the slip free?",
                "24, 2: Money",
            ]
        ),
        (
            "nested-fences",
            [
                "1, 1: Writing about Markdown", "16, 1: Tildes", "29, 1: A real heading after that line",
                "33, 1: The fence that is never closed",
            ]
        ),
        ("no-headings", ["1, 0: "]),
        ("one-megabyte-line", ["1, 0: "]),
        ("one-section", ["1, 1: The only section"]),
        ("preamble", ["1, 0: ", "7, 1: The first heading", "11, 2: The second heading"]),
        (
            "reference-definitions",
            ["1, 1: Where the maps are", "17, 1: Only definitions below", "22, 1: Not definitions"]
        ),
        (
            "right-to-left",
            ["1, 1: مواعيد المكتبة", "8, 1: الاستعارة من المكتبة", "15, 1: שעות הספרייה", "19, 1: טיול לחוף"]
        ),
        (
            "setext",
            [
                "1, 1: Harvest calendar", "6, 2: Early apples", "11, 2: Pears, quinces and everything late",
                "22, 1: Plums",
            ]
        ),
        ("thematic-break-start", ["1, 0: ", "5, 1: Recipe for ship's biscuit", "13, 1: Keeping it dry"]),
        ("txt-chapters", ["1, 0: ", "3, 1: 码头", "6, 1: 风", "9, 1: 归航", "13, 1: 晒网"]),
        (
            "txt-chapters-questions",
            ["1, 1: 钥匙", "2, 2: 谁有钥匙？", "4, 2: 冬天呢？", "6, 1: 下水", "7, 2: 什么时候可以下水？", "11, 2: 晚上可以吗？"]
        ),
        (
            "txt-numbered-chinese",
            ["1, 0: ", "3, 1: 开门之前", "8, 1: 迎客", "12, 1: 结账", "15, 1: 打烊", "20, 1: 下雨天怎么办"]
        ),
        (
            "txt-numbered-decimal",
            [
                "1, 0: ", "3, 1: Where is the main tap?", "6, 1: Who has keys to the roof?",
                "12, 1: What happens in a storm?", "16, 1: When is the bin day?",
                "19, 1: How do I reach the lift company?",
            ]
        ),
        ("txt-plain", ["1, 0: "]),
        (
            "txt-questions",
            [
                "1, 1: Can I bring my dog?", "4, 1: Is there parking?", "7, 1: When is breakfast?",
                "10, 1: Can we stay for one night only?",
            ]
        ),
        (
            "txt-slips",
            [
                "1, 0: ", "3, 1: Who has the key?", "8, 1: When is the slip free?",
                "11, 1: Where does the rope go?",
                "14, 1: Where do the sails go?", "17, 1: Who pays for the crane?",
                "21, 1: What does it cost?",
            ]
        ),
        ("txt-with-markdown-headings", ["1, 0: ", "3, 1: Soil", "7, 1: Slugs", "11, 2: Snails"]),
        ("utf16-be", cafe),
        ("utf16-le", cafe),
        (
            "wide-characters",
            ["1, 1: Order desk 24h", "5, 1: Ｏｒｄｅｒ　ｄｅｓｋ　２４ｈ", "9, 1: 食器の注文", "13, 1: 食器の注文"]
        ),
    ]

    @Test(arguments: cases)
    func sectionsBeginAtTheirHeadings(folder: String, expected: [String]) throws {
        #expect(
            try sections(in: folder).map { "\($0.startLine), \($0.level): \($0.heading)" } == expected)
    }

    @Test(arguments: ["crlf", "lone-cr", "utf16-be", "utf16-le"])
    func lineEndsAndEncodingsGiveTheSameSections(folder: String) throws {
        #expect(try sections(in: folder) == sections(in: "bom"))
    }

    @Test func everyHeadingOfTenThousandOpensASection() throws {
        let sections = try sections(in: "ten-thousand-headings")
        #expect(sections.count == 10_000)
        #expect(sections.allSatisfy { $0.level == 2 && $0.startLine < $0.endLine && $0.blocks.count == 1 })
    }

    @Test func everyReadableFolderIsACase() throws {
        let skipped = ["binary", "invalid-utf8"]
        let tested = Self.cases.map(\.folder) + skipped + ["ten-thousand-headings"]
        let folder = Repository.path("Fixtures/EdgeCases")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.contains(".") }.sorted()
                == tested.sorted())
        #expect(try Reader().read(paths: skipped.map { folder + "/" + $0 }) { [] }.documents.isEmpty)
    }

    private func sections(in folder: String) throws -> [Section] {
        let result = try Reader().read(paths: [Repository.path("Fixtures/EdgeCases/\(folder)")]) { [] }
        let document = try #require(result.documents.first)
        let sections = Splitter().sections(of: document, index: 0)
        #expect(LosslessContract.faults(in: sections, of: document.text).isEmpty)
        return sections
    }
}
