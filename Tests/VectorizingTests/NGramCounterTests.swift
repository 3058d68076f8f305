import TestSupport
import Testing

@testable import Vectorizing

/// Counting by an open-addressed table, held against a dictionary of whole n-grams.
struct NGramCounterTests {
    /// The counts of the n-grams of `scalars`, by place and length of the first appearance.
    private static func reference(_ scalars: [UInt32], _ lengths: ClosedRange<Int>) -> [UInt32] {
        var (numbers, counts): ([[UInt32]: Int], [UInt32]) = ([:], [])
        for start in scalars.indices {
            for length in lengths where start + length <= scalars.count {
                let ngram = Array(scalars[start..<start + length])
                if let number = numbers[ngram] {
                    counts[number] += 1
                } else {
                    numbers[ngram] = counts.count
                    counts.append(1)
                }
            }
        }
        return counts
    }

    private static func entries(_ counter: NGramCounter, from first: Int) -> (
        hashes: [UInt64], counts: [UInt32]
    ) {
        counter.withEntries { (Array($0[first...]), Array($1[first...])) }
    }

    @Test(arguments: [1...1, 2...5, 3...5, 4...4])
    func everyTextHasTheCountsOfADictionary(lengths: ClosedRange<Int>) {
        var generator = SeededGenerator(seed: 41)
        var counter = NGramCounter(ngramRange: lengths)
        for round in 0..<60 {
            if round % 20 == 0 { counter.removeAll() }
            let letters = UInt32.random(in: 1...30, using: &generator)
            let scalars = (0..<Int.random(in: 0...3000, using: &generator)).map { _ in
                UInt32.random(in: 97..<97 + letters, using: &generator)
            }
            let first = counter.entryCount
            counter.append(scalars)
            let (hashes, counts) = Self.entries(counter, from: first)
            #expect(counts == Self.reference(scalars, lengths))
            #expect(Set(hashes).count == hashes.count)
        }
    }

    @Test func aTextKnowsNothingOfTheOneBefore() {
        var counter = NGramCounter(ngramRange: 2...3)
        let scalars = "the same text, the same counts".unicodeScalars.map(\.value)
        counter.append(scalars)
        let once = Self.entries(counter, from: 0)
        counter.append(scalars)
        let twice = Self.entries(counter, from: once.hashes.count)
        #expect(once == twice)
    }

    @Test func theTableOfALongTextGrows() {
        var generator = SeededGenerator(seed: 43)
        var counter = NGramCounter(ngramRange: 2...5)
        counter.append([97, 98, 99, 100])
        let scalars = (0..<200_000).map { _ in UInt32.random(in: 0x4E00...0x9FFF, using: &generator) }
        let first = counter.entryCount
        counter.append(scalars)
        #expect(Self.entries(counter, from: first).counts == Self.reference(scalars, 2...5))
    }

    @Test func aTextShorterThanTheShortestNGramHasNone() {
        var counter = NGramCounter(ngramRange: 3...5)
        counter.append([97, 98])
        counter.append([])
        #expect(counter.entryCount == 0)
    }
}
