internal import Clustering
internal import Reading
internal import Refrain

/// Which documents are one page to a person who looks through findings.
package struct LintedPages: Sendable {
    /// Per document the first that is the same page in its own or a parallel tree: the document itself where there is none before it.
    package let page: [Int]
    /// Per document the first of those that are its page or a page of the same family.
    package let family: [Int]

    /// The pages of `input`. Two documents in trees of one set are one page where they are called the same, if no tree has two of that
    /// name, and where they have one path behind the tree's folder: trees are reordered, and each folder may have a README.
    /// O(documents).
    init(in input: LintInput) {
        let places = Self.places(in: input)
        var firsts: [Place: Int] = [:]
        let page = places.enumerated().map { document, place in
            if firsts[place] == nil { firsts[place] = document }
            return firsts[place] ?? document
        }
        var sets = UnionFind(count: page.count)
        for family in input.relations.pageFamilies.all {
            for document in family.pages.dropFirst() { sets.unite(page[family.pages[0]], page[document]) }
        }
        self.page = page
        family = page.map { sets.root(of: $0) }
    }

    /// What a page is known by: its name or path in trees of a set, or its path.
    private struct Place: Hashable {
        let set: Int?
        let name: Substring
    }

    private struct NameInTree: Hashable {
        let tree: Substring
        let name: Substring
    }

    private static func places(in input: LintInput) -> [Place] {
        let paths = input.analysis.documents.map { $0.path[...] }
        let trees = paths.indices.map { tree(ofDocument: $0, in: input) }
        var names: Set<NameInTree> = []
        var ambiguous: Set<Substring> = []
        for (path, tree) in zip(paths, trees) {
            guard let tree else { continue }
            let name = path.name
            if !names.insert(NameInTree(tree: tree.folder, name: name)).inserted { ambiguous.insert(name) }
        }
        return zip(paths, trees).map { path, tree in
            guard let tree else { return Place(set: nil, name: path) }
            let rest = path[tree.folder.endIndex...]
            return Place(set: tree.set, name: ambiguous.contains(rest.name) ? rest : rest.name)
        }
    }

    /// The first tree that a document lies in: the place of its set, and its folder.
    private static func tree(ofDocument document: Int, in input: LintInput) -> (set: Int, folder: Substring)?
    {
        for (set, folder) in input.relations.parallel.trees(ofDocument: document).enumerated() {
            if let folder { return (set, folder) }
        }
        return nil
    }
}

extension Substring {
    /// What stands behind the last slash of a path.
    fileprivate var name: Substring { lastIndex(of: "/").map { self[index(after: $0)...] } ?? self }
}
