internal import CXXHash
internal import Glibc
internal import Synchronization

/// Values that follow from others and took time to work out, by key, in a file that outlives the run.
///
/// A cache changes how long a run takes, never what it finds: a value comes back byte for byte as it was added, or not at all.
/// Each is kept with a checksum; a file that is damaged or was made by another version is emptied. Runs side by side
/// may use one file: what is added is written at the end in one transaction, and a value says or implies what it follows from.
///
/// Invariant: `state` is only touched by the thread that has its lock, so the connection in it is used by one at a time.
public final class CacheFile: @unchecked Sendable {
    /// The name of the file in its folder.
    public static let name = "refrain-cache.sqlite"
    /// Values that are larger are not kept.
    static let mostBytesOfValue = 64 << 20
    /// How old the note of a use must be to be renewed: a run that adds nothing writes once a day at the most.
    static let secondsUntilNoted = 24 * 60 * 60

    /// Where the file is.
    public let path: String
    /// Which program's values are looked for: those of another build are not found.
    package let origin: CacheKey
    private let mostBytes: Int
    private let time: Int
    private let lock = Mutex(())
    private var state: State

    private struct State {
        var connection: SQLiteConnection
        var added: [CacheKey: [UInt8]] = [:]
        /// The entries of the file that were looked up, and when their use was last noted.
        var used: [Int: Int] = [:]
        /// The bytes of all values that were used or added.
        var bytes = 0
        /// How many values were too large to be kept, or too many.
        var leftOut = 0
        var isDamaged = false
        /// Whether the file let itself not be read: it is asked no more, since each question may be waited for.
        var isGivenUp = false
        var faults: [CacheFault] = []
    }

    /// Opens the cache in `folder`, which must be there, or makes one.
    ///
    /// - Parameters:
    ///   - program: which build of which program asks, by the key of its file or of a version: a change of its code may
    ///     change what follows from a document, so values of another are not found.
    ///   - mostBytes: where the file grows larger, the values that were not used for the longest go.
    ///   - time: the seconds since 1970: the use of a value is noted again when a day has passed.
    ///   - patienceMilliseconds: how long another run's writing is waited for.
    /// - Throws: `CacheFault` where the file can be neither read nor made, or is a link.
    public init(
        folder: String, program: CacheKey, time: Int, mostBytes: Int = 512 << 20,
        patienceMilliseconds: Int32 = 5000
    ) throws(CacheFault) {
        origin = program
        path = folder + "/" + Self.name
        self.mostBytes = mostBytes
        self.time = time
        var faults: [CacheFault] = []
        let connection: SQLiteConnection
        guard !Self.isLink(path) else { throw .isLink(path: path) }
        do throws(SQLiteError) {
            connection = try SQLiteConnection(
                path: Self.realPath(ofFolder: folder) + "/" + Self.name,
                patienceMilliseconds: patienceMilliseconds)
            switch try CacheTable.prepare(connection) {
            case .isReady: break
            case .wasDamaged: faults.append(.wasDamaged(path: path))
            case .wasOther: faults.append(.wasOther(path: path))
            }
        } catch {
            let fault = CacheFault(error, path: path)
            // Of a file that it may not make SQLite says that there is none.
            guard fault == .unusable(path: path, ENOENT), access(folder, W_OK) != 0 else { throw fault }
            throw .unusable(path: path, errno)
        }
        state = State(connection: connection, faults: faults)
    }

