import Foundation
import TestSupport

/// A corpus repeated, with edits in each copy but the first: as many records as are asked for from as few as there are.
///
/// The edits of a copy depend on its number and on the text: records with one text have one in every copy too, so that the
/// corpus's own repetition is kept and not multiplied.
struct EditedCopies {
    /// What the edits are drawn from.
    let seed: UInt64
    /// How many Unicode scalars there are to one edit, on average.
    let scalarsPerEdit: Int

    /// Writes `count` records made from those of the file `source` to the file `path`; memory for one record.
    ///
    /// - Throws: `BenchmarkFailure.corpusTooSmall` where `source` has no record.
    func write(_ count: Int, of source: String, to path: String) throws {
        let output = try RecordFile(path)
        let encoder = Record.encoder()
        var (written, copy) = (0, 0)
        while written < count {
            let before = written
            let lines = try LineReader(source)
            var number = 0
            while written < count, let line = try lines.next() {
                number += 1
                guard var record = Record(line: line) else {
                    throw BenchmarkFailure.brokenRecord(path: source, line: number)
                }
                record.id += "/\(copy)"
                if copy > 0 { record.text = edited(record.text, copy: copy) }
                try output.append(record.line(encoder))
                written += 1
            }
            guard written > before else {
                throw BenchmarkFailure.corpusTooSmall(path: source, records: 0, wanted: 1)
            }
            copy += 1
        }
        try output.finish()
    }

    /// `text` as copy `copy` has it: runs of 4 to 12 scalars left out, put in or replaced.
    func edited(_ text: String, copy: Int) -> String {
        var scalars = Array(text.unicodeScalars)
        var generator = SeededGenerator(seed: seed ^ Self.hash(text), part: UInt64(copy))
        for _ in 0..<max(1, scalars.count / scalarsPerEdit) {
            let place = generator.below(scalars.count + 1)
            let kind = generator.below(3)
            let end = kind == 0 ? place : min(scalars.count, place + 4 + generator.below(9))
            let isChinese = place < scalars.count && scalars[place].value >= 0x2E80
            let added = kind == 1 ? [] : Self.run(isChinese: isChinese, &generator)
            scalars.replaceSubrange(place..<end, with: added)
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func run(isChinese: Bool, _ generator: inout SeededGenerator) -> [Unicode.Scalar] {
        (0..<4 + generator.below(9)).compactMap { _ in
            Unicode.Scalar(UInt32(isChinese ? 0x4E00 + generator.below(3000) : 0x61 + generator.below(26)))
        }
    }

    /// FNV-1a over the text's bytes (G. Fowler, L. C. Noll, K.-P. Vo).
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
