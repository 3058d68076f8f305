internal import Reading
internal import Splitting
internal import TestSupport

/// A document of any bytes is skipped or split, and then each of its lines stands in one section and one block.
enum DocumentFuzz {
    static func faults(of bytes: [UInt8], format: DocumentFormat) -> [String] {
        guard let document = Document(path: "a", format: format, bytes: bytes) else { return [] }
        let sections = Splitter().sections(of: document, index: 0)
        return LosslessContract.faults(in: sections, of: document.text)
    }
}
