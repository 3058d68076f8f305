import Foundation
import Reporting
import Scheduling

/// Where a result goes: standard output (`-`), a stream such as `/dev/stdout`, or a file that holds either its old content or
/// the whole new one.
struct ResultFile {
    private let place: Place

    private enum Place {
        case standardOutput
        /// A device, a pipe or an open descriptor: written to, never replaced.
        case stream(path: SystemPath)
        /// A file; `path` is what links lead to, `old` the file that stands there already.
        case file(path: SystemPath, shown: String, old: stat?)
    }

    /// The name of standard output in the place of a path. A file of this name is `./-`.
    static let standardOutputName = "-"

    /// As many links as Linux follows on one way (path_resolution(7)).
    private static let mostLinks = 40

    /// Looks at the place before any work is done for it.
    ///
    /// - Throws: `Failure.output` where `path` is a folder or in none, or its links lead round in a circle.
    init(_ path: String?) throws(Failure) {
        guard let path, path != Self.standardOutputName else {
            place = .standardOutput
            return
        }
        do throws(OutputFault) {
            place = try Self.place(at: path)
        } catch {
            throw .output(path: path, error)
        }
    }

    /// Looks at a file that nobody has named and the program finds by its name, as `.refrain-decisions.yml`: a link that leads out of
    /// its folder is not followed, as a repository may hold one to any file of its reader's.
    ///
    /// - Parameter option: what names the file on the command line.
    /// - Throws: as the other `init`, and `Failure.leadsElsewhere`.
    init(found path: String, option: String) throws(Failure) {
        if let place = SettingsFolder(ofFile: path).forbiddenPlace(of: path) {
            throw .leadsElsewhere(path: path, place: place, option: option)
        }
        try self.init(path)
    }

    /// Follows links one by one, as one may lead to a file that is yet to be written.
    private static func place(at shown: String) throws(OutputFault) -> Place {
        var path = SystemPath(shown)
        for _ in 0...mostLinks {
            if isDescriptor(path) { return .stream(path: path) }
            var status = stat()
            guard lstat(path.characters, &status) == 0 else {
                guard errno == ENOENT else { throw .system(errno) }
                try checkFolder(of: path)
                return .file(path: path, shown: shown, old: nil)
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: throw .isFolder
            case S_IFREG: return .file(path: path, shown: shown, old: status)
            case S_IFLNK: path = try target(ofLink: path)
            default: return .stream(path: path)
            }
        }
        throw .system(ELOOP)
    }

    /// Whether `path` names an open descriptor of a process. Such a name leads to the file that a shell has redirected
    /// to, which the shell goes on writing to.
    private static func isDescriptor(_ path: SystemPath) -> Bool {
        if ["/dev/stdout", "/dev/stderr"].contains(where: { path == SystemPath($0) }) { return true }
        guard let folder = realpath(path.folder.characters, nil) else { return false }
        defer { free(folder) }
        let parts = String(cString: folder).utf8.split(separator: UInt8(ascii: "/"))
        return parts.first.map { $0.elementsEqual("proc".utf8) } ?? false
            && parts.last.map { $0.elementsEqual("fd".utf8) } ?? false
    }

