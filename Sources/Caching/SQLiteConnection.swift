internal import CSQLite

/// A database file that is open, and the statements made for it.
///
/// Invariants: `handle` is a connection from `init` until `deinit`, every statement of it is finalized before it is closed, and none
/// has values or a row but while `first` runs. Only one thread at a time has the object.
final class SQLiteConnection {
    private let handle: OpaquePointer
    /// The statements by their text: making one takes longer than looking up a value.
    private var statements: [String: OpaquePointer] = [:]

    /// Opens the file at `path`, or makes an empty one. Where the folder takes no new file, an old one can still be read.
    ///
    /// - Parameters:
    ///   - path: leads over no symbolic link: what stands behind one may be another program's, and is not to be emptied.
    ///   - patienceMilliseconds: how long another run's writing is waited for.
    /// - Throws: `SQLiteError` where there is no such folder, or the file can't be opened.
    init(path: String, patienceMilliseconds: Int32 = 5000) throws(SQLiteError) {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard let opened else { throw SQLiteError(code: SQLITE_NOMEM, systemCode: 0) }
        guard code == SQLITE_OK else {
            defer { sqlite3_close(opened) }
            throw SQLiteError(code: code, systemCode: sqlite3_system_errno(opened))
        }
        handle = opened
        sqlite3_extended_result_codes(handle, 0)
        sqlite3_busy_timeout(handle, patienceMilliseconds)
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close(handle)
    }

    /// Runs statements that give nothing back.
    func run(_ text: String) throws(SQLiteError) { try check(sqlite3_exec(handle, text, nil, nil, nil)) }

    /// Runs a statement with values for its parameters, in their order, and gives its first row to `row`; nil where it has none.
    func first<Result>(
        _ text: String, _ values: [SQLiteValue] = [], _ row: (SQLiteRow) -> Result
    ) throws(SQLiteError) -> Result? {
        let statement = try statement(text)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        // SQLite reads bound bytes when it steps, so they must stay where they are until then.
        return try Self.withBound(values[...], to: statement, at: 1) { () throws(SQLiteError) -> Result? in
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return nil }
            guard code == SQLITE_ROW else { throw error(code) }
            return row(SQLiteRow(statement: statement))
        }
    }

    private func statement(_ text: String) throws(SQLiteError) -> OpaquePointer {
        if let made = statements[text] { return made }
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(handle, text, -1, &statement, nil))
        guard let statement else { preconditionFailure("a statement is more than white space: \(text)") }
        statements[text] = statement
        return statement
    }

    /// Runs a statement with values for its parameters, and passes over its rows.
    func run(_ text: String, _ values: [SQLiteValue]) throws(SQLiteError) {
        _ = try first(text, values) { _ in }
    }

    /// Empties the database, whatever its file holds, under the locks that keep other connections out.
    func empty() throws(SQLiteError) {
        try check(refrain_sqlite_reset_database(handle, 1))
        defer { _ = refrain_sqlite_reset_database(handle, 0) }
        try run("VACUUM")
    }

    private static func withBound<Result>(
        _ values: ArraySlice<SQLiteValue>, to statement: OpaquePointer, at place: Int32,
        _ body: () throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        guard let value = values.first else { return try body() }
        let rest = values.dropFirst()
        switch value {
        case .number(let number):
            sqlite3_bind_int64(statement, place, Int64(number))
            return try withBound(rest, to: statement, at: place + 1, body)
        case .bytes(let bytes):
            return try bytes.withUnsafeBufferPointer { (buffer) throws(SQLiteError) -> Result in
                // No bytes are none of SQLite's values, but an address is wanted for that.
                _ = refrain_sqlite_bind_bytes(statement, place, buffer.baseAddress, Int32(buffer.count))
                return try withBound(rest, to: statement, at: place + 1, body)
            }
        }
    }

    private func check(_ code: Int32) throws(SQLiteError) {
        if code != SQLITE_OK { throw error(code) }
    }

    private func error(_ code: Int32) -> SQLiteError {
        SQLiteError(code: code, systemCode: sqlite3_system_errno(handle))
    }
}

/// A value for a parameter of a statement.
enum SQLiteValue {
    case number(Int)
    /// At most 2³¹ − 1 bytes.
    case bytes([UInt8])
}

/// The row that a statement stands at.
struct SQLiteRow {
    fileprivate let statement: OpaquePointer

    /// The number in a column.
    func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    /// The bytes in a column.
    func bytes(_ column: Int32) -> [UInt8] {
        guard let first = sqlite3_column_blob(statement, column) else { return [] }
        return Array(
            UnsafeRawBufferPointer(start: first, count: Int(sqlite3_column_bytes(statement, column))))
    }
}

/// What SQLite could not do.
struct SQLiteError: Error, Equatable {
    /// SQLite's result code.
    let code: Int32
    /// The system's error number, where the system is to blame; else 0.
    let systemCode: Int32

    /// Whether the file is none of SQLite's, or damaged.
    var isDamage: Bool { code == SQLITE_NOTADB || code == SQLITE_CORRUPT }

    /// Whether the statement does not fit the table: another run has just emptied the file.
    var isOfAnEmptiedFile: Bool { code == SQLITE_ERROR }
}
