import TestSupport
import Testing

@testable import Reporting

/// What is written as XML is read back as it was.
struct XMLTextTests {
    /// `text` as XML 1.0 can hold it: of its controls only tab, line feed and carriage return, and not the last two code points of
    /// the first plane.
    static func held(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...0x10FFFF: String(scalar)
            case 0xFFFE, 0xFFFF: "\u{FFFD}"
            default: "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
            }
        }.joined()
    }

    @Test(arguments: 1...200)
    func oddTextIsReadBack(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let text = OddDocuments.oddText(&generator, breaksLines: true)
        let document = "<a \(XMLText.attributes([("b", text)]))>[\(XMLText.escaped(text))]</a>"
        let root = try XMLNode.root(of: document)
        #expect(
            root.attributes["b"].map { Array($0.unicodeScalars) } == Array(Self.held(text).unicodeScalars))
        #expect(Array(root.text.unicodeScalars) == Array("[\(Self.held(text))]".unicodeScalars))
    }

    @Test func everyScalarIsReadBackOrWrittenOut() throws {
        for plane in stride(from: 0, to: 0x11_0000, by: 0x1000) {
            let text = String(
                String.UnicodeScalarView((plane..<plane + 0x1000).compactMap { Unicode.Scalar(UInt32($0)) }))
            let root = try XMLNode.root(of: "<a>[\(XMLText.escaped(text))]</a>")
            #expect(
                root.text.unicodeScalars.elementsEqual("[\(Self.held(text))]".unicodeScalars), "from \(plane)"
            )
        }
    }
}
