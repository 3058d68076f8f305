import Foundation

/// The folder of a settings file, in which everything lies that the file has the program write: whoever runs the program in a
/// repository of other people's loses no file outside of it.
struct SettingsFolder {
    /// The path from the current folder, ending in a slash; empty for the current folder itself.
    private let path: String

    /// The folder of the file at `path`.
    init(ofFile path: String) {
        self.path = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// The path from the current folder to what the settings file calls `name`; `-`, which is standard output, stays.
    func path(to name: String) -> String {
        name.hasPrefix("/") || name == ResultFile.standardOutputName ? name : path + name
    }

    /// Where `path`, from the current folder, leads to, if a settings file may not name that: a place outside of the folder, or in a
    /// `.git`, where git runs what lies there. Nil where the place is right, or links lead round in a circle.
    func forbiddenPlace(of path: String) -> String? {
        guard path != ResultFile.standardOutputName, let place = FollowedPath(path),
            let own = FollowedPath("./\(self.path)")
        else {
            return nil
        }
        let isInside = place.names.starts(with: own.names)
        let isOfGit = place.names.dropFirst(own.names.count).contains { $0.elementsEqual(".git".utf8) }
        return isInside && !isOfGit ? nil : place.description
    }
}

/// The absolute path that a path leads to, without links, `.` and `..`, whether anything is there or not.
private struct FollowedPath {
    /// As many links as Linux follows on one way (path_resolution(7)).
    private static let mostLinks = 40

    /// The names on the way, as bytes: not every name is UTF-8.
    private(set) var names: [ArraySlice<UInt8>] = []

    /// Follows `path`; nil where its links lead round in a circle, or there is no current folder.
    init?(_ path: String) {
        if !path.hasPrefix("/") {
            guard let here = realpath(".", nil) else { return nil }
            defer { free(here) }
            names = Self.names(of: UnsafeRawBufferPointer(start: here, count: strlen(here)))
        }
        // The next name stands last.
        var rest = Array(Self.names(of: path.utf8).reversed())
        var linkCount = 0
        while let name = rest.popLast() {
            if name.elementsEqual("..".utf8) {
                _ = names.popLast()
                continue
            }
            guard let target = Self.target(ofLink: names + [name]) else {
                names.append(name)
                continue
            }
            linkCount += 1
            guard linkCount <= Self.mostLinks else { return nil }
            if target.first == UInt8(ascii: "/") { names = [] }
            rest += Self.names(of: target).reversed()
        }
    }

    /// The path for people, with bytes that are not UTF-8 replaced.
    var description: String { String(decoding: Self.bytes(names), as: UTF8.self) }

    private static func names(of path: some Collection<UInt8>) -> [ArraySlice<UInt8>] {
        Array(path).split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
    }

    private static func bytes(_ names: [ArraySlice<UInt8>]) -> [UInt8] {
        names.isEmpty ? Array("/".utf8) : names.flatMap { [UInt8(ascii: "/")] + $0 }
    }

    /// What the symbolic link at a path holds; nil where there is none.
    private static func target(ofLink names: [ArraySlice<UInt8>]) -> ArraySlice<UInt8>? {
        let path = (bytes(names) + [0]).map { CChar(bitPattern: $0) }
        var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &target, target.count)
        return count < 0 ? nil : target[..<count]
    }
}
