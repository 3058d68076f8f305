internal import Matrices
internal import Scheduling
internal import Spilling

/// The terms of all texts, block by block, until their rows are made; then the rows. What does not fit the working memory
/// goes to disk, with the same result.
///
/// For one thread at a time, which has others share the work.
final class TextStore {
    /// A block of texts, in memory or on disk.
    private enum Block: Sendable {
        case memory(CountedTexts)
        case disk(SpilledTexts)
    }

    private let pool: MemoryPool
    /// Take terms and rows; rows alone, so that each of their offsets is divisible by 4. Nil where everything stays in memory.
    private let files: (terms: LazyScratchFile, rows: LazyScratchFile)?
    private var blocks: [Block?] = []

    /// Makes an empty store; the disk is not touched before something does not fit.
    init(_ memory: WorkingMemory) {
        pool = MemoryPool(memory)
        files = memory.folder.map { (LazyScratchFile(inFolder: $0), LazyScratchFile(inFolder: $0)) }
    }

    /// Keeps more texts. O(entries) where they go to disk.
    ///
    /// - Throws: `ScratchFileError` where the disk does not take them.
    func append(_ texts: [CountedTexts], workers: Workers) throws(ScratchFileError) {
        let (pool, files) = (pool, files)
        let kept = workers.map(texts.count) { index -> Result<Block, ScratchFileError> in
            guard let files, !pool.reserve(texts[index].byteCount) else {
                return .success(.memory(texts[index]))
            }
            return Result { () throws(ScratchFileError) in
                .disk(try texts[index].spilled(to: files.terms.file()))
            }
        }
        for block in kept { blocks.append(try block.get()) }
    }

    /// The rows of all texts, which are let go of on the way.
    func rows(by assembly: RowAssembly, workers: Workers) throws(ScratchFileError) -> [RowBlock] {
        var made: [MadeBlock] = []
        made.reserveCapacity(blocks.count)
        // Some at a time, so that the memory of texts is free before that of their rows is needed.
        let workers = workers.begin(step: "weighing n-grams", total: blocks.count)
        let step = workers.count * 8
        for first in stride(from: 0, to: blocks.count, by: step) {
            let part = Array(blocks[first..<min(first + step, blocks.count)])
            for index in part.indices { blocks[first + index] = nil }
            let (pool, files) = (pool, files)
            let results = workers.map(part.count, scratch: RowAssembly.Workspace(assembly)) {
                workspace, index in
                Result { () throws(ScratchFileError) in
                    try Self.make(part[index], by: &workspace, pool: pool, rowsFile: files?.rows)
                }
            }
            for result in results { made.append(try result.get()) }
            workers.advance(by: part.count)
        }
        return try placed(made)
    }

    /// Lets go of the pages of rows that stand on disk.
    private(set) var releasing: (@Sendable () -> Void)?

    /// The allocator may keep what fewer entries took, some 200 MB: giving it back and taking it again is two hundredths of a run.
    private static let manyEntries = 1 << 25

    /// A block of rows; on disk where it has an offset, and then without entries in memory.
    private struct MadeBlock: Sendable {
        let rows: RowBlock
        let entryCount: Int
        let offset: Int?
    }

    private static func make(
        _ block: Block?, by workspace: inout RowAssembly.Workspace, pool: MemoryPool,
        rowsFile: LazyScratchFile?
    ) throws(ScratchFileError) -> MadeBlock {
        let texts: CountedTexts
        switch block {
        case .memory(let kept): texts = kept
        case .disk(let spilled): texts = try spilled.loaded()
        case nil: preconditionFailure("rows are made once")
        }
        let rows = workspace.block(of: texts)
        if case .memory = block { pool.giveBack(texts.byteCount) }
        let entries = rows.storage.entries
        guard let rowsFile, !pool.reserve(entries.count * MemoryLayout<UInt32>.stride) else {
            return MadeBlock(rows: rows, entryCount: entries.count, offset: nil)
        }
        let offset = try rowsFile.file().append(UnsafeRawBufferPointer(entries))
        return MadeBlock(
            rows: rows.moved(to: EntryStorage(UnsafeBufferPointer(start: nil, count: 0), owner: rowsFile)),
            entryCount: entries.count, offset: offset)
    }

    /// The blocks with their entries where they can be read.
    private func placed(_ made: [MadeBlock]) throws(ScratchFileError) -> [RowBlock] {
        // What texts and n-gram tables took goes back to the system: the join, which comes next, would take as much again.
        if made.reduce(0, { $0 + $1.entryCount }) > Self.manyEntries { FreedMemory.giveBack() }
        guard let files, made.contains(where: { $0.offset != nil }) else { return made.map(\.rows) }
        let mapping = try files.rows.file().mapped()
        releasing = { mapping.release() }
        return made.map { block in
            guard let offset = block.offset else { return block.rows }
            let bytes = mapping.bytes[offset..<offset + block.entryCount * MemoryLayout<UInt32>.stride]
            let entries = UnsafeRawBufferPointer(rebasing: bytes).bindMemory(to: UInt32.self)
            return block.rows.moved(to: EntryStorage(entries, owner: mapping))
        }
    }
}
