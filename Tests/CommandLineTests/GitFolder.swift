import Foundation
import Testing

/// A git repository of a test's own.
struct GitFolder {
    let folder: WorkFolder

    /// A repository with these files in its first commit.
    init(_ files: KeyValuePairs<String, String> = [:]) throws {
        folder = try WorkFolder(files)
        try git("init -q -b main && git config user.email a@example.org && git config user.name A")
        // git refuses submodules from files by default; these are the test's own.
        try git("config protocol.file.allow always")
        if files.isEmpty { return }
        try commit()
    }

    /// Runs a line of shell that begins with git.
    func git(_ line: String) throws { try shell("git \(line)") }

    /// Runs a line of shell and expects it to do its work.
    func shell(_ line: String) throws {
        let result = try Program.shell(line, in: folder)
        try #require(result.status == 0, "\(result.messages)")
    }

    /// Commits everything there is.
    func commit() throws { try git("add -A && git commit -q -m change") }

    /// Lints at `path` in the repository.
    func lint(_ arguments: String..., at path: String = "") throws -> Program {
        try Program.run(["lint"] + arguments, in: folder, at: path)
    }
}

extension Program {
    /// The findings of a report as text, without help and totals.
    var findings: [String] {
        output.split(separator: "\n").map(String.init).filter { $0.hasSuffix("]") }
    }

    /// The places of the findings, as far as their lines: "a.md:1".
    var findingPlaces: [String] {
        findings.map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
    }
}

/// Texts that repeat nothing of one another.
enum Household {
    static let kettle =
        "# Kettle\n\nFill the kettle with fresh water, put it on the left ring and wait for it.\n"
    static let cups =
        "# Cups\n\nSix cups hang over the sink; the blue one has lost its handle last winter.\n"
    static let broom =
        "# Broom\n\nThe broom stands behind the door and is carried out into the yard on Fridays.\n"
}
