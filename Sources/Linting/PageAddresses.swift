internal import Outlining
internal import Reading
internal import Splitting

/// Where the addresses in pages lead, as far as paths say it.
///
/// A copy in another folder links the same file by another path, as it should.
struct PageAddresses: Sendable {
    private let paths: [String]

    /// Takes the paths of all documents.
    init(_ documents: [Document]) { paths = documents.map(\.path) }

    /// Whether two sections contradict each other only in how each writes the path of one file.
    func explain(_ contradiction: Contradiction, _ first: Section, _ second: Section) -> Bool {
        guard contradiction.kind == .url, first.document != second.document,
            let own = resolved(contradiction.first, from: paths[first.document]),
            let others = resolved(contradiction.second, from: paths[second.document])
        else { return false }
        return own == others
    }

    /// The bytes of the path that a relative address leads to; nil for an address that is none.
    private func resolved(_ address: String, from path: String) -> [[UInt8]]? {
        let bytes = Array(address.utf8)
        guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "#"),
            !bytes.contains(UInt8(ascii: ":"))
        else { return nil }
        var parts = path.utf8.split(separator: UInt8(ascii: "/")).dropLast().map(Array.init)
        for part in bytes.split(separator: UInt8(ascii: "/")).map(Array.init) where part != Array(".".utf8) {
            if part == Array("..".utf8), let last = parts.last, last != part {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts
    }
}
