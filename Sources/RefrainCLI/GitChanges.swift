import Foundation
import Linting
import Reading
import Refrain

/// What changed since a revision, by git: the working tree's files against those of the revision, or of the common ancestor
/// of both, so that what others have changed since does not count.
struct GitChanges {
    /// What to compare with.
    enum Base {
        /// A revision, as git names them; files that git does not track yet are new.
        case revision(String)
        /// The last commit, for the files that are staged.
        case staged
    }

    private let commit: String
    /// By the real path of a changed file, its path in `commit`; nil for a new one.
    private let oldPaths: [String: String?]
    /// The paths in `commit` of files that are gone, in git's order.
    private let gonePaths: [String]

    /// Asks git which files changed.
    init(since base: Base) throws(GitFault) {
        guard Git.line(["--version"]) != nil else { throw .notInstalled }
        let top = try Self.top()
        let comparison: [String]
        switch base {
        case .revision(let revision):
            commit = try Self.ancestor(revision)
            comparison = [commit]
        case .staged:
            let head = Git.line(["rev-parse", "--verify", "--quiet", "HEAD"])
            commit = if let head { head } else { try Self.emptyTree() }
            comparison = ["--cached", commit]
        }
        let command = ["diff", "--name-status", "-z", "-M"]
        guard let changed = Git.output(["-C", top] + command + comparison + ["--"]) else {
            throw .failed("diff")
        }
        var (oldPaths, gonePaths) = Self.paths(changed, top: top)
        if case .revision = base {
            guard let others = Git.output(["-C", top, "ls-files", "--others", "--exclude-standard", "-z"])
            else { throw .failed("ls-files") }
            for path in others.split(separator: 0) {
                oldPaths["\(top)/\(String(decoding: path, as: UTF8.self))"] = .some(nil)
            }
        }
        self.oldPaths = oldPaths
        self.gonePaths = gonePaths
    }

    private static func top() throws(GitFault) -> String {
        let command = ["rev-parse", "--show-toplevel"]
        if let top = Git.line(command), !top.isEmpty { return top }
        // Nothing is read that git would not read: this only tells a repository from none.
        if let top = Git.line(["-c", "safe.directory=*"] + command), !top.isEmpty { throw .otherOwner(top) }
        throw .noRepository
    }

    private static func ancestor(_ revision: String) throws(GitFault) -> String {
        let isShallow = Git.line(["rev-parse", "--is-shallow-repository"]) == "true"
        guard
            let commit = Git.line(
                ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
        else { throw .unknownRevision(revision, isShallow: isShallow) }
        guard let ancestor = Git.line(["merge-base", commit, "HEAD"]) else {
            throw .noCommonHistory(revision, isShallow: isShallow)
        }
        return ancestor
    }

    /// What a repository without a commit is compared with.
    private static func emptyTree() throws(GitFault) -> String {
        guard let tree = Git.line(["hash-object", "-t", "tree", "/dev/null"]) else {
            throw .failed("hash-object")
        }
        return tree
    }

    /// Reads what `git diff --name-status -z` writes: a status and a path, of a renamed file the old one and the new.
    private static func paths(_ output: [UInt8], top: String) -> (old: [String: String?], gone: [String]) {
        var fields = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }[...]
        var paths: [String: String?] = [:]
        var gone: [String] = []
        while let status = fields.popFirst(), let path = fields.popFirst() {
            switch status.first {
            case "R", "C":
                if let new = fields.popFirst() { paths["\(top)/\(new)"] = .some(path) }
            case "A": paths["\(top)/\(path)"] = .some(nil)
            case "D": gone.append(path)
            default: paths["\(top)/\(path)"] = .some(path)
            }
        }
        return (paths, gone)
    }

    /// The sections of `analysis` that changed.
    func sections(of analysis: Analysis, settings: Settings, threads: Int) throws(GitFault) -> ChangedSections
    {
        var (changed, old): ([Int], [Document]) = ([], [])
        for (index, document) in analysis.documents.enumerated() {
            guard let real = Self.realPath(document.path), let oldPath = oldPaths[real] else { continue }
            changed.append(index)
            // What was no text before is all new, as what was not there.
            let nothing = Document(path: document.path, format: document.format, text: "")
            guard let oldPath else {
                old.append(nothing)
                continue
            }
            old.append(try documentBefore(document.path, as: document.format, at: oldPath) ?? nothing)
        }
        // What was moved out of a page that is gone is not new.
        if !changed.isEmpty { old += try goneDocuments() }
        let before = Pipeline(settings: settings, threads: threads)
            .analysis(of: ReadResult(documents: old, skipped: []))
        return ChangedSections(of: analysis, documents: changed, before: before)
    }

    private func goneDocuments() throws(GitFault) -> [Document] {
        var documents: [Document] = []
        for path in gonePaths {
            guard let format = DocumentFormat(path: path), !format.holdsRecords else { continue }
            if let document = try documentBefore(path, as: format, at: path) { documents.append(document) }
        }
        return documents
    }

    /// What `commit` holds at `oldPath`; nil where that is no text.
    private func documentBefore(
        _ path: String, as format: DocumentFormat, at oldPath: String
    ) throws(GitFault) -> Document? {
        guard let bytes = Git.output(["show", "\(commit):\(oldPath)"]) else { throw .failed("show") }
        return Document(path: path, format: format, bytes: bytes)
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
