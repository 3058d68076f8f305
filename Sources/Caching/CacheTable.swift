/// The table of a cache in its file: made, emptied, kept small.
enum CacheTable {
    /// The version of the table; another one is emptied.
    static let version = 1
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

    /// Makes the table where it is not there; what is no cache of this version is emptied first.
    static func prepare(_ connection: SQLiteConnection) throws(SQLiteError) -> Finding {
        do throws(SQLiteError) {
            // Nothing is lost by a crash of the machine but the cache, and what is damaged by it is seen.
            try connection.run("PRAGMA synchronous = OFF")
            // One look: another run may make the table or empty the file between two.
            let (found, isEmpty) = try transaction(connection, "BEGIN") { () throws(SQLiteError) in
                (
                    try head(connection),
                    try connection.first("SELECT count(*) FROM sqlite_schema") { $0.number(0) } == 0
                )
            }
            if found == (mark, version) { return .isReady }
            if isEmpty {
                try change(connection) { (_) throws(SQLiteError) in }
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

    /// Empties the file, whatever it holds, and makes the table.
    static func beginAnew(_ connection: SQLiteConnection) throws(SQLiteError) {
        try connection.empty()
        try change(connection) { (_) throws(SQLiteError) in }
    }

    /// Changes the table in one transaction, after making it where another run has just emptied the file.
    ///
    /// - Parameter change: is given the number of this run, above that of all before.
    static func change(
        _ connection: SQLiteConnection, _ change: (Int) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        // Counts only while the file is empty: it shrinks when values go.
        try connection.run("PRAGMA auto_vacuum = FULL")
        try transaction(connection, "BEGIN IMMEDIATE") { () throws(SQLiteError) in
            try connection.run(
                """
                CREATE TABLE IF NOT EXISTS entry (
                    id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, run INTEGER NOT NULL,
                    checksum INTEGER NOT NULL, value BLOB NOT NULL);
                PRAGMA application_id = \(mark);
                PRAGMA user_version = \(version);
                """)
            let last = try connection.first("SELECT max(run) FROM entry") { $0.number(0) } ?? 0
            try change(last + 1)
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

    /// Lets go of values until the file is well below `bytes`, where it is above: those that were not used for the longest.
    static func trim(_ connection: SQLiteConnection, toBytes bytes: Int) throws(SQLiteError) {
        guard try size(connection).bytes > bytes else { return }
        try connection.run(
            """
            DELETE FROM entry WHERE id IN (
                SELECT id FROM (SELECT id, sum(length(value)) OVER (ORDER BY run DESC, id DESC) AS total FROM entry)
                WHERE total > ?)
            """, [.number(keptBytes(of: bytes))])
    }

    /// How many bytes of values are kept in a file of at most `bytes`.
    static func keptBytes(of bytes: Int) -> Int { bytes / 4 * 3 }

    /// How many values there are, and how large the file is.
    static func size(_ connection: SQLiteConnection) throws(SQLiteError) -> (values: Int, bytes: Int) {
        let values = try connection.first("SELECT count(*) FROM entry") { $0.number(0) } ?? 0
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
