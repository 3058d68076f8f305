internal import Outlining
internal import Refrain
internal import Splitting

/// The labels of links and footnotes as one text names them that holds several documents: the first document to
/// define a label keeps it; what a later one defines otherwise is named "label-2", "label-3" and so on there.
struct LabelNames {
    private let sections: [Section]
    /// For each document the labels that it defines, by the name that each has in the outline; nil: its own.
    private let names: [[String: String?]]
    /// For each document what its labels mean.
    private let meanings: [[String: String]]
    /// The first document that defines a label by the name that it has.
    private let owners: [String: Int]

    /// The names for all sections of a run.
    ///
    /// - Parameter meaning: what a definition in a section means; without it what it says.
    init(
        _ analysis: Analysis,
        meaning: (LabelledText, LabelledText.Definition, _ section: Int) -> String = Self.words
    ) {
        self.init(sections: analysis.sections, documentCount: analysis.documents.count, meaning: meaning)
    }

    /// The names for `sections`, which stand in `documentCount` documents.
    private init(
        sections: [Section], documentCount: Int,
        meaning: (LabelledText, LabelledText.Definition, _ section: Int) -> String
    ) {
        self.sections = sections
        let labelled = LabelledSections(sections, documentCount: documentCount, meaning: meaning)
        let defined = labelled.definitions
        var chosen = ChosenNames(words: labelled.wordsAlone, taken: { Self.labels(in: sections) })
        var owners: [String: Int] = [:]
        names = defined.enumerated().map { document, definitions in
            var names: [String: String?] = [:]
            for definition in definitions {
                let name = chosen.name(for: definition)
                names.updateValue(name, forKey: definition.label)
                let owned = name.map(MarkdownLabel.normalized) ?? definition.label
                owners[owned] = owners[owned] ?? document
            }
            return names
        }
        self.owners = owners
        meanings = defined.map { definitions in
            Dictionary(uniqueKeysWithValues: definitions.map { ($0.label, $0.meaning) })
        }
    }

    /// Whether a document before that of `section` defines a label by the same name, and so with the same meaning.
    ///
    /// - Parameter meaning: what is meant here: of two definitions in one document only the first counts.
    func isRepeated(_ label: String, meaning: String, in section: Int) -> Bool {
        let document = sections[section].document
        guard meanings[document][label] == meaning, let name = names[document][label] else { return false }
        return owners[name.map(MarkdownLabel.normalized) ?? label] != document
    }

    /// The text of `point` with the names that its first source's labels have.
    func text(of point: Point) -> String {
        guard let source = point.sources.first, renames(source.section),
            let block = sections[source.section].block(atLine: source.startLine)
        else { return point.text }
        let text = LabelledText(point.text, of: block)
        return text.edited(edits(in: text, of: source.section))
    }

    /// A heading's words with the names that the labels of `section` have.
    func title(_ title: String, of section: Int) -> String {
        guard renames(section) else { return title }
        let text = LabelledText(heading: title)
        return text.edited(edits(in: text, of: section))
    }

    /// Whether the document of `section` defines a label.
    func isDefined(_ label: String, in section: Int) -> Bool {
        names[sections[section].document][label] != nil
    }

    /// Where a text of `section` names labels that have other names now, and these.
    func edits(in text: LabelledText, of section: Int) -> [TextEdit] {
        guard renames(section) else { return [] }
        let names = names[sections[section].document]
        return text.places(isDefined: { names[$0] != nil }).compactMap { place in
            (names[place.label] ?? nil).map {
                TextEdit(range: place.range, text: Array(place.replacement($0).utf8))
            }
        }
    }

    /// Whether a section's document has a label that is named anew.
    private func renames(_ section: Int) -> Bool {
        names[sections[section].document].values.contains { $0 != nil }
    }

    /// What a definition says, white space collapsed.
    static func words(of text: LabelledText, _ definition: LabelledText.Definition, _ section: Int) -> String
    {
        String(decoding: text.bytes[definition.meaning], as: UTF8.self).onOneLine
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

/// A definition of a label in a document: of two of one label only the first counts.
private struct DocumentDefinition {
    /// The label, normalized.
    let label: String
    /// As it is spelled.
    let spelling: String
    /// What it means.
    let meaning: String
}

/// What the documents define, and what they write between brackets and do not define.
private struct LabelledSections {
    /// For each document its definitions, in order.
    private(set) var definitions: [[DocumentDefinition]]
    /// The labels that a document defines and another one has as mere words between brackets.
    private(set) var wordsAlone: Set<String> = []

    init(
        _ sections: [Section], documentCount: Int,
        meaning: (LabelledText, LabelledText.Definition, _ section: Int) -> String
    ) {
        definitions = [[DocumentDefinition]](repeating: [], count: documentCount)
        var seen = [Set<String>](repeating: [], count: documentCount)
        var texts: [(document: Int, text: LabelledText)] = []
        for (index, section) in sections.enumerated() {
            for text in Self.texts(of: section) {
                if documentCount > 1 { texts.append((section.document, text)) }
                for definition in text.definitions
                where seen[section.document].insert(definition.place.label).inserted {
                    definitions[section.document].append(
                        DocumentDefinition(
                            label: definition.place.label, spelling: definition.spelling,
                            meaning: meaning(text, definition, index)))
                }
            }
        }
        let all = seen.reduce(into: Set<String>()) { $0.formUnion($1) }
        guard documentCount > 1, !all.isEmpty else { return }
        for (document, text) in texts {
            let own = seen[document]
            for place in text.places(isDefined: all.contains) where !own.contains(place.label) {
                wordsAlone.insert(place.label)
            }
        }
    }

    /// The texts of a section in which brackets stand.
    private static func texts(of section: Section) -> [LabelledText] {
        let bracket = UInt8(ascii: "[")
        guard section.source.utf8.contains(bracket) else { return [] }
        let heading = String(section.headingSource)
        return (heading.utf8.contains(bracket) ? [LabelledText(heading: heading)] : [])
            + section.blocks.filter { $0.source.utf8.contains(bracket) }.map {
                LabelledText(String($0.source), of: $0)
            }
    }
}

/// The names given so far: one for each label and meaning.
private struct ChosenNames {
    /// The names by label and meaning; nil: the label itself.
    private var names: [String: [String: String?]]
    /// What stands between brackets anywhere, asked for with the first new name.
    private lazy var taken = labels()
    private let labels: () -> Set<String>

    /// - Parameter words: labels that would make links of words of other documents: all their meanings get names.
    init(words: Set<String>, taken: @escaping () -> Set<String>) {
        // A definition always says something, so the empty meaning is none's.
        names = Dictionary(uniqueKeysWithValues: words.map { ($0, ["": nil]) })
        labels = taken
    }

    /// The new name of what `definition` defines; nil where it keeps its own.
    mutating func name(for definition: DocumentDefinition) -> String? {
        let (label, meaning) = (definition.label, "=" + definition.meaning)
        if let known = names[label]?[meaning] { return known }
        let name = names[label] == nil ? nil : free(definition)
        names[label, default: [:]].updateValue(name, forKey: meaning)
        return name
    }

    /// "label-2", or the next number with which no label is taken; then it is.
    private mutating func free(_ definition: DocumentDefinition) -> String {
        var number = (names[definition.label]?.count ?? 0) + 1
        var name: String { "\(definition.spelling)-\(number)" }
        while !taken.insert(MarkdownLabel.normalized(name)).inserted { number += 1 }
        return name
    }
}
