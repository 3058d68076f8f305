import Glibc
import TestSupport
import Testing

@testable import Reading

/// The bytes of record files: unpacked, in UTF-8, up to the first fault.
struct RecordSourceTests {
    /// Text that does not pack away to nothing, over several of zstd's blocks.
    private static let text: [UInt8] = {
        var generator = SeededGenerator(seed: 1)
        return (0..<400_000).map { _ in UInt8.random(in: 0x61...0x6C, using: &generator) }
    }()

    /// What a source gives, asked for `size` bytes at a time.
    private func bytes(_ source: RecordSource, size: Int = 1 << 16) -> (bytes: [UInt8], fault: SkipReason?) {
        let stream = source.open()
        var result: [UInt8] = []
        while true {
            let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                count = stream.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            result += part
            if part.count < size { return (result, stream.fault) }
        }
    }

    @Test(arguments: ["gz", "zst"], [1000, 1 << 20])
    func packedBytesAreKnownByTheirFirst(name: String, size: Int) throws {
        let packed = try Packing.packed(Self.text, name)
        let result = bytes(RecordSource(bytes: packed), size: size)
        #expect(result.bytes == Self.text && result.fault == nil)
    }

    @Test(arguments: ["gz", "zst"])
    func severalMembersAreOneText(name: String) throws {
        let members = try [Self.text, [], Array("end".utf8)].map { try Packing.packed($0, name) }
        let result = bytes(RecordSource(bytes: Array(members.joined())))
        #expect(result.bytes == Self.text + Array("end".utf8) && result.fault == nil)
    }

    @Test func zeroBytesAfterAMemberArePadding() throws {
        let packed = try Packing.gzip(Array("a".utf8)) + [0, 0, 0]
        #expect(bytes(RecordSource(bytes: packed)).fault == nil)
        let more = try packed + Packing.gzip(Array("b".utf8))
        #expect(bytes(RecordSource(bytes: more)).bytes == Array("ab".utf8))
    }

    @Test func whatIsNoMemberAfterOneIsAFault() throws {
        let packed = try Packing.gzip(Array("a".utf8))
        let result = bytes(RecordSource(bytes: packed + Array("xy".utf8)))
        #expect(result.bytes == Array("a".utf8))
        guard case .corruptData(.gzip, let offset) = result.fault else {
            Issue.record("\(String(describing: result.fault))")
            return
        }
        #expect((packed.count...packed.count + 2).contains(offset))
    }

    @Test(arguments: ["gz", "zst"])
    func whatCameBeforeTheBreakIsGiven(name: String) throws {
        let text = Array(Self.text[..<3000])
        let packed = try Packing.packed(text, name)
        for count in 4..<packed.count {
            let result = bytes(RecordSource(bytes: Array(packed[..<count])))
            #expect(text.starts(with: result.bytes))
            let compression = name == "gz" ? Compression.gzip : .zstd
            #expect(result.fault == .truncatedData(compression, byteOffset: count))
        }
    }

    @Test(arguments: ["gz", "zst"])
    func wholeBlocksBeforeTheBreakAreGiven(name: String) throws {
        let packed = try Packing.packed(Self.text, name)
        let result = bytes(RecordSource(bytes: Array(packed[..<(packed.count - 10)])))
        #expect(Self.text.starts(with: result.bytes))
        #expect(result.bytes.count >= 2 * Self.text.count / 3)
    }

    @Test(arguments: ["gz", "zst"], 0..<40)
    func aChangedByteIsAFaultAndEndsTheText(name: String, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var packed = try Packing.packed(Self.text, name)
        // gzip's head holds a time and the like, which nothing checks.
        packed[Int.random(in: 20..<packed.count, using: &generator)] ^= 0x10
        let result = bytes(RecordSource(bytes: packed))
        #expect(result.fault != nil)
    }

