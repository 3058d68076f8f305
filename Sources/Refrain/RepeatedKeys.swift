internal import Scheduling
internal import Splitting
internal import Vectorizing

/// Finds ids that several records have, byte for byte.
enum RepeatedKeys {
    /// The sections that each such id names, by the first of them. O(bytes of the ids).
    static func groups(of sections: [Section], workers: Workers) -> [[Int]] {
        let keyed = sections.indices.filter { sections[$0].key != nil }
        guard keyed.count > 1 else { return [] }
        let blockSize = 1024
        let hashes = workers.map((keyed.count + blockSize - 1) / blockSize) { block in
            keyed[block * blockSize..<min((block + 1) * blockSize, keyed.count)].map {
                Fingerprint(ofBytesOf: sections[$0].key ?? "")
            }
        }
        let equal = EqualHashes(Array(hashes.joined()))
        guard equal.firsts.count < keyed.count else { return [] }
        var groups = [[Int]](repeating: [], count: equal.firsts.count)
        for (place, number) in equal.numbers.enumerated() { groups[number].append(keyed[place]) }
        return groups.filter { $0.count > 1 }
    }
}
