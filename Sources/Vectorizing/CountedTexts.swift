internal import Scheduling

/// The n-gram counts of all texts: text `i` holds the entries `starts[i] ..< starts[i + 1]`.
struct CountedTexts: Sendable {
    /// Where each text's entries begin, and after the last the number of entries.
    let starts: [Int]
    /// The n-gram of each entry, by hash; distinct within a text, in the order of first appearance.
    let hashes: [UInt64]
    /// How often the n-gram stands in the text.
    let counts: [UInt32]

    /// Counts the n-grams of `texts`, in parallel over blocks of texts. O(scalars × n-gram lengths).
    init(of texts: [String], settings: VectorizerSettings, workers: Workers) {
        let blockSize = 32
        let blocks = workers.map(
            (texts.count + blockSize - 1) / blockSize,
            scratch: (ScalarBuffer(), NGramCounter(ngramRange: settings.ngramRange))
        ) { scratch, block in
            CountedBlock(
                of: texts[block * blockSize..<min((block + 1) * blockSize, texts.count)],
                normalization: settings.normalization, buffer: &scratch.0, counter: &scratch.1)
        }
        var starts = [0]
        starts.reserveCapacity(texts.count + 1)
        for block in blocks {
            for size in block.sizes { starts.append(starts[starts.count - 1] + size) }
        }
        self.starts = starts
        hashes = blocks.flatMap(\.hashes)
        counts = blocks.flatMap(\.counts)
    }

    /// How many texts there are.
    var textCount: Int { starts.count - 1 }
}

/// The counts of a few texts that follow each other.
private struct CountedBlock: Sendable {
    var sizes: [Int] = []
    var hashes: [UInt64] = []
    var counts: [UInt32] = []

    init(
        of texts: ArraySlice<String>, normalization: TextNormalization, buffer: inout ScalarBuffer,
        counter: inout NGramCounter
    ) {
        for text in texts {
            buffer.fill(text, normalization: normalization)
            counter.count(buffer.scalars)
            sizes.append(counter.hashes.count)
            hashes += counter.hashes
            counts += counter.counts
        }
    }
}
