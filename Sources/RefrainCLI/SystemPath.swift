import Reading

/// A path as the system takes it: bytes, and a zero byte at their end.
struct SystemPath: Hashable, Sendable {
    /// For calls of the system.
    let characters: [CChar]

    /// The path that a text is for, which came from the command line or a settings file.
    init(_ text: String) { self.init(bytes: PathText.bytes(of: text)) }

    /// A path of these bytes.
    init(bytes: some Sequence<UInt8>) { characters = bytes.map { CChar(bitPattern: $0) } + [0] }

    /// The path without the zero byte.
    var bytes: [UInt8] { characters.dropLast().map { UInt8(bitPattern: $0) } }

    /// The path of the folder that it lies in, with the slash at the end.
    var folder: SystemPath {
        let bytes = bytes
        guard let cut = bytes.lastIndex(of: UInt8(ascii: "/")) else { return SystemPath("./") }
        return SystemPath(bytes: bytes[...cut])
    }

    /// The name in its folder.
    var name: [UInt8] {
        let bytes = bytes
        return bytes.lastIndex(of: UInt8(ascii: "/")).map { Array(bytes[($0 + 1)...]) } ?? bytes
    }

    /// The path of a name in this folder.
    func appending(_ name: some Sequence<UInt8>) -> SystemPath { SystemPath(bytes: bytes + name) }

    /// As the command line would have it.
    var text: String { PathText.text(of: bytes) }
}
