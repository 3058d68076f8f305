import Foundation
import Glibc
import Testing

@testable import Reading

struct ReaderTests {
    @Test func filesNamedExplicitlyAreReadWhateverTheyAreCalled() throws {
        let folder = try TemporaryFolder()
        try folder.write("*\n", to: ".gitignore")
        try folder.write(files: [".hidden.md", "vendor/a.md", "LICENSE", "a.rst"])
        let result = try folder.read(
            ["vendor/a.md", ".hidden.md", "LICENSE", "a.rst"],
            ReadingSettings(include: ["*.x"], exclude: ["*"]))
        #expect(result.paths == [".hidden.md", "LICENSE", "a.rst", "vendor/a.md"])
        #expect(result.documents.map(\.format) == [.markdown, .plainText, .plainText, .markdown])
    }

    @Test func foldersNamedExplicitlyAreWalkedWhateverTheyAreCalled() throws {
        let folder = try TemporaryFolder()
        try folder.write("vendor/\n.github\n*.txt\n", to: ".gitignore")
        try folder.makeFolder(".git")
        try folder.write(files: ["vendor/a.md", "vendor/b.txt", ".github/c.md"])
        #expect(try folder.read(["vendor", ".github"]).paths == [".github/c.md", "vendor/a.md"])
    }

