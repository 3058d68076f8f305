internal import Reading
package import Refrain
internal import SimilarityJoin
internal import Splitting

/// Finds the sections of an analysis by a line in them ("docs/a.md:12") or by their record's id.
package struct SectionPlaces {
    /// Keys as bytes; nil for one that several records have.
    private var sectionOfKey: [[UInt8]: Int?] = [:]
    private var sectionsOfPath: [String: [Int]] = [:]
    private let analysis: Analysis

    /// Lists the places. O(sections).
    package init(_ analysis: Analysis) {
        self.analysis = analysis
        for (index, section) in analysis.sections.enumerated() {
            if let key = section.key { sectionOfKey[Array(key.utf8)] = .some(index) }
            sectionsOfPath[analysis.documents[section.document].path, default: []].append(index)
        }
        for sections in analysis.repeatedKeys {
            if let key = analysis.sections[sections[0]].key { sectionOfKey[Array(key.utf8)] = .some(nil) }
        }
    }

    /// Whether `name` is the id of several records, and so names none.
    package func isAmbiguous(_ name: String) -> Bool {
        if case .some(nil) = sectionOfKey[Array(name.utf8)] { true } else { false }
    }

    /// The section that `name` names; nil where it names none.
    package func section(_ name: String) -> Int? {
        if let section = sectionOfKey[Array(name.utf8)] { return section }
        guard let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...]) else {
            return nil
        }
        return sectionsOfPath[String(name[..<colon]), default: []].last {
            analysis.sections[$0].startLine <= line && line <= analysis.sections[$0].endLine
        }
    }
}

/// Two sections that can be judged.
package struct ComparablePair: Sendable {
    /// The sections, the lower first.
    package let a, b: Int
    /// Their similarity, 0…1.
    package let similarity: Double
}

extension Analysis {
    /// One pair for each two different texts that reach the threshold, the most similar first.
    package var comparablePairs: [ComparablePair] {
        pairs.ofFirstItems.map { ComparablePair(a: $0.a, b: $0.b, similarity: $0.similarity) }
    }

    /// The lines of a section, verbatim.
    package func source(of section: Int) -> Substring { sections[section].source }
}
