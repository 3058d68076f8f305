import Foundation
import Reading
import TestSupport
import Testing

@testable import Splitting

/// Records made and broken at random, against slow and obvious references.
struct RecordFuzzTests {
    @Test(arguments: 0..<8)
    func exactlyWhatIsJSONIsRead(seed: UInt64) {
        var random = RandomJSON(seed: seed)
        for _ in 0..<2000 {
            let text = random.mutated(random.value(depth: 3))
            guard String(validating: text, as: UTF8.self) != nil, !text.contains(0x0A),
                !Self.isReadOtherwiseByFoundation(text)
            else { continue }
            let skipped = records(of: text, .jsonLines).skipped
            let isJSON = !skipped.contains { $0.reason == .brokenRecord(line: 1, fault: .notJSON) }
            let isBlank = text.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
            let reference = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
            #expect(isJSON == (reference != nil || isBlank), "\(String(decoding: text, as: UTF8.self))")
        }
    }

    /// Whether a text may hold what Foundation and RFC 8259 disagree on: a comma before the end of an object, which
    /// Foundation takes, or half a surrogate pair, which it does not.
    private static func isReadOtherwiseByFoundation(_ text: [UInt8]) -> Bool {
        let text = String(decoding: text, as: UTF8.self)
        let withoutSpace = text.filter { !$0.isWhitespace }
        let withoutPairs = text.replacing("\\\\", with: "").replacing("\\ud83d\\ude00", with: "")
        return withoutSpace.contains(",}") || withoutPairs.contains("\\ud")
    }

    @Test(arguments: 0..<8)
    func recordsHoldWhatJSONSays(seed: UInt64) {
        var random = RandomJSON(seed: seed)
        for _ in 0..<1000 {
            let text = random.record()
            let found = records(of: text, .jsonLines).sections.first
            let object = try? JSONSerialization.jsonObject(with: Data(text)) as? [String: Any]
            #expect(found?.text(includingCode: true) == object?["text"] as? String)
            #expect(found?.heading == object.map { $0["title"] as? String ?? "" })
        }
    }

    @Test(arguments: [DocumentFormat.jsonLines, .json, .csv, .tsv], 0..<12)
    func whereTheBytesAreCutIsNoMatter(format: DocumentFormat, seed: UInt64) {
        var random = RandomJSON(seed: seed)
        let text = random.mutated(random.file(format, records: 12), times: Int(seed % 4))
        let whole = records(of: text, format, textFormat: nil)
        for pieceBytes in Array(1...16) + [23, 64, 100, 1000] {
            let result = records(of: text, format, textFormat: nil, pieceBytes: pieceBytes)
            #expect(
                result == whole, "\(pieceBytes) \(String(decoding: text, as: UTF8.self).debugDescription)")
        }
    }

    @Test(arguments: 0..<200)
    func rowsAreThoseOfAnObviousReader(seed: UInt64) {
        var random = RandomJSON(seed: seed)
        let text = random.mutated(random.file(.csv, records: 8), times: Int(seed % 3))
        let expected = PlainCSV.rows(of: text)
        var found: [PlainCSV.Row] = []
        text.withUnsafeBufferPointer { bytes in
            var rows = CSVRows(bytes, at: 0, separator: UInt8(ascii: ","))
            while let row = rows.next() {
                found.append(PlainCSV.Row(values: rows.values.map(rows.text), fault: row.fault))
            }
        }
        let source = String(decoding: text, as: UTF8.self).debugDescription
        #expect(found.map(\.fault) == expected.map(\.fault), "\(source)")
        for (found, expected) in zip(found, expected) where found.fault == nil {
            #expect(found.values == expected.values, "\(source)")
        }
    }

    @Test(arguments: 0..<4)
    func exactlyWhatIsUTF8Passes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
            0xEF,
            0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }
            let fault = bytes.withUnsafeBufferPointer { UTF8Check.firstFault(in: $0, 0..<$0.count) }
            #expect((fault == nil) == (String(validating: bytes, as: UTF8.self) != nil))
            if let fault { #expect(String(validating: bytes[..<fault], as: UTF8.self) != nil) }
        }
    }
}

/// Reads separated values character by character: slow, and short enough to be seen through.
enum PlainCSV {
    struct Row: Equatable {
        var values: [String]
        var fault: RecordFault?
    }

    static func rows(of text: [UInt8]) -> [Row] {
        var (rows, row, value): ([Row], Row, [UInt8]) = ([], Row(values: []), [])
        var (at, isOpen) = (0, false)
        func byte(_ offset: Int) -> UInt8? { at + offset < text.count ? text[at + offset] : nil }
        func endValue() {
            row.values.append(String(decoding: value, as: UTF8.self))
            value = []
        }
        func endRow() {
            endValue()
            rows.append(row)
            (row, isOpen) = (Row(values: []), false)
        }
        while let next = byte(0) {
            isOpen = true
            if next == 0x22, value.isEmpty, !row.isInPlainValue(text, at) {
                at += 1
                while let inside = byte(0), inside != 0x22 || byte(1) == 0x22 {
                    if inside == 0x0D {
                        value.append(0x0A)
                        if byte(1) == 0x0A { at += 1 }
                    } else {
                        value.append(inside)
                    }
                    at += inside == 0x22 ? 2 : 1
                }
                if byte(0) == nil { row.fault = row.fault ?? .unclosedQuote } else { at += 1 }
                if let after = byte(0), ![0x2C, 0x0A, 0x0D].contains(after) {
                    row.fault = row.fault ?? .textAfterQuote
                    while let skipped = byte(0), ![0x2C, 0x0A, 0x0D].contains(skipped) { at += 1 }
                }
                if byte(0) == nil { break }
                continue
            }
            at += 1
            switch next {
            case 0x2C: endValue()
            case 0x0D:
                if byte(0) == 0x0A { at += 1 }
                endRow()
            case 0x0A: endRow()
            default: value.append(next)
            }
        }
        if isOpen { endRow() }
        return rows
    }
}

extension PlainCSV.Row {
    /// Whether the value that goes on at `at` has begun before.
    fileprivate func isInPlainValue(_ text: [UInt8], _ at: Int) -> Bool {
        at > 0 && ![0x2C, 0x0A, 0x0D].contains(text[at - 1])
    }
}
