internal import CSQLite

/// The tables of a cache in its file: made, emptied, kept small. What a value is, and when it was used last, stand apart, so that a use
/// is written without the value.
enum CacheTable {
    /// The version of the tables; another one is emptied.
    static let version = 3
    /// The mark in the file's head that it is a cache of this program: "refr".
    static let mark = 0x7265_6672

    /// What a file was found to be.
    enum Finding {
        /// A cache of this version, or nothing yet.
        case isReady
        /// Damaged, or none of SQLite's; emptied.
        case wasDamaged
        /// Of another version or program; emptied.
        case wasOther
    }

    /// Makes the tables where they are not there; what is no cache of this version is emptied first.
    static func prepare(_ connection: SQLiteConnection) throws(SQLiteError) -> Finding {
        do throws(SQLiteError) {
            // Nothing is lost by a crash of the machine but the cache, and what is damaged by it is seen.
            try connection.run("PRAGMA synchronous = OFF")
            // One look: another run may make the tables or empty the file between two.
            let (found, isEmpty) = try transaction(connection, "BEGIN") { () throws(SQLiteError) in
                (
                    try head(connection),
                    try connection.first("SELECT count(*) FROM sqlite_schema") { $0.number(0) } == 0
                )
            }
            if found == (mark, version) { return .isReady }
            if isEmpty {
                try change(connection) { () throws(SQLiteError) in }
            } else {
                try beginAnew(connection)
            }
            return isEmpty ? .isReady : .wasOther
        } catch {
            guard error.isDamage else { throw error }
            try beginAnew(connection)
            return .wasDamaged
        }
    }

    /// Empties the file, whatever it holds, and makes the tables.
    static func beginAnew(_ connection: SQLiteConnection) throws(SQLiteError) {
        try connection.empty()
        try change(connection) { () throws(SQLiteError) in }
    }

    /// Changes the tables in one transaction, after making them where another run has just emptied the file.
    static func change(
        _ connection: SQLiteConnection, _ change: () throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        // Counts only while the file is empty: it shrinks when values go.
        try connection.run("PRAGMA auto_vacuum = FULL")
        try transaction(connection, "BEGIN IMMEDIATE") { () throws(SQLiteError) in
            try connection.run(
                """
                CREATE TABLE IF NOT EXISTS entry (
                    id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, checksum INTEGER NOT NULL, value BLOB NOT NULL);
                CREATE TABLE IF NOT EXISTS use (
                    entry INTEGER PRIMARY KEY, time INTEGER NOT NULL, bytes INTEGER NOT NULL);
                PRAGMA application_id = \(mark);
                PRAGMA user_version = \(version);
                """)
            try change()
        }
    }

    /// The value under a key, with its checksum; nil where there is none.
    static func entry(_ connection: SQLiteConnection, _ key: CacheKey) throws(SQLiteError) -> CacheEntry? {
        try connection.first(
            "SELECT value, checksum, id, time FROM entry JOIN use ON entry = id WHERE key = ?",
            [.bytes(key.bytes)]
        ) { CacheEntry(value: $0.bytes(0), checksum: $0.number(1), id: $0.number(2), time: $0.number(3)) }
    }

    /// Puts a value under a key, in place of another, and returns its entry.
    static func put(
        _ connection: SQLiteConnection, _ value: [UInt8], checksum: Int, for key: CacheKey, time: Int
    ) throws(SQLiteError) -> Int {
        let id = try connection.first(
            """
            INSERT INTO entry (key, checksum, value) VALUES (?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET checksum = excluded.checksum, value = excluded.value RETURNING id
            """, [.bytes(key.bytes), .number(checksum), .bytes(value)]
        ) { $0.number(0) }
        // A damaged file may hold anything, a trigger too that lets the insertion be.
        guard let id else { throw SQLiteError(code: SQLITE_CORRUPT, systemCode: 0) }
        try connection.run(
            "INSERT OR REPLACE INTO use (entry, time, bytes) VALUES (?, ?, ?)",
            [.number(id), .number(time), .number(bytes(of: value))])
        return id
    }

    /// Notes that these entries were used at `time`.
    static func renew(
        _ connection: SQLiteConnection, _ ids: [Int], time: Int
    ) throws(SQLiteError) {
        for id in ids {
            try connection.run("UPDATE use SET time = ? WHERE entry = ?", [.number(time), .number(id)])
        }
    }

    /// Runs `body` in one transaction; where it throws, nothing of it is left.
    private static func transaction<Result>(
        _ connection: SQLiteConnection, _ begin: String, _ body: () throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        try connection.run(begin)
        do throws(SQLiteError) {
            let result = try body()
            try connection.run("COMMIT")
            return result
        } catch {
            try? connection.run("ROLLBACK")
            throw error
        }
    }

    /// Lets go of the values that were not used for the longest, the first added first, until the file is well below `bytes`.
    ///
    /// - Parameter ids: what this run has used and added, at `time`; what others used since then, or in a future that a wrong
    ///   clock saw, was used before.
    static func trim(
        _ connection: SQLiteConnection, toBytes bytes: Int, keeping ids: [Int], time: Int
    ) throws(SQLiteError) {
        try connection.run(
            "UPDATE use SET time = ? WHERE time >= ?", [.number(time - 1), .number(time)])
        try renew(connection, ids, time: time)
        // What a value takes is reckoned, what the file takes is not.
        try connection.run(
            """
            DELETE FROM use WHERE entry IN (
                SELECT entry FROM (SELECT entry, sum(bytes) OVER (ORDER BY time DESC, entry DESC) AS total FROM use)
                WHERE total * ? > (SELECT sum(bytes) FROM use) * ?)
            """, [.number(try size(connection).bytes), .number(keptBytes(of: bytes))])
        try connection.run("DELETE FROM entry WHERE id NOT IN (SELECT entry FROM use)")
    }

    /// How many bytes of the file a value takes, with its key, its checksum and its use: a page of 4,096 bytes holds as many whole
    /// values as fit, a large one has pages of its own.
    static func bytes(of value: [UInt8]) -> Int {
        let (page, besides, index) = (4096, 34, 66)
        let size = value.count + besides
        return index + (size < page ? page / (page / size) : (size + page - 1) / page * page)
    }

    /// How many bytes of values are kept in a file of at most `bytes`.
    static func keptBytes(of bytes: Int) -> Int { bytes / 4 * 3 }

    /// How many values there are, and how large the file is.
    static func size(_ connection: SQLiteConnection) throws(SQLiteError) -> (values: Int, bytes: Int) {
        let values = try connection.first("SELECT count(*) FROM use") { $0.number(0) } ?? 0
        let pages = try connection.first("PRAGMA page_count") { $0.number(0) } ?? 0
        let pageSize = try connection.first("PRAGMA page_size") { $0.number(0) } ?? 0
        return (values, pages * pageSize)
    }

    private static func head(_ connection: SQLiteConnection) throws(SQLiteError) -> (Int, Int) {
        let mark = try connection.first("PRAGMA application_id") { $0.number(0) } ?? 0
        let version = try connection.first("PRAGMA user_version") { $0.number(0) } ?? 0
        return (mark, version)
    }
}

/// A value as it stands in the file.
struct CacheEntry: Sendable {
    let value: [UInt8]
    let checksum: Int
    let id: Int
    /// When a run noted last that it was used, in seconds since 1970.
    let time: Int
}
