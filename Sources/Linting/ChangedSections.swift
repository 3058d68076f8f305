public import Refrain
internal import Splitting
public import Vectorizing

/// The sections that were changed since some revision.
public struct ChangedSections: Sendable {
    private let changed: Set<Int>

    /// Makes a set of sections, by their indexes in the analysis.
    public init(_ changed: Set<Int>) { self.changed = changed }

    /// Compares the sections of changed documents with what the same documents held before.
    ///
    /// A section is changed unless its content stood in the document before, or, as often as it is gone from another
    /// changed document or with a whole one, in that one: moving a section changes nothing, copying it does.
    ///
    /// - Parameters:
    ///   - sections: per changed document its sections now: index in the analysis and fingerprint.
    ///   - before: per changed document the fingerprints of its sections before, of a new one none; and of each that is gone.
    public init(
        sections: [(document: Int, sections: [(index: Int, fingerprint: Fingerprint)])],
        before: [Int: [Fingerprint]]
    ) {
        var rest: [Int: [Fingerprint: Int]] = before.mapValues { fingerprints in
            fingerprints.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        var open: [(index: Int, fingerprint: Fingerprint)] = []
        for (document, sections) in sections {
            for section in sections {
                if let count = rest[document]?[section.fingerprint], count > 0 {
                    rest[document]?[section.fingerprint] = count - 1
                } else {
                    open.append(section)
                }
            }
        }
        var gone: [Fingerprint: Int] = [:]
        for counts in rest.values { gone.merge(counts, uniquingKeysWith: +) }
        var changed: Set<Int> = []
        for section in open {
            if let count = gone[section.fingerprint], count > 0 {
                gone[section.fingerprint] = count - 1
            } else {
                changed.insert(section.index)
            }
        }
        self.changed = changed
    }

    /// Compares changed documents of an analysis with what they held before.
    ///
    /// - Parameters:
    ///   - documents: the documents that changed: indexes in `analysis`, rising.
    ///   - before: an analysis of what they held, in the same order, of a new document nothing; behind them documents that are gone.
    public init(of analysis: Analysis, documents: [Int], before: Analysis) {
        var now: [Int: [(index: Int, fingerprint: Fingerprint)]] = [:]
        for (index, section) in analysis.sections.enumerated() {
            now[section.document, default: []].append((index, analysis.fingerprints[index]))
        }
        var old: [Int: [Fingerprint]] = [:]
        for (index, section) in before.sections.enumerated() {
            let place = section.document
            let document =
                place < documents.count ? documents[place] : analysis.documents.count + place
            old[document, default: []].append(before.fingerprints[index])
        }
        self.init(sections: documents.map { ($0, now[$0] ?? []) }, before: old)
    }

    /// Whether a section was changed.
    func contains(_ section: Int) -> Bool { changed.contains(section) }

    /// The findings that are about a changed section on either side, or on any place of a family; what one tree or page is told of
    /// for all, also where another was changed.
    func touching(_ findings: [Finding]) -> [Finding] { findings.filter { $0.touches(self) } }
}
