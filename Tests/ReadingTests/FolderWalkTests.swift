import Glibc
import Testing

@testable import Reading

struct FolderWalkTests {
    @Test func entriesComeInTheOrderOfTheirNamesBytes() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: [
            "é.md", "b.md", "a/z.md", "a.md", "a-b/x.md", "B.md", "a/Z.md", "10.md", "9.md",
        ])
        #expect(
            try folder.read().paths
                == ["10.md", "9.md", "B.md", "a/Z.md", "a/z.md", "a-b/x.md", "a.md", "b.md", "é.md"])
    }

    @Test func onlyKnownExtensionsAreDocumentsAndTheRestIsNotSkipped() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["a.md", "b.txt", "c.rst", "d", "e.png", "md"])
        let result = try folder.read()
        #expect(result.paths == ["a.md", "b.txt"])
        #expect(result.documents.map(\.format) == [.markdown, .plainText])
        #expect(result.skipped.isEmpty)
    }

    @Test func hiddenAndVendoredFoldersAreLeftOutUnlessAskedFor() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: [
            ".a.md", ".github/a.md", ".git/a.md", "node_modules/a.md", "x/vendor/a.md", "vendor.md", "a.md",
        ])
        #expect(try folder.read().paths == ["a.md", "vendor.md"])
        #expect(
            try folder.read(ReadingSettings(readsHidden: true)).paths
                == [".a.md", ".github/a.md", "a.md", "vendor.md"])
        #expect(
            try folder.read(ReadingSettings(readsVendored: true)).paths
                == ["a.md", "node_modules/a.md", "vendor.md", "x/vendor/a.md"])
    }

    @Test func theListOfVendoredFoldersIsSorted() {
        let names = ReadingSettings.vendoredFolderNames
        #expect(
            names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
                == names.map { Array($0.utf8) })
        #expect(Set(names).count == names.count)
    }

    @Test func hardLinksUnderTwoNamesAreTwoDocuments() throws {
        let folder = try TemporaryFolder()
        try folder.write("same", to: "a.md")
        try folder.hardLink("b.md", to: "a.md")
        #expect(try folder.read().paths == ["a.md", "b.md"])
    }

    @Test func aPipeNamedLikeADocumentIsSkippedAndNotWaitedFor() throws {
        let folder = try TemporaryFolder()
        try folder.makePipe("a.md")
        try folder.makePipe("a.sock")
        #expect(try folder.read().skipped == [SkippedInput(path: "a.md", reason: .notARegularFile)])
    }

    @Test func anEmptyFolderHoldsNothing() throws {
        let folder = try TemporaryFolder()
        #expect(try folder.read() == ReadResult(documents: [], skipped: []))
    }

    @Test func namesThatAreNotUTF8AreReadAllTheSame() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", toBytes: [0xE9, 0x2E, 0x6D, 0x64])
        #expect(try folder.read().documents == [Document(path: "\\xE9.md", format: .markdown, text: "x")])
    }

    @Test func noDepthOfFoldersIsTooMuch() throws {
        let folder = try TemporaryFolder()
        let deep = Array(repeating: "d", count: 1_500).joined(separator: "/")
        try folder.write("x", to: deep + "/a.md")
        #expect(try folder.read().paths == [deep + "/a.md"])
    }

    @Test(.disabled(if: isSuperuser, "a superuser may list any folder"))
    func aFolderThatMayNotBeListedIsSkipped() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["a.md", "closed/b.md"])
        try folder.close("closed")
        let result = try folder.read()
        #expect(result.paths == ["a.md"])
        #expect(result.skipped == [SkippedInput(path: "closed", reason: .unreadable(errorNumber: EACCES))])
    }
}
