/// A place in a block of Markdown where the address of a link, image or the like stands.
struct AddressPlace: Equatable {
    /// The bytes of the address.
    let range: Range<Int>
    /// Whether it is an attribute's value, and not a Markdown destination.
    let isInTag: Bool

    /// The addresses in the tags of raw HTML in `range`, in order. O(n).
    static func inTags(of bytes: [UInt8], _ range: Range<Int>) -> [AddressPlace] {
        HTMLAttribute.all(in: bytes, range).flatMap { attribute -> [AddressPlace] in
            switch attribute.name {
            case "href", "src", "poster": [AddressPlace(range: attribute.value, isInTag: true)]
            case "srcset": candidates(bytes, attribute.value)
            default: []
            }
        }
    }

    /// The addresses of a `srcset`: each goes up to white space or the comma before it, and behind a further comma comes the next.
    private static func candidates(_ bytes: [UInt8], _ value: Range<Int>) -> [AddressPlace] {
        let comma = UInt8(ascii: ",")
        var (rest, places): (ArraySlice<UInt8>, [AddressPlace]) = (bytes[value], [])
        while let start = rest.firstIndex(where: { !InlineSpan.isSpace($0) && $0 != comma }) {
            var end = rest[start...].firstIndex { InlineSpan.isSpace($0) } ?? rest.endIndex
            rest = rest[end...]
            if bytes[end - 1] == comma { end -= 1 } else { rest = rest.drop { $0 != comma } }
            places.append(AddressPlace(range: start..<end, isInTag: true))
        }
        return places
    }
}
