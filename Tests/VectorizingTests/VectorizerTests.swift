import Foundation
import Matrices
import Spilling
import TestSupport
import Testing
import Vectorizing

/// Rows of weighted n-grams against a slow reference that keeps n-grams as strings.
struct VectorizerTests {
    /// Cosines by dictionaries of strings, over the normalized texts.
    private func referenceCosines(_ texts: [String], _ settings: VectorizerSettings) -> [[Double]] {
        let counts = texts.map { text in
            let scalars = Array(settings.normalization.normalized(text).unicodeScalars.map(\.value))
            var counts: [[UInt32]: Int] = [:]
            for length in settings.ngramRange where length <= scalars.count {
                for start in 0...(scalars.count - length) {
                    counts[Array(scalars[start..<start + length]), default: 0] += 1
                }
            }
            return counts
        }
        var frequencies: [[UInt32]: Int] = [:]
        for count in counts { for ngram in count.keys { frequencies[ngram, default: 0] += 1 } }
        let rows = counts.map { count in
            let weights = count.map { ngram, number -> ([UInt32], Double) in
                let idf = log(Double(1 + texts.count) / Double(1 + frequencies[ngram, default: 0])) + 1
                return (
                    ngram, (settings.termFrequency == .raw ? Double(number) : 1 + log(Double(number))) * idf
                )
            }
            let norm = weights.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
            return Dictionary(uniqueKeysWithValues: weights.map { ($0.0, $0.1 / norm) })
        }
        return rows.map { a in rows.map { b in a.reduce(0) { $0 + $1.value * (b[$1.key] ?? 0) } } }
    }

    private func randomTexts(_ count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("abcde ABC\n中文字。，é😀 ")
        return (0..<count).map { _ in
            String(
                (0..<Int.random(in: 0...120, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator)!
                })
        }
    }

    @Test(arguments: [1...1, 2...5, 3...5, 6...6, 1...16])
    func cosinesEqualAReferenceOfStrings(range: ClosedRange<Int>) {
        expectReferenceCosines(
            randomTexts(40, seed: 31), VectorizerSettings(ngramRange: range, termFrequency: .sublinear),
            stride: 1)
    }

    /// Compares the cosines of every `stride`-th text with all.
    private func expectReferenceCosines(_ texts: [String], _ settings: VectorizerSettings, stride: Int) {
        let expected = referenceCosines(texts, settings)
        let vectorized = Vectorizer(settings: settings, threads: 2).vectorize(texts)
        let product = RowProduct(matrix: vectorized.matrix)
        for a in Swift.stride(from: 0, to: texts.count, by: stride) {
            product.load(row: vectorized.rowOfText[a])
            for b in texts.indices where b != a {
                // Texts that share a row are equal, whatever of it is stored; if they have n-grams at all.
                let row = vectorized.rowOfText[b]
                let isShared = vectorized.rowOfText[a] == row && !vectorized.matrix.isEmpty(row: row)
                let found = isShared ? 1 : product.product(withRow: row)
                #expect(abs(found - expected[a][b]) < 1e-6)
            }
        }
    }

    @Test func textsOfSeveralChunksAndCopiesCountAlike() {
        var texts = randomTexts(300, seed: 35).map { String($0.prefix(12)) }
        texts += texts.prefix(40)
        expectReferenceCosines(
            texts, VectorizerSettings(ngramRange: 1...2, termFrequency: .sublinear), stride: 7)
    }

    @Test func countsThatDoNotFitAnEntryAreKept() {
        // 70,000 times the same n-gram: more than 16 bits hold.
        let texts = [
            String(repeating: "a", count: 70_000) + "bcd", String(repeating: "a", count: 66_000) + "bce",
            "aaabcd",
        ]
        expectReferenceCosines(texts, VectorizerSettings(ngramRange: 2...3, termFrequency: .raw), stride: 1)
        expectReferenceCosines(
            texts, VectorizerSettings(ngramRange: 2...3, termFrequency: .sublinear), stride: 1)
    }

    @Test func aTextOfSeveralBlocksCountsAsOne() {
        // Longer than what is hashed at once, with n-grams across the seams.
        var generator = SeededGenerator(seed: 36)
        let letters = (0..<140_000).map { _ in "abcdefgh".randomElement(using: &generator) ?? "a" }
        let long = String(letters)
        expectReferenceCosines(
            [long, String(long.dropFirst(70_000)), "abc"],
            VectorizerSettings(ngramRange: 2...4, termFrequency: .sublinear), stride: 1)
    }

