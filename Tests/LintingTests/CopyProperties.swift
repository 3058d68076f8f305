import Linting
import Refrain
import SimilarityJoin
import Splitting
import TestSupport
import Testing

/// No copy lets lint pass, whatever families there are.
struct CopyProperties {
    private typealias Page = (path: String, text: String)

    private static let words = """
        kettle harbour ladder copper window garden barrel lantern saddle pepper marble anchor cellar velvet orchard timber blanket \
        whistle feather button cradle mirror pebble ribbon shovel bottle candle drawer engine furnace gravel hammer island jacket
        """.split(separator: " ").map(String.init)

    /// A tree of pages with families of pages, of sections and of entries, sections that are alike, and others.
    private struct Tree {
        var generator: SeededGenerator

        init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

        mutating func text(_ count: Int) -> String {
            (0..<count).map { place in
                let word = CopyProperties.words.randomElement(using: &generator) ?? ""
                return word + (place % 9 == 8 ? "." : "")
            }.joined(separator: " ") + "."
        }

        /// Some words of a text replaced.
        mutating func edited(_ text: String, _ count: Int) -> String {
            var words = text.split(separator: " ").map(String.init)
            for _ in 0..<count {
                words[Int.random(in: words.indices, using: &generator)] =
                    CopyProperties.words.randomElement(using: &generator) ?? ""
            }
            return words.joined(separator: " ")
        }

        mutating func pages() -> [Page] {
            var pages: [Page] = []
            // A family of pages that share one section word for word.
            let (start, shared) = (text(40), text(45))
            for version in 2..<Int.random(in: 4...6, using: &generator) {
                pages.append(
                    (
                        "guides/from_1_\(version).md",
                        "# Moving from 1.\(version) to 1.\(version + 1)\n\n## Start\n\nRead the notes of 1.\(version + 1). \(start)\n\n"
                            + "## Shared\n\n\(shared)\n\n## Own\n\n\(text(40))\n"
                    ))
            }
            // A family of sections.
            let command = text(50)
            for name in ["add", "remove", "list", "show", "rename"].prefix(
                Int.random(in: 2...5, using: &generator))
            {
                pages.append(("cli/\(name).md", "# tool \(name)\n\nRun tool \(name). \(command)\n"))
            }
            // Entries of a reference.
            let option = text(40)
            let names = ["--key-file", "--peer-file", "--auto-tls", "--peer-tls", "--max-size"]
            pages.append(
                (
                    "options.md",
                    "# Options\n\n"
                        + names.map { "## \($0)\n\n\(edited(option, 4))\n\n" }.joined()
                ))
            // Sections that are alike, and a copy.
            let alike = text(50)
            for number in 0..<Int.random(in: 2...4, using: &generator) {
                pages.append(
                    (
                        "notes/\(number).md",
                        "# Note \(text(2))\n\n\(edited(alike, number * 2))\n\n## More\n\n\(text(40))\n"
                    ))
            }
            return pages
        }
    }

    private static let settings: [[SettingKey: [String]]] = [[:], [.guard: ["false"]]]

    @Test(arguments: 1...12 as ClosedRange<UInt64>, [0, 1])
    func aCopyOfAnySectionMakesLintFail(_ seed: UInt64, _ setting: Int) throws {
        var tree = Tree(seed: seed)
        let pages = tree.pages()
        let before = try LintedText(pages, settings: Self.settings[setting])
        let baseline = Baseline(before.report) { before.analysis.sections[$0].heading }
        #expect(try LintedText(pages, settings: Self.settings[setting], baseline: baseline).found.isEmpty)
        let long = before.analysis.sections.filter { $0.text(includingCode: true).count >= 200 }
        for _ in 0..<4 {
            let section = try #require(long.randomElement(using: &tree.generator))
            let heading =
                [section.heading, "Third", "Another one"].randomElement(using: &tree.generator) ?? ""
            let added = "# \(heading)\n\n\(section.text(includingCode: true))\n"
            let place = Int.random(in: 0...3, using: &tree.generator)
            var all = pages
            switch place {
            case 0: all.append(("zz.md", added))
            case 1: all.insert(("00.md", added), at: 0)
            case 2: all.append(("guides/zz.md", added))
            default:
                let page = Int.random(in: all.indices, using: &tree.generator)
                all[page].text += "\n#" + added
            }
            let linted = try LintedText(all, settings: Self.settings[setting], baseline: baseline)
            #expect(linted.report.fails, "\(heading) at \(place)")
            #expect(linted.found.contains { $0.contains("identical-section") }, "\(linted.found)")
            let ended = linted.report.unmatchedBaseline.map { "\($0.rule) \($0.heading)" }
            #expect(ended.isEmpty, "\(ended) \(heading) at \(place)")
        }
    }
}
