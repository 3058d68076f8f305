package import Scheduling

/// Texts with identical ones put together: what is equal to the byte is worked on once.
package struct DistinctTexts: Sendable {
    /// For each distinct text the index of its first copy; rising.
    package let firsts: [Int]
    /// For each text the number of its distinct text: an index in `firsts`.
    package let numbers: [Int]
    /// How many texts each distinct text stands for.
    package let copies: [UInt32]

    /// Finds equal texts: fingerprints in parallel, then a comparison where they agree. O(bytes).
    package init(_ texts: [String], workers: Workers) {
        let hashes = workers.map(texts.count) { Fingerprint(ofBytesOf: texts[$0]) }
        var numbers: [Int] = []
        numbers.reserveCapacity(texts.count)
        var (firsts, copies): ([Int], [UInt32]) = ([], [])
        var known: [Fingerprint: Int] = [:]
        for (index, hash) in hashes.enumerated() {
            if let number = known[hash], texts[firsts[number]].utf8.elementsEqual(texts[index].utf8) {
                numbers.append(number)
                copies[number] += 1
            } else {
                // Of two different texts with one hash, the second is not put together with anything: no fault, only work.
                if known[hash] == nil { known[hash] = firsts.count }
                numbers.append(firsts.count)
                firsts.append(index)
                copies.append(1)
            }
        }
        (self.firsts, self.numbers, self.copies) = (firsts, numbers, copies)
    }
}
