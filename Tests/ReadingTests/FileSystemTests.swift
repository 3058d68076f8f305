import Foundation
import Glibc
import Testing

@testable import Reading

/// Whether permissions do not bind whoever runs the tests.
let isSuperuser = geteuid() == 0

struct FileSystemTests {
    @Test func aPipeNamedExplicitlyIsReadToItsEnd() throws {
        let folder = try TemporaryFolder()
        try folder.makePipe("pipe.md")
        let text = String(repeating: "line\r\n", count: 50_000)
        let path = folder.path + "/pipe.md"
        let writer = Thread {
            let pipe = fopen(path, "w")
            fputs(text, pipe)
            fclose(pipe)
        }
        writer.start()
        #expect(try folder.read(["pipe.md"]).documents.map(\.text) == [text.replacing("\r\n", with: "\n")])
    }

    @Test func anEndlessDeviceIsGivenUpAtTheLimit() throws {
        let result = try Reader(settings: ReadingSettings(maximumFileBytes: 100_000)).read(paths: [
            "/dev/zero"
        ]) { [] }
        #expect(
            result.skipped == [
                SkippedInput(path: "/dev/zero", reason: .tooLarge(bytes: 100_001, limitBytes: 100_000))
            ])
    }

    @Test func aFileThatSaysItIsEmptyIsReadAllTheSame() throws {
        let document = try #require(try Reader().read(paths: ["/proc/self/status"]) { [] }.documents.first)
        #expect(document.format == .plainText && document.text.hasPrefix("Name:"))
    }

    @Test(arguments: [4095, 4096, 4097, 200_000])
    func filesOfAnySizeAreReadWhole(count: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        try folder.write(bytes, to: "a")
        let path = Array((folder.path + "/a").utf8)
        #expect(try FileSystem().contents(of: path, opening: .regularFileOnly, limitBytes: .max) == bytes)
    }

    /// The memory at address 0 can't be read by anyone, a superuser included.
    @Test func aReadThatFailsGivesItsErrorNumber() throws {
        let result = try Reader().read(paths: ["/proc/self/mem"]) { [] }
        #expect(
            result.skipped == [SkippedInput(path: "/proc/self/mem", reason: .unreadable(errorNumber: EIO))])
    }

    @Test func aFileThatIsGoneIsUnreadable() throws {
        let folder = try TemporaryFolder()
        let entry = WalkEntry(
            path: Array((folder.path + "/a.md").utf8), shownPath: Array("a.md".utf8),
            outcome: .document(.markdown))
        var run = ReadingRun(settings: ReadingSettings(maximumFileBytes: 10))
        run.take(entry)
        #expect(run.skipped == [SkippedInput(path: "a.md", reason: .unreadable(errorNumber: ENOENT))])
    }

    @Test(.disabled(if: isSuperuser, "a superuser may read any file"))
    func aFileThatMayNotBeReadIsSkipped() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["a.md", "b.md"])
        try folder.close("a.md")
        let result = try folder.read()
        #expect(result.paths == ["b.md"])
        #expect(result.skipped == [SkippedInput(path: "a.md", reason: .unreadable(errorNumber: EACCES))])
    }

    @Test func noDescriptorStaysOpen() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["a.md", "b/c.md"])
        try folder.write([0], to: "d.md")
        // Every read opens three files and two folders. A process may have 1,024 descriptors by default.
        for _ in 0..<300 { #expect(try folder.read().paths == ["a.md", "b/c.md"]) }
    }
}
