import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Spilling

/// Working memory on disk.
struct ScratchFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "refrain-\(UUID().uuidString)")

    private func withFolder(_ body: () throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body()
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path()) }
    }

    private func read(_ count: Int, at offset: Int, from file: ScratchFile) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
        return bytes
    }

    @Test func bytesComeBackFromWhereTheyWerePut() throws {
        try withFolder {
            let file = try ScratchFile(inFolder: folder.path())
            var generator = SeededGenerator(seed: 3)
            var parts: [(offset: Int, bytes: [UInt8])] = []
            for _ in 0..<50 {
                let bytes = (0..<Int.random(in: 0...5000, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
                parts.append((try bytes.withUnsafeBytes { try file.append($0) }, bytes))
            }
            #expect(file.byteCount == parts.reduce(0) { $0 + $1.bytes.count })
            for part in parts.shuffled(using: &generator) {
                #expect(try read(part.bytes.count, at: part.offset, from: file) == part.bytes)
            }
        }
    }

    @Test func threadsThatAppendAtOnceKeepTheirBytes() throws {
        try withFolder {
            let file = try ScratchFile(inFolder: folder.path())
            let offsets = Mutex([Int](repeating: -1, count: 100))
            DispatchQueue.concurrentPerform(iterations: 100) { index in
                let bytes = [UInt8](repeating: UInt8(index), count: 1000)
                let offset = try? bytes.withUnsafeBytes { try file.append($0) }
                offsets.withLock { $0[index] = offset ?? -1 }
            }
            for (index, offset) in offsets.withLock({ $0 }).enumerated() {
                #expect(
                    try read(1000, at: offset, from: file) == [UInt8](repeating: UInt8(index), count: 1000))
            }
        }
    }

    @Test func nothingIsSeenInTheFolder() throws {
        try withFolder {
            let file = try ScratchFile(inFolder: folder.path())
            _ = try [UInt8](repeating: 1, count: 100).withUnsafeBytes { try file.append($0) }
            #expect(try names == [])
            #expect(file.byteCount == 100)
        }
    }

    @Test func anAreaIsZeroAndHoldsWhatIsWritten() throws {
        try withFolder {
            let area = try ScratchFile(inFolder: folder.path()).area(byteCount: 100_001)
            #expect(area.bytes.count == 100_001)
            #expect(area.bytes.allSatisfy { $0 == 0 })
            for place in area.bytes.indices { area.bytes[place] = UInt8(place % 251) }
            #expect(area.bytes.indices.allSatisfy { area.bytes[$0] == UInt8($0 % 251) })
            #expect(try names == [])
        }
    }

    @Test func anAreaThatNoDiskHoldsIsRefused() throws {
        try withFolder {
            let file = try ScratchFile(inFolder: folder.path())
            #expect(throws: ScratchFileError.self) { try file.area(byteCount: 1 << 60) }
        }
    }

    @Test func missingFolderIsNamed() {
        #expect(throws: ScratchFileError(folder: "/no/such/folder", errorNumber: ENOENT)) {
            try ScratchFile(inFolder: "/no/such/folder")
        }
    }
}
