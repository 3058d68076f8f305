import Foundation

/// What the program says while it works, on standard error.
enum Progress {
    /// Says a line.
    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
