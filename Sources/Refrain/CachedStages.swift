internal import Caching
internal import Reading
internal import Splitting
internal import Vectorizing

/// The stages whose results a cache keeps: what a document was split into, and the rows of all.
///
/// Rows weigh n-grams by how many sections have them, so they follow from all documents at once; a document's sections follow
/// from its text alone. Record files are split as fast as a cache is read, and are in none.
struct CachedStages: Sendable {
    private let cache: CacheFile
    /// The key of each document's sections; nil for one that holds records.
    private let sectionKeys: [CacheKey?]
    private let rowKey: CacheKey?

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
                    settings: "sections \(document.format.rawValue) \(settings.splitting.splitLevel)") : nil
        }
        let all = sectionKeys.compactMap { $0 }
        rowKey =
            all.count == documents.count
            ? CacheKey(
                of: all,
                settings:
                    "rows \(settings.vectorizing) \(settings.headingWeight) \(settings.includesCode)") : nil
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
        guard let rowKey else { return try vectorize() }
        if let texts = cache.vectorizedTexts(for: rowKey), texts.rowOfText.count == count { return texts }
        let texts = try vectorize()
        cache.add(texts, for: rowKey)
        return texts
    }
}
