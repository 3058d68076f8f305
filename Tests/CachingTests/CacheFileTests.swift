import Foundation
import TestSupport
import Testing

@testable import Caching

/// The cache in its file: what it gives back, and what becomes of one that is no good.
struct CacheFileTests {
    /// A folder that is removed when the test lets go of it.
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appending(path: "refrain-\(UUID().uuidString)")
            .path()
        var file: String { path + "/" + CacheFile.name }

        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit {
            chmod(path, 0o700)
            try? FileManager.default.removeItem(atPath: path)
        }

        func cache(
            day: Int = 0, mostBytes: Int = 1 << 30, patienceMilliseconds: Int32 = 5000
        ) throws -> CacheFile {
            try CacheFile(
                folder: path, program: CacheKey(of: "test"), time: day * 86_400, mostBytes: mostBytes,
                patienceMilliseconds: patienceMilliseconds)
        }
    }

    private let first = CacheKey(of: "first")
    private let second = CacheKey(of: "second")

    /// A cache that holds a value of 3 bytes under `first`.
    private func folderWithValue() throws -> Folder {
        let folder = try Folder()
        let cache = try folder.cache()
        cache.add([1, 2, 3], for: first)
        #expect(cache.save() == [])
        return folder
    }

    @Test func valuesComeBackInTheNextRun() throws {
        let folder = try folderWithValue()
        let cache = try folder.cache()
        #expect(cache.value(for: first) == [1, 2, 3])
        #expect(cache.value(for: second) == nil)
        #expect(cache.save() == [])
        #expect(try cache.size().values == 1)
    }

    @Test func valuesAreThereBeforeTheyAreSaved() throws {
        let cache = try Folder().cache()
        cache.add([4], for: second)
        #expect(cache.value(for: second) == [4])
    }

    @Test func anEmptyValueIsAValue() throws {
        let folder = try Folder()
        let cache = try folder.cache()
        cache.add([], for: first)
        #expect(cache.save() == [])
        #expect(try folder.cache().value(for: first) == [])
    }

    @Test(arguments: ["", "no database", String(repeating: "SQLite format 3\0", count: 600)])
    func aFileOfSomethingElseIsBegunAnew(_ text: String) throws {
        let folder = try Folder()
        try text.write(toFile: folder.file, atomically: false, encoding: .utf8)
        let cache = try folder.cache()
        cache.add([1], for: first)
        #expect(cache.save() == (text.isEmpty ? [] : [.wasDamaged(path: folder.file)]))
        #expect(try folder.cache().value(for: first) == [1])
    }

    @Test func aFileThatLostItsEndIsBegunAnew() throws {
        let folder = try folderWithValue()
        let bytes = try Data(contentsOf: URL(filePath: folder.file))
        for count in stride(from: 100, to: bytes.count, by: bytes.count / 40) {
            try bytes.prefix(count).write(to: URL(filePath: folder.file))
            let cache = try folder.cache()
            #expect(cache.value(for: first) == nil || cache.value(for: first) == [1, 2, 3])
            cache.add([9], for: second)
            _ = cache.save()
            #expect(try folder.cache().value(for: second) == [9])
        }
    }

    @Test func anyByteMayChangeAndNoValueDoes() throws {
        let folder = try folderWithValue()
        let bytes = try Data(contentsOf: URL(filePath: folder.file))
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            var changed = bytes
            changed[Int.random(in: bytes.indices, using: &generator)] ^=
                1 << UInt8.random(in: 0...7, using: &generator)
            try changed.write(to: URL(filePath: folder.file))
            // A byte in the head may make it a file that this version of SQLite does not open.
            guard let cache = try? folder.cache() else { continue }
            let found = cache.value(for: first)
            #expect(found == nil || found == [1, 2, 3])
            cache.add([9], for: second)
            _ = cache.save()
            #expect(cache.value(for: second) == nil || cache.value(for: second) == [9])
        }
    }

    @Test func aChangedValueIsNoValueAndIsSaid() throws {
        let folder = try folderWithValue()
        let connection = try SQLiteConnection(path: folder.file)
        try connection.run("UPDATE entry SET value = x'010204'")
        let cache = try folder.cache()
        #expect(cache.value(for: first) == nil)
        #expect(cache.save() == [.wasDamaged(path: folder.file)])
        #expect(try cache.size().values == 0)
    }

    @Test(arguments: ["PRAGMA user_version = 99", "PRAGMA application_id = 7"])
    func aFileOfAnotherVersionIsBegunAnew(_ change: String) throws {
        let folder = try folderWithValue()
        try SQLiteConnection(path: folder.file).run(change)
        let cache = try folder.cache()
        #expect(cache.value(for: first) == nil)
        #expect(cache.save() == [.wasOther(path: folder.file)])
        #expect(cache.save() == [])
    }

    @Test func withoutAFolderThereIsNoCache() throws {
        let path = "/nowhere/at/all"
        #expect(throws: CacheFault.unusable(path: path + "/" + CacheFile.name, ENOENT)) {
            try CacheFile(folder: path, program: CacheKey(of: "test"), time: 0)
        }
    }

    /// Where nobody may make a file, whoever runs this.
    @Test func aFolderThatTakesNoFileIsNamedForThat() throws {
        let path = "/proc/sys"
        #expect(throws: CacheFault.unusable(path: path + "/" + CacheFile.name, EACCES)) {
            try CacheFile(folder: path, program: CacheKey(of: "test"), time: 0)
        }
    }

    /// All in one day, or on another day each.
    @Test(arguments: [0, 1])
    func valuesUsedLongestAgoGoFirst(_ days: Int) throws {
        let folder = try Folder()
        let keys = (0..<8).map { CacheKey(of: "\($0)") }
        for (number, key) in keys.enumerated() {
            let cache = try folder.cache(day: number * days, mostBytes: 400_000)
            _ = cache.value(for: keys[0])
            cache.add([UInt8](repeating: 7, count: 90_000), for: key)
            #expect(cache.save() == [])
            #expect(try cache.size().bytes <= 420_000)
        }
        let cache = try folder.cache()
        #expect(cache.value(for: keys[0]) != nil, "it was used in every run")
        #expect(cache.value(for: keys[7]) != nil)
        #expect(keys[1...4].allSatisfy { cache.value(for: $0) == nil })
    }

    /// A repository that does not change for months is in use all the same.
    @Test func valuesThatAreOnlyReadStay() throws {
        let folder = try Folder()
        let keys = (0..<40).map { CacheKey(of: "\($0)") }
        for (day, part) in zip([0, 1, 2, 31], stride(from: 0, to: 40, by: 10)) {
            if day == 31 {
                let reading = try folder.cache(day: 30, mostBytes: 420_000)
                #expect(keys[..<10].allSatisfy { reading.value(for: $0) != nil })
                #expect(reading.save() == [])
            }
            let adding = try folder.cache(day: day, mostBytes: 420_000)
            for key in keys[part..<part + 10] { adding.add([UInt8](repeating: 7, count: 10_000), for: key) }
            #expect(adding.save() == [])
        }
        let cache = try folder.cache(day: 31)
        let kept = stride(from: 0, to: 40, by: 10).map { part in
            keys[part..<part + 10].count { cache.value(for: $0) != nil }
        }
        #expect(kept[0] == 10 && kept[3] == 10, "\(kept)")
        #expect(kept[1] == 0 && (1..<10).contains(kept[2]), "\(kept)")
    }

    /// A clock that was wrong for a day makes nothing stay for ever.
    @Test(arguments: [(0, false), (1, true), (-1, true)])
    func aUseIsNotedOnceADay(day: Int, isNoted: Bool) throws {
        let folder = try folderWithValue()
        let before = try Data(contentsOf: URL(filePath: folder.file))
        let cache = try folder.cache(day: day)
        #expect(cache.value(for: first) == [1, 2, 3])
        #expect(cache.save() == [])
        #expect(try (Data(contentsOf: URL(filePath: folder.file)) != before) == isNoted)
    }

    /// A use that can't be noted is nothing to tell.
    @Test func aFileThatAnotherHoldsIsReadOnAnotherDay() throws {
        let folder = try folderWithValue()
        let cache = try folder.cache(day: 2, patienceMilliseconds: 1)
        let other = try SQLiteConnection(path: folder.file)
        try other.run("BEGIN IMMEDIATE")
        #expect(cache.value(for: first) == [1, 2, 3])
        #expect(cache.save() == [])
    }

    @Test func aValueTakesThePlaceOfAnother() throws {
        let folder = try folderWithValue()
        let cache = try folder.cache()
        cache.add([4, 5], for: first)
        #expect(cache.save() == [])
        #expect(try folder.cache().value(for: first) == [4, 5])
        #expect(try folder.cache().size().values == 1)
    }

    /// An edit of one document among many writes little more than its sections.
    @Test func whatIsAddedToManyValuesChangesFewPages() throws {
        let folder = try Folder()
        let keys = (0..<500).map { CacheKey(of: "\($0)") }
        let first = try folder.cache()
        for key in keys { first.add([UInt8](repeating: 7, count: 4_000), for: key) }
        #expect(first.save() == [])
        let before = try [UInt8](Data(contentsOf: URL(filePath: folder.file)))
        let second = try folder.cache()
        for key in keys { #expect(second.value(for: key) != nil) }
        second.add([UInt8](repeating: 8, count: 4_000), for: CacheKey(of: "new"))
        #expect(second.save() == [])
        let after = try [UInt8](Data(contentsOf: URL(filePath: folder.file)))
        let changed = stride(from: 0, to: after.count, by: 4096).count { start in
            let page = start..<start + 4096
            return start >= before.count || before[page] != after[page]
        }
        #expect(changed < 12, "\(changed) pages of \(after.count / 4096)")
    }

    /// A committed link must not make lint empty a file of somebody else's.
    @Test func aLinkToAnotherFileIsLeftAlone() throws {
        let folder = try Folder()
        let other = folder.path + "/other.sqlite"
        try SQLiteConnection(path: other).run("CREATE TABLE precious (x)")
        let bytes = try Data(contentsOf: URL(filePath: other))
        try FileManager.default.createSymbolicLink(atPath: folder.file, withDestinationPath: "other.sqlite")
        #expect(throws: CacheFault.isLink(path: folder.file)) { try folder.cache() }
        #expect(try Data(contentsOf: URL(filePath: other)) == bytes)
    }

    @Test func theFolderMayBeReachedByALink() throws {
        let (folder, other) = (try folderWithValue(), try Folder())
        let link = other.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
        let cache = try CacheFile(folder: link, program: CacheKey(of: "test"), time: 0)
        #expect(cache.value(for: first) == [1, 2, 3])
    }

    /// Whoever holds the file for long holds a run up once, not at every value.
    @Test func aFileThatAnotherHoldsIsAskedOnce() throws {
        let folder = try folderWithValue()
        let cache = try folder.cache(patienceMilliseconds: 1)
        let other = try SQLiteConnection(path: folder.file)
        try other.run("BEGIN EXCLUSIVE")
        #expect(cache.value(for: first) == nil)
        try other.run("ROLLBACK")
        #expect(cache.value(for: first) == nil, "it is not asked again")
        cache.add([4], for: second)
        #expect(cache.save() == [.busy(path: folder.file)])
        #expect(cache.save() == [])
        #expect(cache.value(for: first) == [1, 2, 3], "the next run asks again")
        #expect(try folder.cache().value(for: second) == nil)
    }

    /// What does not fit is not written and let go of in every run anew.
    @Test func aRunAddsNoMoreThanTheFileKeeps() throws {
        let folder = try Folder()
        let keys = (0..<8).map { CacheKey(of: "\($0)") }
        for run in 0..<3 {
            let cache = try folder.cache(mostBytes: 400_000)
            let found = keys.filter { cache.value(for: $0) != nil }
            #expect(found == (run == 0 ? [] : Array(keys[..<3])))
            for key in keys where !found.contains(key) {
                cache.add([UInt8](repeating: 7, count: 90_000), for: key)
            }
            #expect(cache.leftOutCount == 5, "it is counted")
            let kept = try? Data(contentsOf: URL(filePath: folder.file))
            #expect(cache.save() == [] && cache.leftOutCount == 0)
            #expect(try run == 0 || Data(contentsOf: URL(filePath: folder.file)) == kept)
        }
    }

    /// Keys and uses of small values take more room than the values, and pages are not full of middling ones.
    @Test(arguments: [1, 700, 1_400, 2_100, 4_000, 5_000, 30_000])
    func theFileStaysSmallWhateverTheValuesAre(_ size: Int) throws {
        let folder = try Folder()
        for batch in 0..<3 {
            let keys = (0..<600_000 / (size + 60)).map { CacheKey(of: "\(batch) \($0)") }
            let counts = try (0..<2).map { run in
                let cache = try folder.cache(day: batch, mostBytes: 400_000)
                let count = keys.count { cache.value(for: $0) != nil }
                for key in keys { cache.add([UInt8](repeating: 7, count: size), for: key) }
                #expect(cache.save() == [])
                #expect(try cache.size().bytes <= 400_000)
                return count
            }
            #expect(counts[0] == 0 && counts[1] > 140_000 / (size + 100), "\(counts)")
            let again = try folder.cache(day: batch)
            let count = keys.count { again.value(for: $0) != nil }
            #expect((counts[1]...counts[1] + 1).contains(count), "what was reckoned too large comes at last")
        }
    }

    @Test func anEmptiedCacheHoldsNothing() throws {
        let folder = try folderWithValue()
        let cache = try folder.cache()
        try cache.clear()
        #expect(try cache.size().values == 0)
        #expect(cache.value(for: first) == nil)
    }

    @Test func lookingForACacheMakesNone() throws {
        let folder = try Folder()
        #expect(!CacheFile.isThere(inFolder: folder.path))
        #expect(!CacheFile.isThere(inFolder: folder.path + "/none"))
        try FileManager.default.createSymbolicLink(atPath: folder.file, withDestinationPath: "nothing")
        #expect(CacheFile.isThere(inFolder: folder.path), "what is in its place is told of when it is opened")
    }

    /// Runs that have the file open while another empties it go on, and add what they have.
    @Test func aFileMayBeEmptiedUnderARun() throws {
        let folder = try folderWithValue()
        let (cache, other) = (try folder.cache(), try folder.cache())
        try other.clear()
        #expect(cache.value(for: first) == nil)
        cache.add([5], for: second)
        #expect(cache.save() == [])
        #expect(try folder.cache().value(for: second) == [5])
    }

    @Test func manyThreadsMayReadAndAdd() throws {
        let folder = try Folder()
        let cache = try folder.cache()
        DispatchQueue.concurrentPerform(iterations: 64) { number in
            let key = CacheKey(of: "\(number % 16)")
            if cache.value(for: key) == nil { cache.add([UInt8(number % 16)], for: key) }
        }
        #expect(cache.save() == [])
        #expect(try cache.size().values == 16)
        for number in 0..<16 { #expect(cache.value(for: CacheKey(of: "\(number)")) == [UInt8(number)]) }
    }
}
