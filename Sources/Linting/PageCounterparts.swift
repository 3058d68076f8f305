internal import Reading
internal import Refrain

/// Which pages of parallel trees, or of a family, are the same page in each, by name.
struct PageCounterparts {
    /// What a page and its counterparts are called: its last part in a tree, for trees are reordered; its path elsewhere.
    let nameOfDocument: [String]
    /// Per document a number that pages of one name share.
    let ownPage: [Int]
    /// Per document that of the first page of its family, apart from all others; its own where it is of none.
    let page: [Int]

    /// Numbers the pages of `input`. O(documents).
    init(in input: LintInput) {
        let relations = input.relations
        let names = input.analysis.documents.enumerated().map { document, page in
            relations.parallel.isInTree(document: document)
                ? String(page.path.drop(throughLast: "/")) : page.path
        }
        var numbers: [String: Int] = [:]
        for name in names where numbers[name] == nil { numbers[name] = numbers.count }
        let own = names.map { numbers[$0] ?? 0 }
        nameOfDocument = names
        ownPage = own
        page = names.indices.map { document in
            relations.pageFamilies.family(ofDocument: document).map { family in
                numbers.count + own[relations.pageFamilies.all[family].pages[0]]
            } ?? own[document]
        }
    }
}

extension String {
    /// What stands behind the last `separator`; all of it where there is none.
    fileprivate func drop(throughLast separator: Character) -> Substring {
        lastIndex(of: separator).map { self[index(after: $0)...] } ?? self[...]
    }
}
