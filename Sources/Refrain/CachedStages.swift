internal import Caching
internal import Reading
internal import Splitting
internal import Vectorizing

/// The stages whose results a cache keeps: what a document was split into, and the rows of all.
///
/// A document's sections follow from its text alone. Rows weigh n-grams by how many sections have them, so they follow from all
/// documents at once, and an edit of one makes others of all. They are kept by a run that found no document changed, or knew none,
/// and looked for only where none has changed: a run after an edit writes the sections of what was edited and nothing else.
/// N-gram counts follow from a text alone, but take longer to read than to count (the etcd handbook, 7,403 sections: 33 ms for
/// 22 MB, against 18 ms on one core). Record files are split as fast as a cache is read, and are in none.
struct CachedStages: Sendable {
    private let cache: CacheFile
    /// The key of each document's sections; nil for one that holds records.
    private let sectionKeys: [CacheKey?]
    /// Where the rows of documents at these places stand, and what they follow from; nil where one holds records.
    private let rows: (key: CacheKey, origin: CacheKey)?

    /// Makes the keys of what follows from `documents` and `settings`. O(text).
    init(_ cache: CacheFile, documents: [Document], settings: Settings) {
        self.cache = cache
        let program = CacheKey(
            of: [cache.origin],
            settings: "cmark \(Splitter.parserVersion) ICU \(TextNormalization.engineVersion)")
        sectionKeys = documents.map { document in
            document.records == nil
                ? CacheKey(
                    of: [program, CacheKey(of: document.text)],
                    settings: "sections \(document.format.rawValue) \(settings.splitting.splitLevel) "
                        + "\(settings.splitting.splitRule)") : nil
        }
        let all = sectionKeys.compactMap { $0 }
        guard all.count == documents.count else {
            rows = nil
            return
        }
        let paths = documents.map { CacheKey(of: $0.path) }
        rows = (
            key: CacheKey(of: [program] + paths, settings: "rows"),
            origin: CacheKey(
                of: all,
                settings: "\(settings.vectorizing) \(settings.headingWeight) \(settings.includesCode)")
        )
    }

    /// The sections of a piece, from the cache where it has them.
    func split(_ piece: SplittingPiece, by splitter: Splitter) -> SplitSections {
        guard case .document(let document, let index) = piece, let key = sectionKeys[index] else {
            return splitter.split(piece)
        }
        if let sections = cache.sections(for: key, text: document.text, document: index) {
            return SplitSections(sections: sections, skipped: [])
        }
        let split = splitter.split(piece)
        if split.skipped.isEmpty { cache.add(split.sections, for: key, text: document.text) }
        return split
    }

    /// The rows of all sections, from the cache where it has them, or else what `vectorize` makes of them.
    func vectorized<Failure>(
        count: Int, _ vectorize: () throws(Failure) -> VectorizedTexts
    ) throws(Failure) -> VectorizedTexts {
        guard let rows else { return try vectorize() }
        let new = cache.newPart(of: sectionKeys.compactMap { $0 })
        if new == .none, let texts = cache.vectorizedTexts(for: rows.key, origin: rows.origin),
            texts.rowOfText.count == count
        {
            return texts
        }
        let texts = try vectorize()
        if new != .some { cache.add(texts, for: rows.key, origin: rows.origin) }
        return texts
    }
}
