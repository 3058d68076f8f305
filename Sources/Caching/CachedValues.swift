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

    /// The rows under `key`; nil where there are none.
    package func vectorizedTexts(for key: CacheKey) -> VectorizedTexts? {
        value(for: key).flatMap(RowCoding.texts)
    }

    /// Adds rows; those of more than `mostBytesOfValue` are let go of.
    package func add(_ texts: VectorizedTexts, for key: CacheKey) {
        guard texts.matrix.nonZeroCount * 4 < Self.mostBytesOfValue else { return }
        add(RowCoding.bytes(of: texts), for: key)
    }
}
