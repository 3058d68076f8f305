internal import Linting
internal import Reading
internal import Refrain
internal import Splitting

/// What a group of findings says to people.
struct FindingGroupWording {
    let group: FindingGroup
    let pages: LintedPages
    let form: MessageForm
    let analysis: Analysis

    /// So many lines of the other document are named, and in short of the own: the two are read side by side from the first.
    private static let mostLines = 3
    /// So many documents are named: they show which part of the tree it is about.
    private static let mostNames = 4

    /// So many further places are named in full; a line with more is not read.
    static let mostPlacesInFull = 10

    /// So many further places are named: in short what fits.
    private var mostPlaces: Int { form.isShort ? .max : Self.mostPlacesInFull }

    private var first: Finding { group.findings[0] }
    private var rest: ArraySlice<Finding> { group.findings.dropFirst() }

    /// What is wrong: one clause.
    var message: String {
        switch group.kind {
        case .alone: firstMessage
        case .documents: documentsMessage
        case .section: sectionMessage
        case .linked: if case .empty = first.evidence { sectionMessage } else { linkedMessage }
        case .lone: loneMessage
        }
    }

    private var firstMessage: String { LintWording.message(first, in: analysis, form: form) }

    private var name: String { LintWording.quotedName(of: first.place.section, in: analysis, form: form) }

    /// "“Kettle” and the sections at lines 5, 9 repeat tea.md:1, 5, 9 word for word", in short "“Kettle” and lines 5, 9 repeat …".
    private var documentsMessage: String {
        var places: [FindingPlace] = []
        for place in group.findings.compactMap(\.related.first) where !places.contains(place) {
            places.append(place)
        }
        let others = form.place(of: places, from: first.place, mostLines: Self.mostLines, in: analysis)
        let subject = "\(name) and \(furtherSections)"
        return switch first.evidence {
        case .identical: "\(subject) repeat \(others)\(form.wordForWord)"
        case .contained: "\(subject) stand nearly whole in \(others)"
        default: "\(subject) repeat \(others) (similarity \(similarities))"
        }
    }

    private var furtherSections: String {
        let lines = rest.map { String($0.place.startLine) }
        if form.isShort, lines.count > Self.mostLines { return "\(lines.count) more sections" }
        let what = lines.count == 1 ? "line" : "lines"
        let start = (form.isShort ? what : "the section\(lines.count == 1 ? "" : "s") at \(what)") + " "
        return start + form.list(lines, behind: start, most: mostPlaces) { "\($0) more" }
    }

    /// "“Kettle” repeats tea.md:3 word for word; so do a.md:7, “Kettles” at b.md:9".
    private var sectionMessage: String {
        let other = LintWording.other(first, in: analysis, form: form)
        let isOne = group.findings.count == 2
        let (what, verb) =
            switch first.evidence {
            case .identical: ("\(name) repeats \(other)\(form.wordForWord)", isOne ? "does" : "do")
            case .contained: ("\(name) stands nearly whole in \(other)", isOne ? "does" : "do")
            case .empty(nil): (firstMessage, isOne ? "is" : "are")
            case .empty: (firstMessage, isOne ? "does" : "do")
            default: ("\(name) repeats \(other) (similarity \(similarities))", isOne ? "does" : "do")
            }
        let start = "\(what); so \(verb) "
        return start + form.list(restPlaces, behind: start, most: mostPlaces) { "\($0) more" }
    }

    /// "“Kettle” repeats tea.md:3; others at lines 9, 12, …/cups.md:1": all places where they fit, else the documents.
    private var linkedMessage: String {
        let (start, places) = (startOfOthers, restPlaces)
        return places.count == 1 || form.holds(places, behind: start)
            ? start + places.joined(separator: ", ") : countedMessage
    }

    /// "“Kettle” repeats tea.md:3; 12 more findings about cups.md, pots.md and 3 others".
    private var countedMessage: String {
        let start = "\(firstMessage); \(Wording.count(rest.count, "more finding")) about "
        let names = Self.names(of: documentsOfRest)
        return start + form.list(names, behind: start, most: Self.mostNames) { Wording.count($0, "other") }
    }

    /// "“Kettle” repeats tea.md:3; others at …/tea.md:9, …/cups.md:1 and 4 more".
    private var loneMessage: String {
        let start = startOfOthers
        return start + form.list(restPlaces, behind: start, most: mostPlaces) { "\($0) more" }
    }

    /// The first finding, and that the places to come are of findings of their own.
    private var startOfOthers: String { "\(firstMessage); \(rest.count == 1 ? "another" : "others") at " }

    /// Where the further findings are: in full each with its name where it has another than the first, in short the path of several in
    /// one document that follow each other once.
    private var restPlaces: [String] {
        if form.isShort { return shortPlaces }
        return rest.map { finding in
            let place = form.place(of: [finding.place], from: first.place, in: analysis)
            let isCalledAlike = LintWording.haveOneName(
                finding.place.section, first.place.section, in: analysis)
            let name = LintWording.quotedName(of: finding.place.section, in: analysis, form: form)
            return isCalledAlike ? place : "\(name) at \(place)"
        }
    }

    /// "lines 9", "12", "…/cups.md:1", "7".
    private var shortPlaces: [String] {
        let places = rest.map(\.place)
        return places.indices.map { index in
            let (place, document) = (places[index], document(of: places[index]))
            let follows = index > 0 && self.document(of: places[index - 1]) == document
            let isFollowed = index + 1 < places.count && self.document(of: places[index + 1]) == document
            let path = form.document(of: place, from: first.place, isOne: !isFollowed, in: analysis)
            return (follows ? "" : path) + String(place.startLine)
        }
    }

    private func document(of place: FindingPlace) -> Int { analysis.sections[place.section].document }

    /// The paths of the documents of the further findings, one for each page, those with the most first.
    private var documentsOfRest: [String] {
        var counts: [Int: Int] = [:]
        var firsts: [Int] = []
        for document in rest.flatMap(\.comparedSections).map({ analysis.sections[$0].document }) {
            if counts[pages.page[document]] == nil { firsts.append(document) }
            counts[pages.page[document], default: 0] += 1
        }
        return firsts.enumerated().map {
            (count: counts[pages.page[$1], default: 0], order: $0, document: $1)
        }
        .sorted { ($1.count, $0.order) < ($0.count, $1.order) }
        .map { analysis.documents[$0.document].path }
    }

    /// What documents are called: the last part of a path, with its folder where others end in it, too, and else the path.
    private static func names(of paths: [String]) -> [String] {
        let parts = paths.map { $0.split(separator: "/") }
        let counts = [1, 2].map { length in
            Dictionary(parts.map { ($0.suffix(length), 1) }, uniquingKeysWith: +)
        }
        return zip(paths, parts).map { path, parts in
            let length = [1, 2].first { counts[$0 - 1][parts.suffix($0)] == 1 }
            return ControlCharacters.escaped(length.map { parts.suffix($0).joined(separator: "/") } ?? path)
        }
    }

    /// "0.62 to 0.84"; one of them where they are the same.
    private var similarities: String {
        let all = group.findings.compactMap(\.evidence.similarity)
        guard let least = all.min(), let most = all.max() else { return "" }
        let texts = [SixDecimals.shortText(least), SixDecimals.shortText(most)]
        return texts[0] == texts[1] ? texts[0] : texts.joined(separator: " to ")
    }
}
