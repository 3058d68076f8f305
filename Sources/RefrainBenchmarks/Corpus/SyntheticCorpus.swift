import TestSupport

/// Records that repeat as documentation does, made from a seed: any record by its number, in no memory.
///
/// Three fifths are texts of their own, a quarter edited versions and the rest exact copies of an earlier record, so that a
/// few texts come to have many versions. A quarter is Chinese. Lengths are spread log-uniformly from 8 to 512 words.
struct SyntheticCorpus: Sendable {
    private let seed: UInt64
    private let latin: ZipfianVocabulary
    private let chinese: ZipfianVocabulary

    /// Makes the corpus of `seed`.
    init(seed: UInt64) {
        self.seed = seed
        latin = .latin(count: 30_000, seed: seed)
        chinese = .chinese(count: 12_000, seed: seed)
    }

    /// Record `number`, from 0.
    func record(_ number: Int) -> Record {
        let page = page(number)
        return Record(id: "page-\(number)", title: page.title, text: page.text)
    }

    /// The words of a record before they are joined.
    private struct Page {
        let isChinese: Bool
        var words: [String]

        var title: String { words.prefix(4).joined(separator: isChinese ? "" : " ") }

        /// Sentences of 12 words, paragraphs of 5 sentences.
        var text: String {
            var text = ""
            for (place, word) in words.enumerated() {
                text += word
                let isEnd = (place + 1) % 12 == 0 || place + 1 == words.count
                if isEnd {
                    text += isChinese ? "。" : "."
                    if (place + 1) % 60 == 0 { text += "\n\n" } else if !isChinese { text += " " }
                } else if !isChinese {
                    text += " "
                }
            }
            return text
        }
    }

    private func page(_ number: Int) -> Page {
        var generator = SeededGenerator(seed: seed, part: UInt64(number) + 16)
        let kind = number == 0 ? 99 : generator.below(100)
        guard kind < 40 else { return newPage(&generator) }
        var page = page(generator.below(number))
        if kind >= 15 { edit(&page, &generator) }
        return page
    }

    private func newPage(_ generator: inout SeededGenerator) -> Page {
        let isChinese = generator.below(4) == 0
        let length = (8 << generator.below(6)) * (64 + generator.below(64)) / 64
        let vocabulary = isChinese ? chinese : latin
        return Page(isChinese: isChinese, words: (0..<length).map { _ in vocabulary.word(&generator) })
    }

    /// Up to one edit in ten words: one replaced, left out or put in.
    private func edit(_ page: inout Page, _ generator: inout SeededGenerator) {
        let vocabulary = page.isChinese ? chinese : latin
        for _ in 0...generator.below(max(1, page.words.count / 10)) {
            let place = generator.below(page.words.count)
            switch generator.below(3) {
            case 0: page.words[place] = vocabulary.word(&generator)
            case 1 where page.words.count > 8: page.words.remove(at: place)
            default: page.words.insert(vocabulary.word(&generator), at: place)
            }
        }
    }
}