    /// Where a link leads; a relative target starts from the link's folder.
    private static func target(ofLink path: SystemPath) throws(OutputFault) -> SystemPath {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path.characters, &target, target.count)
        guard count >= 0 else { throw .system(errno) }
        let bytes = target[..<count].map { UInt8(bitPattern: $0) }
        let slash = UInt8(ascii: "/")
        // A link in this folder leads from here, without "./" in front.
        let startsHere = bytes.first == slash || !path.bytes.contains(slash)
        return startsHere ? SystemPath(bytes: bytes) : path.folder.appending(bytes)
    }

    private static func checkFolder(of path: SystemPath) throws(OutputFault) {
        var status = stat()
        guard stat(path.folder.characters, &status) == 0 else {
            throw .noFolder(String(path.folder.text.dropLast()))
        }
    }

    /// Whether `path` leads to the file that the result will replace.
    func isFile(at path: SystemPath) -> Bool {
        guard case .file(_, _, let old?) = place else { return false }
        var status = stat()
        return stat(path.characters, &status) == 0 && status.st_dev == old.st_dev
            && status.st_ino == old.st_ino
    }

    /// Whether two results would be written over each other.
    func isSamePlace(as other: ResultFile) -> Bool {
        switch (place, other.place) {
        case (.standardOutput, .standardOutput): return true
        case (.stream(let path), .stream(let otherPath)): return path == otherPath
        case (.file(let path, _, nil), .file(let otherPath, _, nil)):
            let (folder, otherFolder) = (path.folder, otherPath.folder)
            var (status, otherStatus) = (stat(), stat())
            return path.name == otherPath.name && stat(folder.characters, &status) == 0
                && stat(otherFolder.characters, &otherStatus) == 0
                && status.st_dev == otherStatus.st_dev && status.st_ino == otherStatus.st_ino
        case (.file(_, _, _?), .file(let path, _, _?)): return isFile(at: path)
        default: return false
        }
    }

    /// Writes `text`.
    ///
    /// - Throws: as the other `write` does.
    func write(_ text: String) throws(Failure) {
        try write(progress: RunProgress()) { buffer throws(ReportError) in try buffer.append(text) }
    }

    /// Writes what `report` adds to a buffer, piece by piece.
    ///
    /// - Parameter progress: told of the bytes that are written.
    /// - Throws: `Failure.standardOutput` or `Failure.output` where the place refuses a piece; a file is then as it was.
    func write(
        progress: RunProgress, _ report: (inout ReportBuffer) throws(ReportError) -> Void
    ) throws(Failure) {
        func writeReport(to descriptor: Int32) throws(ReportError) {
            try Self.write(report, to: descriptor, progress)
        }
        switch place {
        case .standardOutput:
            do throws(ReportError) {
                try writeReport(to: STDOUT_FILENO)
            } catch {
                throw .standardOutput(error.errorNumber)
            }
        case .stream(let path):
            do throws(OutputFault) {
                let descriptor = open(path.characters, O_WRONLY | O_APPEND | O_CLOEXEC)
                guard descriptor >= 0 else { throw OutputFault.system(errno) }
                try Self.write(writeReport, closing: descriptor)
            } catch {
                throw .output(path: path.text, error)
            }
        case .file(let path, let shown, let old):
            do throws(OutputFault) {
                try Self.replace(path, with: writeReport, old: old)
            } catch {
                throw .output(path: shown, error)
            }
        }
    }

    /// Writes to a new file and puts it in the place of the old one, so that neither a full disk nor an interruption leaves half
    /// of a result. The name that it has before is short, as that of the file may be as long as names can be.
    private static func replace(
        _ path: SystemPath, with report: (_ descriptor: Int32) throws(ReportError) -> Void, old: stat?
    ) throws(OutputFault) {
        // Programs in containers that share the folder may have one process number.
        let partial = path.folder.appending(
            ".refrain-\(getpid())-\(UInt32.random(in: 0...UInt32.max))".utf8)
        do throws(OutputFault) {
            try writeNew(partial, report)
            if let old { chmod(partial.characters, old.st_mode & 0o7777) }
            let problem = Interruption.finish(partial) {
                rename(partial.characters, path.characters) == 0 ? 0 : errno
            }
            guard problem == 0 else { throw .system(problem) }
        } catch {
            Interruption.finish(partial) { _ = unlink(partial.characters) }
            throw error
        }
    }

    /// Writes a new file at `partial`. It gets its name when it is whole, where the file system has files without one: then not
    /// even SIGKILL leaves anything behind.
    private static func writeNew(
        _ partial: SystemPath, _ report: (_ descriptor: Int32) throws(ReportError) -> Void
    ) throws(OutputFault) {
        let nameless =
            access("/proc/self/fd", F_OK) == 0
            ? open(partial.folder.characters, withoutName | O_WRONLY | O_CLOEXEC, 0o666) : -1
        let descriptor =
            nameless >= 0
            ? nameless
            : Interruption.make(partial) {
                open(partial.characters, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            }
        guard descriptor >= 0 else { throw .system(-descriptor) }
        try write(report, closing: descriptor) { () throws(OutputFault) in
            guard nameless >= 0 else { return }
            let problem = Interruption.make(partial) {
                linkat(
                    AT_FDCWD, "/proc/self/fd/\(nameless)", AT_FDCWD, partial.characters, AT_SYMLINK_FOLLOW)
            }
            guard problem >= 0 else { throw .system(-problem) }
        }
    }

    /// O_TMPFILE of Linux, a macro that Swift does not see.
    private static let withoutName = O_DIRECTORY | 0o20000000

    /// Writes what `report` adds, does what is left to do with the whole, and closes the descriptor, which some file systems refuse
    /// only then.
    private static func write(
        _ report: (_ descriptor: Int32) throws(ReportError) -> Void, closing descriptor: Int32,
        whenWhole: () throws(OutputFault) -> Void = { () throws(OutputFault) in }
    ) throws(OutputFault) {
        do throws(OutputFault) {
            do throws(ReportError) { try report(descriptor) } catch {
                throw OutputFault.system(error.errorNumber)
            }
            try whenWhole()
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw .system(errno) }
    }

    private static func write(
        _ report: (inout ReportBuffer) throws(ReportError) -> Void, to descriptor: Int32,
        _ progress: RunProgress
    ) throws(ReportError) {
        let pieceBytes = 1 << 18
        let writer = PieceWriter(to: descriptor, pieceBytes: pieceBytes, progress: progress)
        // The descriptor stays open until no piece is under way.
        defer { try? writer.finish() }
        var buffer = ReportBuffer(pieceBytes: pieceBytes) { piece throws(ReportError) in
            try writer.write(piece)
        }
        try report(&buffer)
        try buffer.flush()
        try writer.finish()
    }
}