    @Test func aFileReachedTwiceIsReadOnceUnderThePathOfItsFirstMention() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["docs/a.md", "docs/b.md", "docs/x/c.md"])
        try folder.link("again", to: "docs")
        let paths = try folder.read(
            ["docs/x", "docs/b.md", "docs", "docs/../docs/a.md", "again", "-", "-"]
        ).paths
        #expect(
            paths
                == ["docs/a.md", "docs/b.md", "docs/x/c.md", "-"])
        #expect(try folder.read(["docs/../docs/a.md", "docs/a.md"]).paths == ["docs/../docs/a.md"])
    }

    @Test func documentsComeInTheOrderOfTheirPathsHoweverTheyAreNamed() throws {
        let folder = try TemporaryFolder()
        let paths = ["A.md", "a/b.md", "a/é.md", "a-b.md", "a.md", "é.md"]
        try folder.write(files: paths)
        #expect(try folder.read(paths.reversed()).paths == paths)
        #expect(try folder.read(["é.md", "a", "."]).paths == paths)
    }

    @Test func whatIsSkippedTwiceIsListedOnce() throws {
        let folder = try TemporaryFolder()
        try folder.write([0], to: "docs/a.md")
        let skipped = try folder.read(["docs", "docs/a.md", ""]).skipped
        #expect(skipped == [SkippedInput(path: "docs/a.md", reason: .binary(firstNULOffset: 0))])
    }

    @Test func aPathThatDoesNotExistIsFoundBeforeAnythingIsRead() throws {
        let folder = try TemporaryFolder()
        let missing = folder.path + "/missing.md"
        #expect(throws: ReadingError.pathNotFound(missing)) {
            try Reader().read(paths: ["-", missing]) {
                Issue.record("standard input was read")
                return []
            }
        }
        #expect(throws: ReadingError.pathNotFound("")) { try Reader().read(paths: [""]) { [] } }
    }

    @Test func aFileTakenForAFolderIsNotFound() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["a.md"])
        let path = folder.path + "/a.md/"
        #expect(throws: ReadingError.pathNotFound(path)) { try Reader().read(paths: [path]) { [] } }
    }

    @Test func aNamedPathInACircleOfLinksIsSkippedAndTheOthersAreRead() throws {
        let folder = try TemporaryFolder()
        try folder.link("a.md", to: "a.md")
        try folder.write(files: ["b.md"])
        let result = try folder.read(["a.md", "a.md/c.md", "b.md"])
        #expect(result.paths == ["b.md"])
        #expect(
            result.skipped == [
                SkippedInput(path: "a.md", reason: .unreadable(errorNumber: ELOOP)),
                SkippedInput(path: "a.md/c.md", reason: .unreadable(errorNumber: ELOOP)),
            ])
    }

    @Test(.disabled(if: isSuperuser, "a superuser may enter any folder"))
    func aNamedPathBehindAClosedFolderIsSkippedAndTheOthersAreRead() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["shut/a.md", "b.md"])
        try folder.close("shut")
        let result = try folder.read(["shut/a.md", "b.md"])
        #expect(result.paths == ["b.md"])
        #expect(
            result.skipped == [SkippedInput(path: "shut/a.md", reason: .unreadable(errorNumber: EACCES))])
    }

    /// Texts that are equal as characters, and a name that is no text at all, are four files.
    @Test func pathsAreBytes() throws {
        let folder = try TemporaryFolder()
        let names: [[UInt8]] = [
            Array("caf\u{E9}.md".utf8), Array("cafe\u{301}.md".utf8),
            [0x63, 0x61, 0x66, 0xE9] + Array(".md".utf8),
            Array("caf\u{10FFE9}.md".utf8),
        ]
        let paths = names.map { Array((folder.path + "/").utf8) + $0 }
        for (number, path) in paths.enumerated() {
            let file = try #require(fopen(path.map { CChar(bitPattern: $0) } + [0], "w"))
            fputs("text \(number)", file)
            fclose(file)
        }
        let result = try Reader().read(paths: paths.map(PathText.text)) { [] }
        let texts = Dictionary(uniqueKeysWithValues: result.documents.map { ($0.file, $0.text) })
        #expect(texts == Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, "text \($0)") }))
        let unnamed = try #require(result.documents.first { $0.file == paths[2] })
        #expect(unnamed.path.hasSuffix("caf\\xE9.md"))
        #expect(PathText.shown(PathText.text(of: names[2])) == "caf\\xE9.md")
    }

    @Test(arguments: [
        [], [0x61], [0xE9], [0xF4, 0x8F, 0xBF, 0xA9], [0xF4, 0x8F], [0xC3, 0xA9, 0xFF, 0x62],
    ])
    func textOfAPathGivesItsBytesBack(bytes: [UInt8]) {
        #expect(PathText.bytes(of: PathText.text(of: bytes)) == bytes)
    }

    @Test func standardInputIsMarkdownAndOnlyReadIfNamed() throws {
        let folder = try TemporaryFolder()
        #expect(
            try folder.read(["-"]).documents == [
                Document(path: "-", format: .markdown, text: "standard input")
            ])
        let result = try Reader().read(paths: [folder.path]) {
            Issue.record("standard input was read")
            return []
        }
        #expect(result.documents.isEmpty)
    }

    @Test func aFaultOfStandardInputIsPassedOn() throws {
        let fault = ReadingError.unreadableStandardInput(errorNumber: EIO)
        #expect(throws: fault) {
            try Reader().read(paths: ["-"]) { () throws(ReadingError) -> [UInt8] in throw fault }
        }
    }

    @Test func relativePathsStayRelative() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["docs/a.md"])
        let depth = FileManager.default.currentDirectoryPath.split(separator: "/").count
        let up = Array(repeating: "..", count: depth).joined(separator: "/") + folder.path
        let result = try Reader().read(paths: ["./" + up + "//docs/"]) { [] }
        #expect(result.paths == [up + "/docs/a.md"])
    }

    @Test func noPathMeansTheCurrentFolder() throws {
        let reader = try Reader(settings: ReadingSettings(include: ["/Package.swift"]))
        #expect(try reader.read(paths: []) { [] } == reader.read(paths: ["."]) { [] })
    }

    @Test func anEmptyFileIsADocumentWithoutText() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "a.md")
        #expect(try folder.read().documents == [Document(path: "a.md", format: .markdown, text: "")])
    }

    @Test func filesOverTheLimitAreSkippedAndThoseAtItAreNot() throws {
        let folder = try TemporaryFolder()
        try folder.write("12345", to: "at.md")
        try folder.write("123456", to: "over.md")
        let result = try folder.read(["", "-"], ReadingSettings(maximumFileBytes: 5))
        #expect(result.paths == ["at.md"])
        #expect(
            result.skipped == [
                SkippedInput(path: "over.md", reason: .tooLarge(bytes: 6, limitBytes: 5)),
                SkippedInput(path: "-", reason: .tooLarge(bytes: 9, limitBytes: 5)),
            ])
    }

    @Test func anInvalidGlobIsFoundWhenTheReaderIsMade() {
        let fault = ReadingError.invalidGlob(pattern: "a[", fault: .unclosedBracket(byteOffset: 1))
        #expect(throws: fault) { try Reader(settings: ReadingSettings(include: ["a["])) }
        #expect(throws: fault) { try Reader(settings: ReadingSettings(exclude: ["*", "a["])) }
    }

    @Test func theSameFoldersGiveTheSameResult() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: (0..<200).map { "\($0 % 7)/\($0 * 31 % 200).md" })
        #expect(try folder.read() == folder.read())
    }
}
