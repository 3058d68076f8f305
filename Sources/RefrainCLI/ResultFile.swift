import Foundation
import Reporting

/// Where a result goes: standard output, a stream such as `/dev/stdout`, or a file that holds either its old content or
/// the whole new one.
struct ResultFile {
    private let place: Place

    private enum Place {
        case standardOutput
        /// A device or pipe: written to, never replaced.
        case stream(path: String)
        /// A file; `path` is what links lead to, `old` the file that stands there already.
        case file(path: String, shown: String, old: stat?)
    }

    /// Looks at the place before any work is done for it.
    ///
    /// - Throws: `Failure.output` where `path` is a folder or in none.
    init(_ path: String?) throws(Failure) {
        guard let path else {
            place = .standardOutput
            return
        }
        var status = stat()
        if stat(path, &status) == 0 {
            place = try Self.place(at: path, status)
        } else {
            guard errno == ENOENT else { throw .output(path: path, .system(errno)) }
            let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
            guard stat(folder, &status) == 0 else {
                throw .output(path: path, .noFolder(String(folder.dropLast())))
            }
            place = .file(path: path, shown: path, old: nil)
        }
    }

    private static func place(at path: String, _ status: stat) throws(Failure) -> Place {
        // /dev/stdout leads to the file that a shell has redirected to, which the shell goes on writing to.
        if path.hasPrefix("/dev/") { return .stream(path: path) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .output(path: path, .isFolder)
        case S_IFREG:
            guard let resolved = realpath(path, nil) else { throw .output(path: path, .system(errno)) }
            defer { free(resolved) }
            return .file(path: String(cString: resolved), shown: path, old: status)
        default: return .stream(path: path)
        }
    }

    /// Whether `path` leads to the file that the result will replace.
    func isFile(at path: String) -> Bool {
        guard case .file(_, _, let old?) = place else { return false }
        var status = stat()
        return stat(path, &status) == 0 && status.st_dev == old.st_dev && status.st_ino == old.st_ino
    }

    /// Writes `text`.
    func write(_ text: String) throws(Failure) {
        switch place {
        case .standardOutput: try StandardStreams.output(text)
        case .stream(let path): try Self.write(text, to: path, flags: O_WRONLY | O_APPEND, shown: path)
        case .file(let path, let shown, let old): try Self.replace(path, with: text, shown: shown, old: old)
        }
    }

    /// Writes beside the file and renames, so that neither a full disk nor an interruption leaves half of a result.
    private static func replace(
        _ path: String, with text: String, shown: String, old: stat?
    ) throws(Failure) {
        let partial = "\(path).partial-\(getpid())"
        do throws(Failure) {
            try write(text, to: partial, flags: O_WRONLY | O_CREAT | O_EXCL, shown: shown)
            if let old { chmod(partial, old.st_mode & 0o7777) }
            guard rename(partial, path) == 0 else { throw .output(path: shown, .system(errno)) }
        } catch {
            unlink(partial)
            throw error
        }
    }

    private static func write(
        _ text: String, to path: String, flags: Int32, shown: String
    ) throws(Failure) {
        let descriptor = open(path, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .output(path: shown, .system(errno)) }
        let problem = StandardStreams.write(text, to: descriptor)
        guard close(descriptor) == 0 || problem != 0 else { throw .output(path: shown, .system(errno)) }
        guard problem == 0 else { throw .output(path: shown, .system(problem)) }
    }
}