    @Test func threadsDoNotChangeTheRows() {
        let texts = randomTexts(500, seed: 32)
        let one = Vectorizer(threads: 1).vectorize(texts)
        let four = Vectorizer(threads: 4).vectorize(texts)
        #expect(one.matrix == four.matrix)
        #expect(one.documentFrequencies == four.documentFrequencies)
    }

    @Test func everyColumnStandsInTwoTextsAtLeast() {
        let vectorized = Vectorizer(threads: 1).vectorize(randomTexts(60, seed: 33))
        var frequencies = [UInt32](repeating: 0, count: vectorized.matrix.columnCount)
        for row in 0..<vectorized.matrix.rowCount {
            for entry in vectorized.matrix.entries(ofRow: row) { frequencies[entry.column] += 1 }
        }
        #expect(frequencies == vectorized.documentFrequencies)
        #expect(frequencies.allSatisfy { $0 >= 2 })
        #expect(vectorized.vocabularySize > frequencies.count)
    }

    @Test func columnsComeByRisingDocumentFrequency() {
        let vectorized = Vectorizer(threads: 2).vectorize(randomTexts(60, seed: 34))
        let frequencies = vectorized.documentFrequencies
        #expect(zip(frequencies, frequencies.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test func anNGramOfOneTextAndItsCopiesHasNoColumn() {
        let vectorized = Vectorizer(settings: VectorizerSettings(ngramRange: 3...3)).vectorize([
            "abc", "abc", "abcd", "xyz", "XYZ ",
        ])
        #expect(vectorized.rowOfText == [0, 0, 1, 2, 2])
        #expect(vectorized.documentFrequencies == [3])
        #expect(vectorized.vocabularySize == 3)
    }

    @Test func fingerprintsAreThoseOfTheNormalizedTexts() {
        let texts = randomTexts(80, seed: 37)
        #expect(Vectorizer(threads: 2).vectorize(texts).fingerprints == texts.map { Fingerprint(of: $0) })
    }

    @Test func textsWithoutNGramsAreEmptyRows() {
        let vectorized = Vectorizer(settings: VectorizerSettings(ngramRange: 3...5)).vectorize([
            "", "ab", "  ", "abc", "xabc",
        ])
        #expect(vectorized.rowOfText == [0, 1, 0, 2, 3])
        #expect((0..<4).map { vectorized.matrix.entryCount(ofRow: $0) } == [0, 0, 1, 1])
    }

    @Test func noTextsGiveNoRows() {
        let vectorized = Vectorizer().vectorize([])
        #expect(vectorized.matrix.rowCount == 0)
        #expect(vectorized.vocabularySize == 0)
    }

    @Test func identicalTextsShareARow() {
        let vectorized = Vectorizer().vectorize(["the same text", "the same text", "another", ""])
        #expect(vectorized.rowOfText == [0, 0, 1, 2])
        #expect((0..<3).map { vectorized.matrix.isEmpty(row: $0) } == [false, false, true])
    }

    @Test(arguments: [0, 4000, 40_000, 1 << 30], [1, 3])
    func rowsOnDiskAreTheRowsInMemory(budget: Int, threads: Int) throws {
        // Long counts too: they stay beside their rows.
        let texts = randomTexts(700, seed: 38) + [String(repeating: "ab ", count: 400), "ab ab ab"]
        let vectorizer = Vectorizer(threads: threads)
        let memory = WorkingMemory(
            budgetBytes: budget, folder: FileManager.default.temporaryDirectory.path())
        let spilled = try vectorizer.vectorize(count: texts.count, memory: memory) { texts[$0] }
        #expect(spilled.matrix == vectorizer.vectorize(texts).matrix)
        spilled.matrix.release()
        #expect(spilled.matrix == vectorizer.vectorize(texts).matrix)
    }

    @Test func aFolderThatTakesNoFileIsNamed() {
        #expect(throws: ScratchFileError(folder: "/no/such/folder", errorNumber: ENOENT)) {
            try Vectorizer().vectorize(
                count: 1, memory: WorkingMemory(budgetBytes: 1, folder: "/no/such/folder")
            ) { _ in
                "text"
            }
        }
    }
}
