import Reading
import TestSupport

/// JSON texts, record files, and what chance makes of them.
struct RandomJSON {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// A value, lists and objects at most `depth` deep.
    mutating func value(depth: Int) -> [UInt8] {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &generator) {
        case 0: return Array(["true", "false", "null"].randomElement(using: &generator)!.utf8)
        case 1: return number()
        case 2...5: return string()
        case 6:
            let elements = (0..<Int.random(in: 0...3, using: &generator)).map { _ in value(depth: depth - 1) }
            return Array("[".utf8) + space() + elements.joined(separator: Array(",".utf8) + space())
                + Array("]".utf8)
        default:
            let names = ["text", "id", "title", "a", "b"].shuffled(using: &generator).prefix(3)
            let members = names.map {
                Array("\"\($0)\"".utf8) + space() + Array(":".utf8) + value(depth: depth - 1)
            }
            return Array("{".utf8) + space() + members.joined(separator: Array(",".utf8)) + space()
                + Array("}".utf8)
        }
    }

    /// An object with a text, and perhaps a title.
    mutating func record() -> [UInt8] {
        let title = Bool.random(using: &generator) ? Array(", \"title\": ".utf8) + string() : []
        return Array("{\"x\": ".utf8) + value(depth: 2) + Array(", \"text\": ".utf8) + string() + title
            + Array("}".utf8)
    }

    /// A record file.
    mutating func file(_ format: DocumentFormat, records count: Int) -> [UInt8] {
        switch format {
        case .jsonLines: return Array((0..<count).map { _ in record() }.joined(separator: [0x0A]))
        case .json:
            let elements = (0..<count).map { _ in record() }
            return Array("\n[ ".utf8) + elements.joined(separator: Array(" ,\n ".utf8)) + Array("\n]\n".utf8)
        default:
            let separator: UInt8 = format == .csv ? 0x2C : 0x09
            let header = Array("id".utf8) + [separator] + Array("text".utf8)
            let lineEnd = Array(["\n", "\r\n", "\r"].randomElement(using: &generator)!.utf8)
            let rows = (0..<count).map { _ in cell() + [separator] + cell() }
            return Array(([header] + rows).joined(separator: lineEnd)) + lineEnd
        }
    }

    /// The bytes with some of them changed, added or gone.
    mutating func mutated(_ bytes: [UInt8], times: Int? = nil) -> [UInt8] {
        var bytes = bytes
        let alphabet = Array("{}[]\"\\,:0e+-.tn u\r\n\t".utf8) + [0xE9, 0x01, 0xC3]
        for _ in 0..<(times ?? Int.random(in: 0...2, using: &generator)) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes.remove(at: at)
            case 1: bytes.insert(alphabet.randomElement(using: &generator)!, at: at)
            case 2: bytes[at] = alphabet.randomElement(using: &generator)!
            default: bytes.removeSubrange(at..<min(bytes.count, at + 5))
            }
        }
        return bytes
    }

    private mutating func space() -> [UInt8] {
        Array(["", "", " ", "\t ", "  "].randomElement(using: &generator)!.utf8)
    }

    private mutating func number() -> [UInt8] {
        let numbers = [
            "0", "-0", "12", "-3.25", "1e5", "2E-3", "0.5e+1", "01", "1.", ".5", "-", "1e", "+1", "0x1",
            "NaN",
        ]
        return Array(numbers.randomElement(using: &generator)!.utf8)
    }

    private mutating func string() -> [UInt8] {
        let parts = [
            "a", "some words", "é", "汉字", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\ud83d\\ude00", "{",
            "]", ",", " ",
            "12345678", "\u{7F}",
        ]
        let text = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            parts.randomElement(using: &generator)!
        }
        return Array("\"\(text.joined())\"".utf8)
    }

    private mutating func cell() -> [UInt8] {
        let parts = [
            "a", "b c", "é", "5\" x", "\"x, y\"", "\"two\nlines\"", "\"two\r\nlines\"", "\"\"",
            "\"a \"\"b\"\" c\"", "",
        ]
        return Array(parts.randomElement(using: &generator)!.utf8)
    }
}
