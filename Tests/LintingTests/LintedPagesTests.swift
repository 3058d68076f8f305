import Reading
import Refrain
import Testing

@testable import Linting

/// Which documents are one page to who looks through findings.
struct LintedPagesTests {
    /// For each path the first that is the same page, and the first of its family.
    private static func pages(
        _ paths: [String], parallel: [String]
    ) throws -> (page: [String], family: [String]) {
        let linted = try LintedText(paths.map { ($0, "# T\n\nNothing.\n") }, settings: [.parallel: parallel])
        let documents = linted.analysis.documents.map(\.path)
        let pages = linted.report.pages
        return (pages.page.map { documents[$0] }, pages.family.map { documents[$0] })
    }

    @Test func withoutTreesEachDocumentIsAPage() throws {
        let paths = ["a/x.md", "b/x.md", "x.md"]
        #expect(try Self.pages(paths, parallel: []).page == paths)
    }

    @Test func aPageOfATreeIsFoundByItsNameInWhateverFolder() throws {
        let pages = try Self.pages(["v1/x.md", "v1/y.md", "v2/old/x.md", "x.md"], parallel: ["v*"])
        #expect(pages.page == ["v1/x.md", "v1/y.md", "v1/x.md", "x.md"])
        #expect(pages.family == pages.page)
    }

    @Test func aNameThatATreeHasTwiceNamesNoPage() throws {
        let paths = ["v1/README.md", "v1/a/README.md", "v2/README.md", "v2/b/README.md"]
        #expect(
            try Self.pages(paths, parallel: ["v*"]).page == [
                "v1/README.md", "v1/a/README.md", "v1/README.md", "v2/b/README.md",
            ])
    }

    @Test func treesOfDifferentSetsHaveNoPagesInCommon() throws {
        let paths = ["i18n/de/x.md", "i18n/fr/x.md", "v1/x.md", "v2/x.md"]
        #expect(
            try Self.pages(paths, parallel: ["v*", "i18n/*"]).page == [
                "i18n/de/x.md", "i18n/de/x.md", "v1/x.md", "v1/x.md",
            ])
    }

    @Test func pagesOfAFamilyAreOneFamilyInAllTrees() throws {
        func guide(_ tree: String, _ number: Int) -> (path: String, text: String) {
            let sections = [Passage.backups, Passage.invoices, Passage.visitors].enumerated().map {
                "## Part \($0)\n\n\($1)\n"
            }
            return (
                "\(tree)/upgrade_\(number).md",
                "# Upgrade from \(number) to \(number + 1)\n\n\(sections.joined(separator: "\n"))"
            )
        }
        let linted = try LintedText(
            (1...4).map { guide("v1", $0) } + (2...5).map { guide("v2", $0) } + [
                ("v2/z.md", "# Z\n\nNothing.\n")
            ],
            settings: [.parallel: ["v*"]])
        #expect(linted.report.pages.page == [0, 1, 2, 3, 1, 2, 3, 7, 8])
        #expect(linted.report.pages.family == [0, 0, 0, 0, 0, 0, 0, 0, 8])
    }
}
