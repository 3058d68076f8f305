/// A path from the root as links go along it.
struct LinkPath: Hashable {
    /// The parts between slashes, as bytes of a file system; the last is empty for a folder.
    private(set) var parts: [[UInt8]]

    /// The path of a file that is named from `folder`, which ends in a slash.
    init(file: String, from folder: String) {
        let isAbsolute = file.utf8.first == UInt8(ascii: "/")
        parts = []
        append(Array((isAbsolute ? file : folder + "/" + file).utf8))
    }

    /// What a relative address leads to from here: a file's folder, or a folder.
    func resolved(_ path: [UInt8]) -> LinkPath {
        var result = self
        if !path.isEmpty {
            result.parts.removeLast()
            result.append(PercentEncoding.decoded(path))
        }
        return result
    }

    private mutating func append(_ path: [UInt8]) {
        var isFolder = true
        for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            isFolder = true
            switch Array(part) {
            case [], [UInt8(ascii: ".")]: break
            case [UInt8(ascii: "."), UInt8(ascii: ".")]: _ = parts.popLast()
            case let name:
                parts.append(name)
                isFolder = false
            }
        }
        if isFolder { parts.append([]) }
    }

    /// The path without the slash at its end.
    var withoutSlash: LinkPath {
        var result = self
        if result.parts.last?.isEmpty == true { result.parts.removeLast() }
        return result
    }

    /// The folder of this name.
    var asFolder: LinkPath {
        var result = withoutSlash
        result.parts.append([])
        return result
    }

    /// The name of the file; empty for a folder.
    var name: [UInt8] { parts.last ?? [] }

    /// The path with another last part; without one where it is nil.
    func named(_ name: [UInt8]?) -> LinkPath {
        var result = self
        result.parts.removeLast()
        if let name { result.parts.append(name) }
        return result
    }

    /// The relative address that leads from the folder of this file to `target`.
    func address(to target: LinkPath) -> [UInt8] {
        let (from, to) = (parts.dropLast(), target.parts)
        let shared = zip(from, to.dropLast()).prefix { $0 == $1 }.count
        let up = [[UInt8]](repeating: Array("..".utf8), count: from.count - shared)
        let down = to[shared...].map { PercentEncoding.encoded(part: $0) }
        let path = Array((up + down).joined(separator: [UInt8(ascii: "/")]))
        // What stands before a colon would be a scheme, and nothing at all is this file.
        let needsDot = path.isEmpty || path.prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ":"))
        return needsDot ? Array("./".utf8) + path : path
    }
}
