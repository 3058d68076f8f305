package import Scheduling

/// Sorts pairs in the order of `SimilarPair.precedes`, in place.
///
/// One pass deals them out by similarity into some thousand buckets, by cycles of exchanges (P. McIlroy, K. Bostic,
/// M. D. McIlroy, Engineering radix sort, 1993); then threads sort the buckets. A sort of all at once would take half as much
/// memory again, and one thread.
package enum PairSort {
    /// There are two to this power of buckets.
    private static let bucketBits: UInt32 = 13
    /// Fewer pairs are sorted at once.
    private static let fewPairs = 1 << 14

    /// Sorts `pairs`. O(p log p).
    package static func sort(_ pairs: inout [SimilarPair], workers: Workers) {
        guard pairs.count > fewPairs else {
            pairs.sort(by: SimilarPair.precedes)
            return
        }
        let (lowest, highest) = pairs.reduce((UInt32.max, UInt32.min)) {
            (min($0.0, $1.fallingKey), max($0.1, $1.fallingKey))
        }
        let bits = UInt32(UInt32.bitWidth - (highest - lowest).leadingZeroBitCount)
        let shift = bits > bucketBits ? bits - bucketBits : 0
        let starts = pairs.withUnsafeMutableBufferPointer { deal($0, from: lowest, shift: shift) }
        pairs.withUnsafeMutableBufferPointer { pairs in
            // Buckets are disjoint parts of the pairs.
            nonisolated(unsafe) let pairs = pairs
            workers.step("sorting pairs").forEach(starts.count - 1) { bucket in
                var part = UnsafeMutableBufferPointer(rebasing: pairs[starts[bucket]..<starts[bucket + 1]])
                part.sort(by: SimilarPair.precedes)
            }
        }
    }

    /// Deals the pairs out and returns where each bucket begins, and after the last their number.
    private static func deal(
        _ pairs: UnsafeMutableBufferPointer<SimilarPair>, from lowest: UInt32, shift: UInt32
    ) -> [Int] {
        @inline(__always) func bucket(of pair: SimilarPair) -> Int {
            Int((pair.fallingKey - lowest) >> shift)
        }
        var starts = [Int](repeating: 0, count: (1 << Int(bucketBits)) + 1)
        for pair in pairs { starts[bucket(of: pair) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var cursors = starts
        for index in 0..<starts.count - 1 {
            while cursors[index] < starts[index + 1] {
                // The pair in hand goes to the next free place of its bucket, and the one that stood there is in hand.
                let target = bucket(of: pairs[cursors[index]])
                if target != index { pairs.swapAt(cursors[index], cursors[target]) }
                cursors[target] += 1
            }
        }
        return starts
    }
}
