import Reading
import Refrain
import SimilarityJoin
import Splitting

/// A labelled set put through the library.
struct SetRun {
    /// The set.
    let set: LabelledSet
    /// Per item the section that stands for it; nil where none holds its line.
    let sectionOfItem: [Int?]
    /// Per item its language: `zh` where more than a tenth of its letters are Han characters.
    let languageOfItem: [String]
    /// What was found.
    let analysis: Analysis

    /// Runs the pipeline on `set`.
    init(_ set: LabelledSet, settings: Settings, threads: Int) throws(QualityFailure) {
        self.set = set
        let pipeline = Pipeline(settings: settings, threads: threads)
        var prefix = ""
        switch set.input {
        case .folder(let folder):
            prefix = String(folder.prefix(folder.count - "docs".count))
            do { analysis = try pipeline.analysis(of: [folder]) } catch {
                throw .run(problem: "\(folder): \(error)")
            }
        case .documents(let documents):
            analysis = pipeline.analysis(of: ReadResult(documents: documents, skipped: []))
        }
        let sections = Self.sections(of: set.items, in: analysis, prefix: prefix)
        sectionOfItem = sections
        languageOfItem = sections.map { [analysis] section in
            section.map { Self.language(of: analysis.sections[$0]) } ?? "en"
        }
    }

    /// Per item the last section that begins at its line or above and does not end above it. Text before the first heading
    /// belongs to a section that begins with the front matter.
    private static func sections(of items: [LabelledItem], in analysis: Analysis, prefix: String) -> [Int?] {
        var sectionsOfPath: [Substring: [Int]] = [:]
        for (index, section) in analysis.sections.enumerated() {
            let path = analysis.documents[section.document].path
            let own = path.hasPrefix(prefix) ? path.dropFirst(prefix.count) : path[...]
            sectionsOfPath[own, default: []].append(index)
        }
        return items.map { item in
            sectionsOfPath[item.path[...], default: []].last {
                analysis.sections[$0].startLine <= item.line && item.line <= analysis.sections[$0].endLine
            }
        }
    }

    /// How many items have no section.
    var missingCount: Int { sectionOfItem.count { $0 == nil } }

    private static func language(of section: Section) -> String {
        let letters = section.source.unicodeScalars.lazy.filter(\.properties.isAlphabetic)
        let han = letters.count { (0x3400...0x9FFF).contains($0.value) }
        return han * 10 > letters.count() ? "zh" : "en"
    }

    /// The similarities of pairs of items, in the order in which the analysis has them.
    func scores() -> [(pair: ItemPair, similarity: Double)] {
        var itemOfSection = [Int](repeating: -1, count: analysis.sections.count)
        for (item, section) in sectionOfItem.enumerated() { if let section { itemOfSection[section] = item } }
        var scores: [(ItemPair, Double)] = []
        for star in analysis.pairs.stars where itemOfSection[star.center] >= 0 {
            for leaf in star.leaves where itemOfSection[leaf] >= 0 {
                scores.append((ItemPair(itemOfSection[star.center], itemOfSection[leaf]), star.similarity))
            }
        }
        return scores
    }

    /// Judged pairs by similarity, of one language where one is named: both items are of it.
    func ranked(_ scores: [(pair: ItemPair, similarity: Double)], language: String? = nil) -> RankedPairs {
        let pages = Array(Set(set.items.map(\.page))).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(pages, pages.indices))
        func page(_ pair: ItemPair) -> Int { numbers[set.items[pair.a].page] ?? 0 }
        func isWanted(_ pair: ItemPair) -> Bool {
            language == nil
                || (languageOfItem[pair.a] == language && languageOfItem[pair.b] == language)
        }
        var sameCounts = [Int](repeating: 0, count: pages.count)
        for pair in set.samePairs where isWanted(pair) { sameCounts[page(pair)] += 1 }
        let entries = scores.compactMap { pair, similarity -> RankedPairs.Entry? in
            let label = set.label(of: pair)
            guard label != .unjudged, isWanted(pair) else { return nil }
            return RankedPairs.Entry(
                pair: pair, similarity: similarity, isSame: label == .same, page: page(pair))
        }
        return RankedPairs(entries, sameCountOfPage: sameCounts)
    }

    /// The agreement of the clusters with the set's; nil where it has none. Items outside all clusters are one each.
    func clusterAgreement() -> ClusterAgreement? {
        guard let truth = set.clusterOfItem else { return nil }
        let clusterOfSection = analysis.clusterOfSection
        let found = sectionOfItem.enumerated().map { item, section in
            section.flatMap { clusterOfSection[$0] } ?? -1 - item
        }
        return ClusterAgreement(found: found, truth: truth)
    }
}

extension Sequence {
    /// How many elements there are.
    fileprivate func count() -> Int { reduce(0) { count, _ in count + 1 } }
}
