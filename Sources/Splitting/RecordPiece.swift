internal import Foundation
internal import Reading

/// Some lines of a file that holds a JSON record a line. Each record is a section of one paragraph.
public struct RecordPiece: Sendable {
    private let document: Document
    private let index: Int
    private let firstLine: Int
    /// Where each line begins, in bytes, and after the last line where it ends.
    private let starts: [Int]

    /// How many lines a piece holds: enough work for a thread to fetch.
    private static let linesPerPiece = 512

    /// The pieces of a record file, in order. O(bytes).
    static func pieces(of document: Document, index: Int) -> [RecordPiece] {
        let starts = lineStarts(document.text)
        return stride(from: 0, to: starts.count - 1, by: linesPerPiece).map { first in
            let last = min(first + linesPerPiece, starts.count - 1)
            return RecordPiece(
                document: document, index: index, firstLine: first + 1, starts: Array(starts[first...last]))
        }
    }

    private static func lineStarts(_ text: String) -> [Int] {
        var text = text
        return text.withUTF8 { bytes in
            var starts = [0]
            var next = 0
            while next < bytes.count {
                let left = bytes.count - next
                guard let found = memchr(bytes.baseAddress! + next, 0x0A, left) else {
                    starts.append(bytes.count)
                    break
                }
                next = UnsafeRawPointer(found) - UnsafeRawPointer(bytes.baseAddress!) + 1
                starts.append(next)
            }
            return starts
        }
    }

    /// The sections of the piece's records, and the lines that are none. Blank lines are neither.
    func split(_ fields: RecordFields) -> (sections: [Section], skipped: [SkippedInput]) {
        var (sections, skipped): ([Section], [SkippedInput]) = ([], [])
        var text = document.text
        text.withUTF8 { bytes in
            for (offset, start) in starts.dropLast().enumerated() {
                let line = UnsafeBufferPointer(rebasing: bytes[start..<starts[offset + 1]])
                guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) else { continue }
                do throws(RecordFailure) {
                    sections.append(
                        try Record(Data(buffer: line), fields: fields)
                            .section(document: index, line: firstLine + offset))
                } catch {
                    skipped.append(
                        SkippedInput(
                            path: document.path,
                            reason: .brokenRecord(line: firstLine + offset, fault: error.fault)))
                }
            }
        }
        return (sections, skipped)
    }
}

/// A fault on its way out of a record.
private struct RecordFailure: Error {
    let fault: RecordFault
}

/// A record: text, and id and title where it has them.
private struct Record {
    let id: String?
    let title: String
    let text: String

    init(_ line: Data, fields: RecordFields) throws(RecordFailure) {
        let value: Any
        do {
            value = try JSONSerialization.jsonObject(with: line, options: [.fragmentsAllowed])
        } catch {
            throw RecordFailure(fault: .notJSON)
        }
        guard let object = value as? [String: Any] else { throw RecordFailure(fault: .notAnObject) }
        guard let text = try Self.text(fields.text, of: object) else {
            throw RecordFailure(fault: .missingField(fields.text))
        }
        self.text = text
        title = try Self.text(fields.title, of: object) ?? ""
        if let number = object[fields.id] as? NSNumber {
            id = "\(number)"
        } else {
            id = try Self.text(fields.id, of: object)
        }
    }

    private static func text(_ field: String, of object: [String: Any]) throws(RecordFailure) -> String? {
        guard let value = object[field], !(value is NSNull) else { return nil }
        guard let text = value as? String else { throw RecordFailure(fault: .notText(field: field)) }
        return text
    }

    func section(document: Int, line: Int) -> Section {
        let blocks =
            text.isEmpty
            ? []
            : [
                Block(
                    kind: .paragraph, startLine: line, endLine: line, text: text, source: Substring(text))
            ]
        return Section(
            document: document, key: id, heading: title, number: nil,
            headingPath: title.isEmpty ? [] : [title],
            level: 0, startLine: line, endLine: line, headingEndLine: line - 1, blocks: blocks,
            hasSubsections: false, source: Substring(text))
    }
}