    @Test(arguments: ["gz", "zst"])
    func anEmptyFileThatIsNamedAsPackedIsCutOff(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "a.jsonl.\(name)")
        let source = try #require(try folder.read(["a.jsonl.\(name)"]).documents.first?.records)
        #expect(bytes(source).fault == .truncatedData(name == "gz" ? .gzip : .zstd, byteOffset: 0))
    }

    @Test func aFileThatIsNamedAsPackedAndIsNotIsAFault() throws {
        let folder = try TemporaryFolder()
        try folder.write("{\"text\": \"a\"}", to: "a.jsonl.gz")
        let source = try #require(try folder.read(["a.jsonl.gz"]).documents.first?.records)
        #expect(bytes(source).fault == .corruptData(.gzip, byteOffset: 0))
    }

    @Test(arguments: ["", "a", "ab", "abc", "abcd", "\u{FEFF}", "\u{FEFF}é", "a\u{FEFF}"], [1, 2, 5, 100])
    func oneByteOrderMarkIsTakenOff(text: String, size: Int) {
        let expected = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        #expect(bytes(RecordSource(bytes: Array(text.utf8)), size: size).bytes == Array(expected.utf8))
    }

    @Test(arguments: [true, false], [1, 3, 1 << 16])
    func utf16BecomesUTF8(isBigEndian: Bool, size: Int) {
        let text = String(repeating: "aé汉😀\r\n", count: 20_000)
        let result = bytes(RecordSource(bytes: utf16("\u{FEFF}" + text, isBigEndian)), size: size)
        #expect(result.bytes == Array(text.utf8) && result.fault == nil)
    }

    @Test(arguments: [
        ([0x61, 0x00, 0x3D, 0xD8, 0x61, 0x00], "a", 4), ([0x61, 0x00, 0x00, 0xDE], "a", 4),
        ([0x61, 0x00, 0x3D, 0xD8], "a", 4), ([0x61, 0x00, 0x62], "a", 4), ([0x3D, 0xD8, 0x00], "", 2),
    ])
    func brokenUTF16IsReadUpToTheBreak(units: [UInt8], text: String, offset: Int) {
        let result = bytes(RecordSource(bytes: [0xFF, 0xFE] + units))
        #expect(result.bytes == Array(text.utf8))
        #expect(result.fault == .invalidUTF16(byteOffset: offset))
    }

    @Test func standardInputIsAskedForAsItIsNeeded() throws {
        let input = StandardInputParts(["{\"te", "xt\": ", "\"a\"}"])
        let reader = try Reader(settings: ReadingSettings(inputFormat: .jsonLines))
        let document = try #require(try reader.read(paths: ["-"], standardInput: input.next).documents.first)
        #expect(bytes(try #require(document.records)).bytes == Array("{\"text\": \"a\"}".utf8))
    }

    @Test func aFaultOnTheWayEndsTheTextAndAFaultAtTheStartTheRun() throws {
        let fault = ReadingError.unreadableStandardInput(errorNumber: EIO)
        let input = StandardInputParts(["ab", "!"])
        let next: StandardInput = { () throws(ReadingError) -> [UInt8] in
            let part = try input.next()
            if part == Array("!".utf8) { throw fault }
            return part
        }
        let reader = try Reader(settings: ReadingSettings(inputFormat: .jsonLines))
        let document = try #require(try reader.read(paths: ["-"], standardInput: next).documents.first)
        let result = bytes(try #require(document.records))
        #expect(result.bytes == Array("ab".utf8) && result.fault == .unreadable(errorNumber: EIO))
        #expect(throws: fault) {
            try reader.read(paths: ["-"]) { () throws(ReadingError) -> [UInt8] in throw fault }
        }
    }

    @Test func recordFilesAreOnlyLookedAt() throws {
        let folder = try TemporaryFolder()
        try folder.makePipe("pipe.jsonl")
        try folder.write("{}", to: "a.csv")
        let result = try folder.read(["pipe.jsonl", "a.csv"], ReadingSettings(maximumFileBytes: 1))
        #expect(result.paths == ["a.csv", "pipe.jsonl"])
        #expect(result.documents.map(\.format) == [.csv, .jsonLines])
        #expect(result.documents.allSatisfy { $0.text.isEmpty })
    }

    @Test(.enabled(if: geteuid() != 0)) func aRecordFileThatCannotBeOpenedIsSkippedAtOnce() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "a.jsonl")
        try folder.close("a.jsonl")
        let skipped = try folder.read(["a.jsonl"]).skipped
        #expect(skipped == [SkippedInput(path: "a.jsonl", reason: .unreadable(errorNumber: EACCES))])
    }

    private func utf16(_ text: String, _ isBigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }
}
