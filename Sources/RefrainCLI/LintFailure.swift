import Linting
import Reading
import Refrain
import Reporting

/// Why lint could not do its work. Its wording stands in this file.
enum LintFailure: Error {
    case settings(LintSettingsError)
    /// The baseline that is named can't be read: the system's error number.
    case unreadableBaseline(path: String, Int32)
    case baseline(path: String, BaselineFault)
    /// A baseline is to be pruned and none is named.
    case noBaseline
    case noRule(String, suggestion: String?)
    case git(GitFault)
    /// A path is named of which nothing is staged, although something stands there.
    case notStaged(String)
    /// Two formats are to go to one place: a file, or standard output or where --output says.
    case twoFormats(String, String)
    /// A result would replace a document that is named.
    case resultIsInput(String)
    /// A file that init would write stands there already.
    case standsAlready(String)

    /// The message, without the program's name in front.
    var message: String {
        switch self {
        case .settings(let error): Self.message(error)
        case .unreadableBaseline(let path, let number):
            "\(path): the baseline can't be read: \(Wording.system(number)); write one with --write-baseline"
        case .baseline(let path, let fault): "\(path): \(Self.message(fault))"
        case .noBaseline: "there is no baseline to prune; name its file with --baseline"
        case .noRule(let name, let suggestion):
            "there is no rule “\(name)”"
                + (suggestion.map { "; did you mean “\($0)”?" } ?? "; refrain rules lists all")
        case .git(let fault): Self.message(fault)
        case .notStaged(let path):
            "\(path): nothing of it is staged, so nothing of it would be committed; git add it, or leave out --staged"
        case .twoFormats(let first, let second):
            "--format: \(first) and \(second) would go to one place; write one to a file of its own, as in \(second)=report.txt"
        case .resultIsInput(let path): "\(path): a result would replace what is read; give it another file"
        case .standsAlready(let name):
            "\(name) stands in this folder already, so nothing was written; refrain lint obeys it"
        }
    }

    /// What is said of documents of which git can't tell what changed.
    static func message(unknownToGit paths: [String]) -> String {
        let most = 3
        var names = paths.prefix(most).map { $0 == "-" ? "standard input" : $0 }
        if paths.count > most { names.append(Wording.count(paths.count - most, "more document")) }
        return
            "git can't tell what changed in \(Failure.list(names)), so all that stands there counts as changed"
    }

    private static func message(_ error: LintSettingsError) -> String {
        switch error {
        case .unknownRule(let name, let suggestion, let key, let origin):
            "\(Failure.place(origin, key)): there is no rule “\(name)”"
                + (suggestion.map { "; did you mean “\($0)”?" } ?? "; refrain rules lists all")
        case .malformedEntry(let entry, let key, let origin):
            "\(Failure.place(origin, key)): “\(entry)” is not \(Failure.words(for: key.domain))"
        case .pattern(let pattern, let fault, let key, let origin):
            "\(Failure.place(origin, key)): the pattern “\(pattern)” matches nothing: \(Failure.message(fault))"
        }
    }

    private static func message(_ fault: BaselineFault) -> String {
        switch fault {
        case .notABaseline: "this is no baseline; write one with --write-baseline"
        case .unfinishedMerge(let line):
            "line \(line) is a mark of a merge that is not finished; keep the findings of both sides, one a line with a comma between, "
                + "and take the marks out"
        case .unknownVersion(let version):
            "the baseline has version \(version), and this program knows version 1; write it anew with --write-baseline"
        case .badEntry(let number):
            "finding \(number) of the baseline needs a rule, content (fingerprints of 32 digits) and a count from 1 to a billion"
        }
    }

    private static func message(_ fault: GitFault) -> String {
        switch fault {
        case .notInstalled: "git is not installed, and --since and --staged ask it what changed"
        case .notStarted(let number): "git can't be run: \(Wording.system(number))"
        case .noRepository:
            "this folder is in no git repository, so --since and --staged can't know what changed"
        case .otherOwner(let path):
            "git does not read the repository at \(ControlCharacters.escaped(path)), which belongs to another user; where you trust "
                + "it, run: git config --global --add safe.directory \(ControlCharacters.escaped(path))"
        case .unknownRevision(let revision, let isShallow):
            "git knows no revision “\(revision)”"
                + (isShallow
                    ? "; the clone is shallow: fetch the revision, or clone with full history (git fetch --unshallow)"
                    : "")
        case .noCommonHistory(let revision, let isShallow):
            "“\(revision)” and the current commit have no history in common"
                + (isShallow ? "; the clone is shallow: fetch more of it (git fetch --unshallow)" : "")
        case .failed(let command): "git \(command) went wrong; run it to see why"
        }
    }
}

/// Why git could not say what changed.
enum GitFault: Error, Equatable {
    case notInstalled
    /// The system does not run git, with this error number.
    case notStarted(Int32)
    case noRepository
    /// The repository at a path belongs to another user, as a checkout does where a job runs in a container.
    case otherOwner(String)
    case unknownRevision(String, isShallow: Bool)
    case noCommonHistory(String, isShallow: Bool)
    /// A command that should work did not.
    case failed(String)
}
