import TestSupport

/// Words of one script whose frequency falls as one over their rank (G. K. Zipf, 1949).
struct ZipfianVocabulary: Sendable {
    /// The words, the most frequent first; all different.
    let words: [String]
    /// Sums of the weights up to each word. Whole numbers: the same draw on every machine.
    private let sums: [UInt64]

    /// Draws a word.
    func word(_ generator: inout SeededGenerator) -> String {
        let draw = UInt64(generator.below(Int(sums[sums.count - 1])))
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > draw { high = middle } else { low = middle + 1 }
        }
        return words[low]
    }

    private init(count: Int, generator: inout SeededGenerator, draw: (inout SeededGenerator) -> String) {
        var words: [String] = []
        var known: Set<String> = []
        while words.count < count {
            let word = draw(&generator)
            if known.insert(word).inserted { words.append(word) }
        }
        self.words = words
        var sum: UInt64 = 0
        sums = words.indices.map { rank in
            sum += 1_000_000_000 / UInt64(rank + 1)
            return sum
        }
    }

    /// `count` words of one to three syllables in Latin letters.
    static func latin(count: Int, seed: UInt64) -> ZipfianVocabulary {
        let consonants = Array("bcdfghjklmnprstvwz").map(String.init) + ["th", "st", "ch", "tr", "pl"]
        let (vowels, ends) = (["a", "e", "i", "o", "u", "ea", "io"], ["", "", "n", "r", "s", "l", "t"])
        var generator = SeededGenerator(seed: seed, part: 1)
        return ZipfianVocabulary(count: count, generator: &generator) { generator in
            (0...generator.below(3)).map { _ in
                consonants[generator.below(consonants.count)] + vowels[generator.below(vowels.count)]
                    + ends[generator.below(ends.count)]
            }.joined()
        }
    }

    /// `count` words of one to three Chinese characters, which a few hundred characters make up for the most part.
    static func chinese(count: Int, seed: UInt64) -> ZipfianVocabulary {
        var generator = SeededGenerator(seed: seed, part: 2)
        return ZipfianVocabulary(count: count, generator: &generator) { generator in
            String(
                String.UnicodeScalarView(
                    (0...generator.below(3)).compactMap { _ in
                        let spread = generator.below(3000) * generator.below(3000) / 3000
                        return Unicode.Scalar(UInt32(0x4E00 + spread))
                    }))
        }
    }
}
