import Foundation
import TestSupport
import Testing

/// `action.yml`: the step that lints, run as GitHub's runner runs it.
struct ActionTests {
    private static let kettle =
        "# Kettle\n\nFill the kettle with fresh water, put it on the left ring and wait for it.\n"
    private static let cups =
        "# Cups\n\nSix cups hang over the sink; the blue one has lost its handle last winter.\n"

    /// What the last step runs: the lines that are indented under its `run`.
    private func script() throws -> String {
        let action = try String(contentsOf: Repository.root.appending(path: "action.yml"), encoding: .utf8)
        let start = try #require(action.range(of: "run: |\n", options: .backwards))
        return action[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.dropFirst(8) }.joined(separator: "\n")
    }

    /// A repository on a branch that adds a copy to those that the baseline of main knows.
    private func repository() throws -> WorkFolder {
        let folder = try WorkFolder(["docs/a.md": Self.kettle, "docs/b.md": Self.kettle])
        let set = try Program.shell(
            "git init -q -b main . && git config user.email a@example.org && git config user.name A "
                + "&& refrain init && git add -A && git commit -q -m one && git checkout -q -b change",
            in: folder)
        try #require(set.status == 0, "\(set.messages)")
        try folder.write(Self.cups, to: "docs/c.md")
        try folder.write(Self.cups, to: "docs/d.md")
        let added = try Program.shell("git add -A && git commit -q -m two", in: folder)
        try #require(added.status == 0, "\(added.messages)")
        try folder.link("runner/action/.build/release/refrain", to: Program.executable.path())
        return folder
    }

    /// Runs the step with inputs and what else the environment has, as `NAME=value`.
    private func run(_ environment: String..., in folder: WorkFolder) throws -> Program {
        try folder.write(script(), to: "runner/step.sh")
        let standard = [
            "REFRAIN_PATHS=docs", "REFRAIN_SINCE=", "REFRAIN_SARIF=", "REFRAIN_ARGUMENTS=--no-cache",
            "GITHUB_WORKSPACE=$(pwd -P)", "GITHUB_ACTION_PATH=$PWD/runner/action",
            "GITHUB_STEP_SUMMARY=$PWD/runner/summary.md",
        ]
        let words = (standard + environment).joined(separator: " ")
        return try Program.shell(
            "env \(words) bash --noprofile --norc -eo pipefail runner/step.sh", in: folder)
    }

    private func resultCount(_ folder: WorkFolder) throws -> Int {
        try JSON(folder.text("out.sarif"))["runs"].flatMap { $0["results"].map { _ in 1 } }.count
    }

    private let command =
        "::error file=docs/d.md,line=1,col=1,title=identical-section::docs/d.md:1:1: “Cups” repeats docs/c.md:1 word for "
        + "word%0Aput a link to the other section in its place, or include both from one file\n"

    @Test func aPullRequestFailsForWhatItTouched() throws {
        let folder = try repository()
        let result = try run("REFRAIN_SINCE=main", "REFRAIN_SARIF=out.sarif", in: folder)
        #expect(result.status == 1)
        #expect(
            result.output == command + "1 finding (1 error) in 4 sections; not counted: 1 touch no change\n")
        #expect(try resultCount(folder) == 1)
        #expect(try folder.text("runner/summary.md").hasPrefix("### Refrain\n\n1 finding (1 error)"))
    }

    /// Code scanning would show what the baseline knows as open alerts.
    @Test func aPushReportsWhatIsNew() throws {
        let folder = try repository()
        let result = try run("REFRAIN_SARIF=out.sarif", in: folder)
        #expect(result.status == 1)
        #expect(
            result.output == command + "1 finding (1 error) in 4 sections; not counted: 1 in the baseline\n")
        #expect(try resultCount(folder) == 1)
        try folder.write("# Pan\n\nIt hangs.\n", to: "docs/d.md")
        #expect(try run("REFRAIN_SARIF=out.sarif", in: folder).status == 0)
        #expect(try resultCount(folder) == 0)
    }

    @Test func whatCouldNotBeDoneIsAnErrorOnThePage() throws {
        let folder = try repository()
        let usage = try run("REFRAIN_ARGUMENTS=--sinse", in: folder)
        #expect(usage.status == 2)
        #expect(usage.output.hasPrefix("::error title=refrain::Error: Unknown option '--sinse'"))
        try FileManager.default.removeItem(at: folder.url(".refrain-baseline.json"))
        let result = try run(in: folder)
        let message =
            "refrain: .refrain-baseline.json: the baseline can't be read: no such file or directory; write one with --write-baseline\n"
        #expect(result.status == 2 && result.messages == message)
        #expect(result.output == "::error title=refrain::" + message)
    }

    /// In a container the checkout belongs to the runner's user.
    @Test func aCheckoutOfAnotherUserIsRead() throws {
        let result = try run("REFRAIN_SINCE=main", "GIT_TEST_ASSUME_DIFFERENT_OWNER=1", in: repository())
        #expect(result.messages.isEmpty && result.status == 1)
        #expect(result.output.hasPrefix(command))
    }
}
