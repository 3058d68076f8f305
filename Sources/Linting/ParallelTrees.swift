internal import Reading
internal import Refrain
internal import Splitting

/// Trees that say the same on purpose: versions of a manual, translations.
struct ParallelTrees: Sendable {
    /// Trees that are parallel to each other.
    struct TreeSet: Sendable {
        /// The entry of the settings.
        let text: String
        /// What the trees' folders match.
        let patterns: [FolderPattern]

        /// The tree that `path` lies in: the part of it that names the tree's folder; nil for none.
        func tree(of path: String) -> Substring? {
            for pattern in patterns { if let folder = pattern.folder(of: path) { return folder } }
            return nil
        }
    }

    let sets: [TreeSet]

    /// In which tree of each set each document of `analysis` lies.
    func membership(in analysis: Analysis) -> ParallelMembership {
        ParallelMembership(
            treesOfDocument: analysis.documents.map { document in sets.map { $0.tree(of: document.path) } },
            documentOfSection: analysis.sections.map(\.document))
    }
}

/// Where the sections of an analysis lie in parallel trees.
struct ParallelMembership {
    fileprivate let treesOfDocument: [[Substring?]]
    fileprivate let documentOfSection: [Int]

    /// Whether two sections lie in different trees of one set.
    func areParallel(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (trees(of: a), trees(of: b))
        return zip(first, second).contains { $0 != nil && $1 != nil && $0 != $1 }
    }

    /// The trees that a section lies in, one a set: sections with the same ones are parallel to the same others.
    func trees(of section: Int) -> [Substring?] { trees(ofDocument: documentOfSection[section]) }

    /// The trees that a document lies in, one a set.
    func trees(ofDocument document: Int) -> [Substring?] { treesOfDocument[document] }

    /// Whether a section lies in a tree.
    func isInTree(_ section: Int) -> Bool { isInTree(document: documentOfSection[section]) }

    /// Whether a document lies in a tree.
    func isInTree(document: Int) -> Bool { treesOfDocument[document].contains { $0 != nil } }

    /// The sets that no document lies in a tree of: their places among the sets.
    var unusedSets: [Int] {
        let count = treesOfDocument.first?.count ?? 0
        return (0..<count).filter { set in treesOfDocument.allSatisfy { $0[set] == nil } }
    }
}
