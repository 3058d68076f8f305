import Foundation

/// A run of the program git: what it writes is read, what it complains of is not.
///
/// Arguments are bytes, as paths are. Errors of git show in its status.
final class GitProcess {
    /// What git writes to standard output.
    let output: UnsafeMutablePointer<FILE>
    /// What git reads; nil where that is nothing.
    let input: UnsafeMutablePointer<FILE>?
    private let process: pid_t

    /// Starts git.
    ///
    /// - Throws: `GitFault.notInstalled`, or `.notStarted` where the system refuses.
    init(_ arguments: [[UInt8]], takesInput: Bool = false) throws(GitFault) {
        let (readingEnd, outputEnd) = try Self.pipe()
        let stream = fdopen(readingEnd, "r")
        guard let stream else {
            close(readingEnd)
            close(outputEnd)
            throw .notStarted(ENOMEM)
        }
        do throws(GitFault) {
            (process, input) = try Self.start(arguments, output: outputEnd, takesInput: takesInput)
        } catch {
            close(outputEnd)
            fclose(stream)
            throw error
        }
        close(outputEnd)
        output = stream
    }

    deinit {
        if let input { fclose(input) }
        fclose(output)
        // A status that nobody asked for.
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Reads to the end of what git writes; nil where it ends with another status than 0.
    static func output(_ arguments: [[UInt8]]) throws(GitFault) -> [UInt8]? {
        let process = try GitProcess(arguments)
        let bytes = process.rest()
        return process.end() == 0 ? bytes : nil
    }

    private func rest() -> [UInt8] {
        var (bytes, part): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 1 << 16))
        while case let count = fread(&part, 1, part.count, output), count > 0 { bytes += part[..<count] }
        return bytes
    }

    /// Waits for the end without taking its status away from `deinit`.
    private func end() -> Int32 {
        var information = siginfo_t()
        while waitid(P_PID, UInt32(process), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        return information.si_code == Int32(CLD_EXITED) ? information._sifields._sigchld.si_status : -1
    }

    private static func pipe() throws(GitFault) -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Foundation.pipe(&ends) == 0 else { throw .notStarted(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func start(
        _ arguments: [[UInt8]], output: Int32, takesInput: Bool
    ) throws(GitFault) -> (pid_t, UnsafeMutablePointer<FILE>?) {
        guard takesInput else { return (try spawn(arguments, output: output, input: nil), nil) }
        let (reading, writing) = try pipe()
        defer { close(reading) }
        guard let stream = fdopen(writing, "w") else {
            close(writing)
            throw .notStarted(ENOMEM)
        }
        do throws(GitFault) {
            return (try spawn(arguments, output: output, input: reading), stream)
        } catch {
            fclose(stream)
            throw error
        }
    }

    private static func spawn(
        _ arguments: [[UInt8]], output: Int32, input: Int32?
    ) throws(GitFault) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words = ([Array("git".utf8)] + arguments).map(Self.copy) + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let problem = posix_spawnp(&process, "git", &actions, nil, &words, environ)
        guard problem == 0 else { throw problem == ENOENT ? .notInstalled : .notStarted(problem) }
        return process
    }

    private static func copy(_ word: [UInt8]) -> UnsafeMutablePointer<CChar>? {
        strdup(word.map { CChar(bitPattern: $0) } + [0])
    }
}
