internal import Reading
internal import Splitting

/// An order of sections that depends on where they stand, and not on the order in which documents were named.
struct SectionOrder {
    let sections: [Section]
    let documents: [Document]

    /// The first of `candidates`, one at least: by path, folder by folder, then by line.
    func first(of candidates: [Int]) -> Int {
        let documents = Set(candidates.map { sections[$0].document })
        guard documents.count > 1 else { return candidates[0] }
        let first = documents.min { precedes(self.documents[$0].path, self.documents[$1].path) }
        return candidates.first { sections[$0].document == first } ?? candidates[0]
    }

    /// A slash comes before all else: what a folder holds stands together.
    private func precedes(_ a: String, _ b: String) -> Bool {
        a.utf8.lazy.map(Self.rank).lexicographicallyPrecedes(b.utf8.lazy.map(Self.rank))
    }

    private static func rank(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "/") ? 0 : byte }
}
