internal import Outlining
internal import Refrain
internal import Splitting

/// The labels of links and footnotes as one text names them that holds several documents: the first document to
/// define a label keeps it; what a later one defines otherwise is named "label-2", "label-3" and so on there.
struct LabelNames {
    private let sections: [Section]
    /// For each document the labels that it defines, by the name that each has in the outline; nil: its own.
    private let names: [[String: String?]]

    /// The names for all sections of a run.
    init(_ analysis: Analysis) {
        self.init(sections: analysis.sections, documentCount: analysis.documents.count)
    }

    /// The names for `sections`, which stand in `documentCount` documents.
    init(sections: [Section], documentCount: Int) {
        self.sections = sections
        let defined = Self.definitions(in: sections, documentCount: documentCount)
        var chosen = ChosenNames(taken: { Self.labels(in: sections) })
        names = defined.map { definitions in
            var names: [String: String?] = [:]
            for definition in definitions {
                names.updateValue(chosen.name(for: definition), forKey: definition.place.label)
            }
            return names
        }
    }

    /// The text of `point` with the names that its first source's labels have.
    func text(of point: Point) -> String {
        guard let source = point.sources.first, renames(source.section),
            let block = sections[source.section].block(atLine: source.startLine)
        else { return point.text }
        return renamed(point.text, of: block, section: source.section)
    }

    /// A heading's words with the names that the labels of `section` have.
    func title(_ title: String, of section: Int) -> String {
        guard renames(section) else { return title }
        let block = Block(kind: .heading(level: 1), startLine: 1, endLine: 1, text: "", source: title[...])
        return renamed(title, of: block, section: section)
    }

    /// Whether a section's document has a label that is named anew.
    func renames(_ section: Int) -> Bool {
        names[sections[section].document].values.contains { $0 != nil }
    }

    private func renamed(_ text: String, of block: Block, section: Int) -> String {
        let names = names[sections[section].document]
        let labelled = LabelledText(text, of: block)
        var (result, next): ([UInt8], Int) = ([], 0)
        for place in labelled.places(isDefined: { names[$0] != nil }) {
            guard let name = names[place.label] ?? nil else { continue }
            result += labelled.bytes[next..<place.range.lowerBound]
            result += place.replacement(name).utf8
            next = place.range.upperBound
        }
        return String(decoding: result + labelled.bytes[next...], as: UTF8.self)
    }

    /// For each document what its labels mean: of two definitions of one label only the first counts.
    private static func definitions(
        in sections: [Section], documentCount: Int
    ) -> [[LabelledText.Definition]] {
        var result = [[LabelledText.Definition]](repeating: [], count: documentCount)
        var seen = [Set<String>](repeating: [], count: documentCount)
        for section in sections {
            for block in section.blocks where block.source.utf8.contains(UInt8(ascii: "[")) {
                for definition in LabelledText(String(block.source), of: block).definitions
                where seen[section.document].insert(definition.place.label).inserted {
                    result[section.document].append(definition)
                }
            }
        }
        return result
    }

    /// Everything between brackets: a name among these could mean something already.
    private static func labels(in sections: [Section]) -> Set<String> {
        var result: Set<String> = []
        for section in sections {
            let bytes = Array(section.source.utf8)
            for open in bytes.indices where bytes[open] == UInt8(ascii: "[") {
                guard let range = MarkdownLabel.content(of: bytes, from: open, to: bytes.count),
                    let label = MarkdownLabel.label(bytes, range)
                else { continue }
                result.insert(label)
            }
        }
        return result
    }
}

/// The names given so far: one for each label and meaning.
private struct ChosenNames {
    /// The names by label and meaning; nil: the label itself.
    private var names: [String: [String: String?]] = [:]
    /// What stands between brackets anywhere, asked for with the first new name.
    private lazy var taken = labels()
    private let labels: () -> Set<String>

    init(taken: @escaping () -> Set<String>) {
        labels = taken
    }

    /// The new name of what `definition` defines; nil where it keeps its own.
    mutating func name(for definition: LabelledText.Definition) -> String? {
        let (label, meaning) = (definition.place.label, definition.meaning)
        if let known = names[label]?[meaning] { return known }
        let name = names[label] == nil ? nil : free(definition)
        names[label, default: [:]].updateValue(name, forKey: meaning)
        return name
    }

    /// "label-2", or the next number with which no label is taken; then it is.
    private mutating func free(_ definition: LabelledText.Definition) -> String {
        var number = (names[definition.place.label]?.count ?? 0) + 1
        var name: String { "\(definition.spelling)-\(number)" }
        while !taken.insert(MarkdownLabel.normalized(name)).inserted { number += 1 }
        return name
    }
}
