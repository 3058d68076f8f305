/// The order of paths: folder by folder, name by name, by their UTF-8 bytes, as a walk through folders meets them.
enum PathOrder {
    /// `items` in the order of their paths; those of one path in that of the list. O(n log n) in the items.
    static func sorted<Item>(_ items: [Item], by path: (Item) -> String) -> [Item] {
        let keys = items.map { key(of: path($0)) }
        return items.indices.sorted { a, b in
            keys[a] == keys[b] ? a < b : keys[a].lexicographicallyPrecedes(keys[b])
        }.map { items[$0] }
    }

    /// The path's bytes with 0, which no path holds, for each slash: what a folder holds stands before a name that begins like
    /// the folder's.
    private static func key(of path: String) -> [UInt8] {
        path.utf8.map { $0 == UInt8(ascii: "/") ? 0 : $0 }
    }
}
