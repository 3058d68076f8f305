internal import Outlining
internal import Splitting

/// Which addresses lead to the same page as far as each page's own place goes.
///
/// A copy in another folder, or in another version's, links its own neighbour by another path, as it should. So two addresses within
/// a site contradict each other only where the page that they end in, or the place on it, is called otherwise.
enum PageAddresses {
    /// Whether two sections of different documents contradict each other only in the folders of an address.
    static func explain(_ contradiction: Contradiction, _ first: Section, _ second: Section) -> Bool {
        guard contradiction.kind == .url, first.document != second.document,
            let own = page(of: contradiction.first), let other = page(of: contradiction.second)
        else { return false }
        return own == other
    }

    /// The name of the page that an address within a site ends in, and the place on it; nil for any other address.
    private static func page(of address: String) -> [[UInt8]]? {
        let bytes = Array(address.utf8)
        guard !bytes.contains(UInt8(ascii: ":")), !bytes.starts(with: "//".utf8) else { return nil }
        let parts = bytes.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
        let folders = [".", ".."].map { Array($0.utf8) }
        guard let last = parts.first?.split(separator: UInt8(ascii: "/")).last.map(Array.init),
            !folders.contains(last)
        else { return nil }
        return [withoutExtension(last), parts.count > 1 ? Array(parts[1]) : []]
    }

    /// A page's file and its address on a site: "rules.md" and "rules/".
    private static func withoutExtension(_ name: [UInt8]) -> [UInt8] {
        let suffix = [".md", ".html"].map { Array($0.utf8) }.first {
            name.count > $0.count && name.suffix($0.count) == $0[...]
        }
        return Array(name.dropLast(suffix?.count ?? 0))
    }
}
