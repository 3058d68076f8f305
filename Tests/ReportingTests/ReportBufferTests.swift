import Reporting
import TestSupport
import Testing

/// Bytes gather and go on.
struct ReportBufferTests {
    @Test func piecesPutTogetherAreWhatWasAdded() throws {
        var generator = SeededGenerator(seed: 7)
        for pieceBytes in [1, 2, 7, 64, 1 << 18] {
            var (expected, pieces) = ("", [String]())
            var buffer = ReportBuffer(pieceBytes: pieceBytes) { piece in
                pieces.append(String(decoding: piece, as: UTF8.self))
            }
            for _ in 0..<200 {
                let text = String(repeating: "x", count: Int.random(in: 0...20, using: &generator))
                expected += text
                try buffer.append(text)
            }
            try buffer.flush()
            #expect(pieces.joined() == expected)
            #expect(pieces.allSatisfy { !$0.isEmpty && $0.utf8.count <= max(20, pieceBytes) })
        }
    }

    @Test func nothingAddedIsNothingDrained() throws {
        var buffer = ReportBuffer { _ in Issue.record("an empty piece") }
        try buffer.append("")
        try buffer.flush()
    }

    @Test func refusalComesThrough() {
        #expect(throws: ReportError(errorNumber: 5)) {
            var buffer = ReportBuffer(pieceBytes: 4) { _ throws(ReportError) in
                throw ReportError(errorNumber: 5)
            }
            try buffer.append("abc")
            try buffer.append("def")
        }
    }
}
