import Foundation

/// The git repository around the current folder.
struct GitRepository {
    /// The real path of its working tree, without a slash at the end.
    let top: [UInt8]

    /// Looks for the repository.
    init() throws(GitFault) {
        let command = ["rev-parse", "--show-toplevel"]
        if let top = try Self.line(command), !top.isEmpty {
            self.top = top
            return
        }
        // Nothing is read that git would not read: this only tells a repository from none.
        if let top = try Self.line(["-c", "safe.directory=*"] + command), !top.isEmpty {
            throw .otherOwner(String(decoding: top, as: UTF8.self))
        }
        throw .noRepository
    }

    /// The path of a file from the top of the working tree; nil for one outside.
    ///
    /// - Parameter file: a real path.
    func path(of file: [UInt8]) -> [UInt8]? {
        let folder = top.last == UInt8(ascii: "/") ? top : top + [UInt8(ascii: "/")]
        return file.starts(with: folder) ? Array(file[folder.count...]) : nil
    }

    /// What git writes, run at the top of the working tree, so that no folder bears on its paths; nil where it ends with another status
    /// than 0.
    func output(_ command: [String]) throws(GitFault) -> [UInt8]? {
        try GitProcess.output(arguments(command))
    }

    /// The same, where nothing but a status of 0 will do, cut at its zero bytes.
    func fields(_ command: [String]) throws(GitFault) -> [ArraySlice<UInt8>] {
        guard let output = try output(command) else { throw .failed(command[0]) }
        return output.split(separator: 0)
    }

    /// The same as a line of text.
    func line(_ command: [String]) throws(GitFault) -> String? {
        try output(command).map { String(decoding: Self.withoutLineBreak($0), as: UTF8.self) }
    }

    /// The arguments of a run at the top of the working tree.
    func arguments(_ command: [String]) -> [[UInt8]] {
        [Array("-C".utf8), top] + command.map { Array($0.utf8) }
    }

    private static func line(_ command: [String]) throws(GitFault) -> [UInt8]? {
        try GitProcess.output(command.map { Array($0.utf8) }).map(withoutLineBreak)
    }

    private static func withoutLineBreak(_ bytes: [UInt8]) -> [UInt8] {
        bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes
    }
}
