import TestSupport
import Testing

@testable import Reading

struct TextDecodingTests {
    @Test(
        arguments: [
            ([], ""), (Array("a\nb".utf8), "a\nb"), (Array("文档 ✓\n".utf8), "文档 ✓\n"),
            ([0xEF, 0xBB, 0xBF], ""), ([0xEF, 0xBB, 0xBF, 0x61], "a"),
            ([0xFF, 0xFE], ""), ([0xFF, 0xFE, 0x87, 0x65], "文"), ([0xFE, 0xFF, 0x65, 0x87], "文"),
            ([0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE], "😀"),
            ([0xFE, 0xFF, 0x00, 0x61, 0x00, 0x0D, 0x00, 0x0A], "a\n"),
        ] as [([UInt8], String)])
    func textIsDecoded(bytes: [UInt8], text: String) throws {
        #expect(Array(try TextDecoding.text(of: bytes).utf8) == Array(text.utf8))
    }

    @Test(arguments: [
        ("a\r\nb\r\n", "a\nb\n"), ("a\rb", "a\nb"), ("\r\r\n\n\r", "\n\n\n\n"), ("\n\r", "\n\n"),
        ("\r", "\n"),
    ])
    func lineEndsBecomeLineFeeds(given: String, text: String) throws {
        #expect(Array(try TextDecoding.text(of: Array(given.utf8)).utf8) == Array(text.utf8))
    }

    @Test(
        arguments: [
            ([0x61, 0x00, 0x62], .binary(firstNULOffset: 1)),
            ([0x89, 0x50, 0x00], .binary(firstNULOffset: 2)),
            ([0xFF, 0xFE, 0x00, 0x00], .binary(firstNULOffset: 2)),
            ([0x00, 0x00, 0xFE, 0xFF], .binary(firstNULOffset: 0)),
            ([0xE9], .invalidUTF8(line: 1, byteOffset: 0, byte: 0xE9)),
            (
                [0x0D, 0x0A, 0x61, 0x0D, 0x62, 0x0A, 0xC0, 0xAF],
                .invalidUTF8(line: 4, byteOffset: 6, byte: 0xC0)
            ),
            ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], .invalidUTF8(line: 1, byteOffset: 4, byte: 0xFF)),
            ([0x61, 0xE6, 0x96], .invalidUTF8(line: 1, byteOffset: 1, byte: 0xE6)),
            ([0x61, 0xED, 0xA0, 0x80], .invalidUTF8(line: 1, byteOffset: 1, byte: 0xED)),
            ([0xF4, 0x90, 0x80, 0x80], .invalidUTF8(line: 1, byteOffset: 0, byte: 0xF4)),
            ([0xFF, 0xFE, 0x61], .invalidUTF16(byteOffset: 2)),
            ([0xFF, 0xFE, 0x61, 0x00, 0x62], .invalidUTF16(byteOffset: 4)),
            ([0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8], .invalidUTF16(byteOffset: 4)),
            ([0xFE, 0xFF, 0xDE, 0x00, 0x00, 0x61], .invalidUTF16(byteOffset: 2)),
        ] as [([UInt8], SkipReason)])
    func whatIsNotTextIsRefusedWithItsPlace(bytes: [UInt8], reason: SkipReason) {
        #expect(throws: reason) { try TextDecoding.text(of: bytes) }
    }

    /// Damages text at random and expects either all of it, or a fault where it has one.
    @Test(arguments: 0..<4)
    func damagedBytesAreDecodedOrRefusedButNeverTrap(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var originals: [[UInt8]] = []
        for text in ["# 标题\r\né 😀\n", "plain\rtext\n", ""] {
            let utf16: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            originals += [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + utf16]
        }
        for _ in 0..<2_000 {
            var bytes = originals.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let start = Int.random(in: 0...bytes.count, using: &generator)
                let end = Int.random(in: start...min(bytes.count, start + 2), using: &generator)
                let count = Int.random(in: 0...3, using: &generator)
                let damage = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
                bytes.replaceSubrange(start..<end, with: damage)
            }
            expectDecodedOrRefused(bytes)
        }
    }

    private func expectDecodedOrRefused(_ bytes: [UInt8]) {
        do throws(SkipReason) {
            let text = try TextDecoding.text(of: bytes)
            #expect(!text.utf8.contains(0) && !text.utf8.contains(0x0D), "\(bytes)")
            if bytes.first == 0xFF || bytes.first == 0xFE { return }
            #expect(String(validating: bytes, as: UTF8.self) != nil, "\(bytes)")
        } catch {
            switch error {
            case .binary(let offset):
                #expect(bytes[offset] == 0 && (bytes[0] >= 0xFE || !bytes[..<offset].contains(0)), "\(bytes)")
            case .invalidUTF8(_, let offset, let byte):
                #expect(bytes[offset] == byte, "\(bytes)")
                #expect(String(validating: bytes[..<offset], as: UTF8.self) != nil, "\(bytes)")
                #expect(String(validating: bytes, as: UTF8.self) == nil, "\(bytes)")
            case .invalidUTF16(let offset):
                #expect(offset >= 2 && offset < bytes.count, "\(bytes)")
            default:
                Issue.record("no fault of text: \(error)")
            }
        }
    }
}
