/// Finds where the elements of a JSON list end, whatever is in them: by quotes and brackets alone, so that one broken
/// element does not take the others along.
struct JSONList {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where an element begins.
    var position: Int

    /// What ends an element.
    enum Border: Equatable {
        case comma(at: Int)
        case closing(at: Int)
    }

    /// Makes a finder that begins at an element, after a comma or the list's opening bracket.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// The end of the element that begins here, after which the next one does; nil where the bytes end before.
    mutating func nextBorder() -> Border? {
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): guard skipString() else { return nil }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: "]"):
                if depth == 0 { return .closing(at: position - 1) }
                depth -= 1
            case UInt8(ascii: ","): if depth == 0 { return .comma(at: position - 1) }
            default: break
            }
        }
        return nil
    }

    /// Passes over the rest of a string, control characters and wrong escapes included; false where it has no end.
    private mutating func skipString() -> Bool {
        while position < bytes.count {
            if position + 8 <= bytes.count {
                guard let offset = ByteWord(bytes, position).firstStringBreak else {
                    position += 8
                    continue
                }
                position += offset
            }
            let byte = bytes[position]
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") { return true }
        }
        return false
    }
}
