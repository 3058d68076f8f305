import Foundation
import Linting
import Reading
import Refrain

/// What changed since a revision, by git: the working tree's files against those of the revision, or of the common ancestor
/// of both, so that what others have changed since does not count; or the index's files against those of the last commit.
///
/// Paths are bytes. What git does not vouch for counts as changed.
struct GitChanges {
    /// What to compare with.
    enum Base {
        /// A revision, as git names them; files that git does not track yet are new.
        case revision(String)
        /// The last commit, for the files that are staged.
        case staged
    }

    /// What would be committed, where that is compared.
    let stagedTree: StagedTree?
    private let repository: GitRepository
    private let objects: GitObjects
    private let difference: GitDifference
    /// What git knows, by the path from the top.
    private let tracked: Set<[UInt8]>
    /// What git would add, if it were told to.
    private let untracked: Set<[UInt8]>

    /// Asks git which files changed.
    init(since base: Base) throws(GitFault) {
        repository = try GitRepository()
        objects = try GitObjects(of: repository)
        switch base {
        case .revision(let revision):
            let commit = try Self.ancestor(revision, in: repository)
            difference = try GitDifference([commit], in: repository).adding(
                try GitDifference.unwatched(since: commit, in: repository))
            tracked = try Self.paths(["ls-files", "--recurse-submodules", "-z"], in: repository)
            untracked = try Self.paths(["ls-files", "--others", "--exclude-standard", "-z"], in: repository)
            stagedTree = nil
        case .staged:
            let head = try repository.line(["rev-parse", "--verify", "--quiet", "HEAD"])
            let commit = if let head { head } else { try Self.emptyTree(in: repository) }
            difference = try GitDifference(["--cached", commit], in: repository)
            tracked = try Self.paths(["ls-files", "-z"], in: repository)
            untracked = []
            stagedTree = try StagedTree(of: repository, objects: objects)
        }
    }

    private static func paths(
        _ command: [String], in repository: GitRepository
    ) throws(GitFault) -> Set<[UInt8]> {
        Set(try repository.fields(command).map(Array.init))
    }

    private static func ancestor(
        _ revision: String, in repository: GitRepository
    ) throws(GitFault) -> String {
        let isShallow = try repository.line(["rev-parse", "--is-shallow-repository"]) == "true"
        guard
            let commit = try repository.line(
                ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
        else { throw .unknownRevision(revision, isShallow: isShallow) }
        guard let ancestor = try repository.line(["merge-base", commit, "HEAD"]) else {
            throw .noCommonHistory(revision, isShallow: isShallow)
        }
        return ancestor
    }

    /// What a repository without a commit is compared with.
    private static func emptyTree(in repository: GitRepository) throws(GitFault) -> String {
        guard let tree = try repository.line(["hash-object", "-t", "tree", "/dev/null"]) else {
            throw .failed("hash-object")
        }
        return tree
    }

    /// What a document is to git.
    private enum State {
        case unchanged
        /// It is new, or was something else than a file.
        case new
        /// It was this object.
        case changed(from: [UInt8])
        /// Git can't tell.
        case unknown
    }

    private func state(of document: Document) -> State {
        guard let file = document.file, let path = repository.path(of: file) else { return .unknown }
        if let old = difference.changed[path] { return old.map { .changed(from: $0) } ?? .new }
        if untracked.contains(path) { return .new }
        let isKnown = tracked.contains(path) && !difference.isInChangedSubmodule(path)
        return isKnown ? .unchanged : .unknown
    }

    /// The sections of `analysis` that changed, and the documents of which git can't tell, all sections of which are taken for changed.
    func sections(
        of analysis: Analysis, settings: Settings, threads: Int
    ) throws(GitFault) -> (changed: ChangedSections, unknown: [String]) {
        var (changed, old, unknown): ([Int], [Document], [String]) = ([], [], [])
        for (index, document) in analysis.documents.enumerated() {
            let before: Document?
            switch state(of: document) {
            case .unchanged: continue
            case .new: before = nil
            case .changed(let object):
                before = try self.document(document.path, as: document.format, object: object)
            case .unknown:
                before = nil
                unknown.append(document.path)
            }
            changed.append(index)
            // What was no text before is all new, as what was not there.
            old.append(before ?? Document(path: document.path, format: document.format, text: ""))
        }
        // What was moved out of a page that is gone is not new.
        if !changed.isEmpty { old += try goneDocuments() }
        let before = Pipeline(settings: settings, threads: threads)
            .analysis(of: ReadResult(documents: old, skipped: []))
        return (ChangedSections(of: analysis, documents: changed, before: before), unknown)
    }

    private func goneDocuments() throws(GitFault) -> [Document] {
        var documents: [Document] = []
        for (path, object) in difference.gone {
            let path = PathText.text(of: path)
            guard let format = DocumentFormat(path: path), !format.holdsRecords else { continue }
            if let document = try document(path, as: format, object: object) { documents.append(document) }
        }
        return documents
    }

    /// The document that an object was; nil where that is no text.
    private func document(
        _ path: String, as format: DocumentFormat, object: [UInt8]
    ) throws(GitFault) -> Document? {
        do throws(SkipReason) {
            return Document(path: path, format: format, bytes: try objects.contents(of: object))
        } catch {
            throw .failed("cat-file")
        }
    }
}
