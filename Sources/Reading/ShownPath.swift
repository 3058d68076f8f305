/// How paths are written for people. Paths are bytes to the system; these are the bytes before they become a
/// `String`.
enum ShownPath {
    private static let slash = UInt8(ascii: "/")
    private static let dot = UInt8(ascii: ".")

    /// A path as given, without `.` parts, doubled slashes and a slash at the end. `..` stays: what it means
    /// depends on links. Empty for the current folder.
    static func normalized(_ path: [UInt8]) -> [UInt8] {
        let parts = path.split(separator: slash).filter { $0 != [dot] }
        let joined = Array(parts.joined(separator: [slash]))
        return path.first == slash ? [slash] + joined : apartFromStandardInput(joined)
    }

    /// What stands before the names of a folder's entries: nothing for the current folder, a path and a slash
    /// for any other.
    static func prefix(ofFolder shownPath: [UInt8]) -> [UInt8] {
        shownPath.isEmpty || shownPath.last == slash ? shownPath : shownPath + [slash]
    }

    /// The path of a folder's entry.
    static func path(of name: [UInt8], prefix: [UInt8]) -> [UInt8] {
        prefix.isEmpty ? apartFromStandardInput(name) : prefix + name
    }

    /// A file called `-` is shown as `./-`, the one path that begins so.
    private static func apartFromStandardInput(_ path: [UInt8]) -> [UInt8] {
        path == Array("-".utf8) ? Array("./-".utf8) : path
    }

    /// The path as text. Bytes are written `\xNN` if the path is not UTF-8 (then all that are not ASCII), so
    /// that different paths stay different.
    static func text(_ shownPath: [UInt8]) -> String {
        if let text = String(validating: shownPath, as: UTF8.self) { return text }
        return shownPath.reduce(into: "") { text, byte in
            if byte < 0x80 {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "\\x" + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
