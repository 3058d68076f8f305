import Foundation

/// git, asked what it would not ignore.
enum GitOracle {
    private static let executable = ["/usr/bin/git", "/usr/local/bin/git", "/bin/git"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Whether git is installed where it usually is.
    static var isInstalled: Bool { executable != nil }

    /// Makes a folder a repository, by hand: starting `git init` would take most of a test's time.
    static func makeRepository(in folder: TemporaryFolder) throws {
        try folder.makeFolder(".git/objects")
        try folder.makeFolder(".git/refs")
        try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    }

    /// The files that are not ignored, without any of the user's or the system's own settings.
    static func filesNotIgnored(in folder: TemporaryFolder) throws -> Set<String> {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable ?? "")
        process.arguments = ["-C", folder.path, "ls-files", "--others", "--exclude-standard", "-z"]
        process.environment = [
            "HOME": folder.path + "/.git", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        precondition(process.terminationStatus == 0, "git lists the files of a repository")
        return Set(bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }
}
