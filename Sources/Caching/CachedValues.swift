internal import Matrices
package import Splitting
package import Vectorizing

/// What a cache keeps of the stages.
extension CacheFile {
    /// The sections under `key` as those of the document with this text and index; nil where there are none.
    package func sections(for key: CacheKey, text: String, document: Int) -> [Section]? {
        value(for: key).flatMap { SectionCoding(text: text).sections(from: $0, document: document) }
    }

    /// Adds the sections of a document with this text.
    package func add(_ sections: [Section], for key: CacheKey, text: String) {
        if let bytes = SectionCoding(text: text).bytes(of: sections) { add(bytes, for: key) }
    }

    /// Which part of these documents' sections is new in this run.
    package func newPart(of keys: [CacheKey]) -> NewPart {
        let keys = Set(keys)
        let added = addedCount(among: Array(keys))
        return added == 0 ? .none : added == keys.count ? .all : .some
    }

    /// How much of something a run has added.
    package enum NewPart {
        /// Nothing: all was there before.
        case none
        /// A part of it.
        case some
        /// All of it.
        case all
    }

    /// The rows under `key`, if they follow from `origin`; nil where there are none.
    package func vectorizedTexts(for key: CacheKey, origin: CacheKey) -> VectorizedTexts? {
        value(for: key).flatMap { RowCoding.texts(from: $0, origin: origin) }
    }

    /// Adds rows in place of those that followed from another origin; those of more than `mostBytesOfValue` are let go of.
    package func add(_ texts: VectorizedTexts, for key: CacheKey, origin: CacheKey) {
        guard texts.matrix.nonZeroCount * 4 < Self.mostBytesOfValue else { return leaveOut() }
        add(RowCoding.bytes(of: texts, origin: origin), for: key)
    }
}