    /// Whether there is a file, of whatever kind, where the cache in `folder` would be, or something in the way of looking.
    public static func isThere(inFolder folder: String) -> Bool {
        var status = stat()
        return lstat(folder + "/" + name, &status) == 0 || errno != ENOENT
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The folder without links, which it may well lead over; as it is named where there is none.
    private static func realPath(ofFolder folder: String) -> String {
        guard let real = realpath(folder, nil) else { return folder }
        defer { free(real) }
        return String(cString: real)
    }

    /// Lets one thread at a time do something with the state.
    private func locked<Result: Sendable, Failure>(
        _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try lock.withLock { (_) throws(Failure) in try body(&state) }
    }

    /// The value under `key`; nil where there is none.
    func value(for key: CacheKey) -> [UInt8]? {
        let found = locked { state -> (value: [UInt8], checksum: Int)? in
            if let added = state.added[key] { return (added, Self.checksum(of: added, for: key)) }
            guard !state.isGivenUp else { return nil }
            do throws(SQLiteError) {
                guard let found = try CacheTable.entry(state.connection, key) else { return nil }
                if state.used.updateValue(found.time, forKey: found.id) == nil {
                    state.bytes += CacheTable.bytes(of: found.value)
                }
                return (found.value, found.checksum)
            } catch {
                if error.isDamage {
                    state.isDamaged = true
                } else if !error.isOfAnEmptiedFile {
                    state.isGivenUp = true
                    state.faults.append(CacheFault(error, path: path))
                }
                return nil
            }
        }
        guard let found else { return nil }
        if found.checksum == Self.checksum(of: found.value, for: key) { return found.value }
        locked { $0.isDamaged = true }
        return nil
    }

    /// How many values under `keys` this run has added.
    func addedCount(among keys: [CacheKey]) -> Int {
        locked { state in keys.count { state.added[$0] != nil } }
    }

    /// Adds a value, which stands in memory until `save`. One that is too large is let go of, and so is one that would not fit
    /// into the file beside what this run uses: a next run would look for it in vain.
    func add(_ value: [UInt8], for key: CacheKey) {
        guard value.count <= Self.mostBytesOfValue else { return leaveOut() }
        let bytes = CacheTable.bytes(of: value)
        locked { state in
            guard !state.isGivenUp else { return }
            guard state.bytes + bytes <= CacheTable.keptBytes(of: mostBytes) else {
                state.leftOut += 1
                return
            }
            if state.added.updateValue(value, forKey: key) == nil { state.bytes += bytes }
        }
    }

    /// Counts a value that is not added since it would be too large.
    func leaveOut() { locked { $0.leftOut += 1 } }

    /// How many values were not added since the last `save`, as they were too large or the file has no room for as many.
    public var leftOutCount: Int { locked { $0.leftOut } }

    /// Writes what was added, and lets go of what the file has no room for.
    ///
    /// - Returns: what went wrong with the cache since it was opened; nothing of the run depends on it.
    public func save() -> [CacheFault] {
        locked { state in
            do throws(SQLiteError) {
                if state.isDamaged {
                    state.faults.append(.wasDamaged(path: path))
                    try CacheTable.beginAnew(state.connection)
                }
                if !state.isGivenUp { try write(state) }
            } catch {
                state.faults.append(CacheFault(error, path: path))
            }
            let faults = state.faults
            state = State(connection: state.connection)
            return faults
        }
    }

    private func write(_ state: State) throws(SQLiteError) {
        let worn = state.used.filter { abs(time - $0.value) >= Self.secondsUntilNoted }.keys.sorted()
        guard !(state.added.isEmpty && worn.isEmpty) else { return }
        let connection = state.connection
        do throws(SQLiteError) {
            try CacheTable.change(connection) { () throws(SQLiteError) in
                try CacheTable.renew(connection, worn, time: time)
                var ids = Array(state.used.keys)
                for (key, value) in state.added {
                    let checksum = Self.checksum(of: value, for: key)
                    ids.append(
                        try CacheTable.put(connection, value, checksum: checksum, for: key, time: time))
                }
                guard try CacheTable.size(connection).bytes > mostBytes else { return }
                try CacheTable.trim(connection, toBytes: mostBytes, keeping: ids, time: time)
            }
        } catch {
            // That a use could not be noted is nothing to tell.
            if !state.added.isEmpty { throw error }
        }
    }

    /// How many values the file holds, and how large it is, in bytes.
    ///
    /// - Throws: `CacheFault.unusable` where it can't be read.
    public func size() throws(CacheFault) -> (values: Int, bytes: Int) {
        try whileOpen { (connection) throws(SQLiteError) in try CacheTable.size(connection) }
    }

    /// Empties the file.
    ///
    /// - Throws: `CacheFault` where it can't be written to.
    public func clear() throws(CacheFault) {
        try whileOpen { (connection) throws(SQLiteError) in try CacheTable.beginAnew(connection) }
    }

    private func whileOpen<Result: Sendable>(
        _ body: (SQLiteConnection) throws(SQLiteError) -> Result
    ) throws(CacheFault) -> Result {
        try locked { (state) throws(CacheFault) in
            do throws(SQLiteError) {
                return try body(state.connection)
            } catch {
                throw CacheFault(error, path: path)
            }
        }
    }

    private static func checksum(of value: [UInt8], for key: CacheKey) -> Int {
        let seed = key.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(bitPattern: UInt(XXH3_64bits_withSeed(value, value.count, seed)))
    }
}
