import Foundation
import Reading
import TestSupport
import Testing

struct DocumentFormatTests {
    @Test(arguments: ["a.md", "docs/a.markdown", "a.MDown", "a.b.mkd", "a.MDX", "/x.y/z.md", "文.md"])
    func markdownIsKnownByItsExtension(path: String) {
        #expect(DocumentFormat(path: path) == .markdown)
    }

    @Test(arguments: ["a.txt", "docs/A.TEXT"])
    func plainTextIsKnownByItsExtension(path: String) {
        #expect(DocumentFormat(path: path) == .plainText)
    }

    @Test(arguments: [
        ("a.jsonl", DocumentFormat.jsonLines), ("a.NDJSON", .jsonLines), ("x/a.json", .json), ("a.csv", .csv),
        ("a.tsv", .tsv), ("a.jsonl.gz", .jsonLines), ("a.csv.GZ", .csv), ("a.b.json.zst", .json),
        ("a.ndjson.zst", .jsonLines),
    ])
    func recordsAreKnownByTheirExtensionBeforeThatOfThePacking(path: String, format: DocumentFormat) {
        #expect(DocumentFormat(path: path) == format)
        #expect(format.holdsRecords)
    }

    @Test(arguments: ["a.gz", ".csv.gz", "a.md.gz", "a.txt.zst", "a.gz.csv.bz2", "csv.gz", "a.csv.gz.gz"])
    func nothingElseIsUnpacked(path: String) {
        #expect(DocumentFormat(path: path) == nil)
    }

    @Test(arguments: ["", "a", "md", ".md", "docs/.txt", "a.md/b", "a.md.bak", "a.", "a.rst", "a.mdé"])
    func anythingElseHasNoFormat(path: String) {
        #expect(DocumentFormat(path: path) == nil)
    }

    @Test func thePreCommitHookRunsOnEveryFileThatAWalkReads() throws {
        let hooks = try String(
            contentsOf: Repository.root.appending(path: ".pre-commit-hooks.yaml"), encoding: .utf8)
        let line = try #require(hooks.split(separator: "\n").first { $0.hasPrefix("  files: ") })
        let files = try Regex(String(line.dropFirst("  files: ".count)))
        for name in DocumentFormat.walkedExtensions {
            #expect("docs/a.\(name)".contains(files), "\(name)")
            #expect("docs/A.\(name.uppercased())".contains(files), "\(name)")
        }
        let names = try #require(line.split(separator: "(").last?.split(separator: ")").first)
        #expect(names.split(separator: "|").map(String.init) == DocumentFormat.walkedExtensions)
        #expect(!hooks.contains("types"))
    }
}
