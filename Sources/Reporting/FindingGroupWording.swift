internal import Linting
internal import Refrain
internal import Splitting

/// What a group of findings says to people.
extension FindingGroup {
    /// So many further places are named; a line with more is not read.
    private static let mostPlaces = 10
    /// So many lines of the other document are named: the two are read side by side from the first.
    private static let mostLines = 3

    /// What is wrong: one clause.
    func message(in analysis: Analysis) -> String {
        switch kind {
        case .alone: LintWording.message(findings[0], in: analysis)
        case .documents: documentsMessage(in: analysis)
        case .section: sectionMessage(in: analysis)
        }
    }

    /// "“Kettle” and the sections at lines 5, 9 repeat tea.md:1, 5, 9 word for word".
    private func documentsMessage(in analysis: Analysis) -> String {
        let lines = findings.dropFirst().map { String($0.place.startLine) }
        let subject =
            "\(LintWording.quotedName(of: findings[0].place.section, in: analysis)) and the "
            + "\(lines.count == 1 ? "section at line" : "sections at lines") \(lines.joined(separator: ", "))"
        let others = otherPlaces(in: analysis)
        return switch findings[0].evidence {
        case .identical: "\(subject) repeat \(others) word for word"
        case .contained: "\(subject) stand nearly whole in \(others)"
        default: "\(subject) repeat \(others) (similarity \(similarities))"
        }
    }

    /// "tea.md:1, 5, 9, …": the first of the lines that the findings are compared with.
    private func otherPlaces(in analysis: Analysis) -> String {
        var sections: [Int] = []
        for section in findings.compactMap({ $0.related.first?.section }) where !sections.contains(section) {
            sections.append(section)
        }
        let further = sections.dropFirst().prefix(Self.mostLines - 1).map { analysis.sections[$0].startLine }
        return ([analysis.place(of: sections[0])] + further.map(String.init)).joined(separator: ", ")
            + (sections.count > Self.mostLines ? ", …" : "")
    }

    /// "“Kettle” repeats tea.md:3 word for word; so do a.md:7, “Kettles” at b.md:9".
    private func sectionMessage(in analysis: Analysis) -> String {
        let name = LintWording.quotedName(of: findings[0].place.section, in: analysis)
        let other = LintWording.other(findings[0], in: analysis)
        let isOne = findings.count == 2
        let (what, verb) =
            switch findings[0].evidence {
            case .identical: ("\(name) repeats \(other) word for word", isOne ? "does" : "do")
            case .contained: ("\(name) stands nearly whole in \(other)", isOne ? "does" : "do")
            case .empty(nil): (LintWording.message(findings[0], in: analysis), isOne ? "is" : "are")
            case .empty: (LintWording.message(findings[0], in: analysis), isOne ? "does" : "do")
            default: ("\(name) repeats \(other) (similarity \(similarities))", isOne ? "does" : "do")
            }
        return "\(what); so \(verb) \(places(in: analysis))"
    }

    /// The places of all but the first, with their names where they have others.
    private func places(in analysis: Analysis) -> String {
        let first = findings[0].place.section
        let others = findings.dropFirst().map(\.place.section)
        let places = others.prefix(Self.mostPlaces).map { section in
            let place = analysis.place(of: section)
            return LintWording.haveOneName(section, first, in: analysis)
                ? place : "\(LintWording.quotedName(of: section, in: analysis)) at \(place)"
        }
        let rest = others.count - places.count
        return places.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// "0.62 to 0.84"; one of them where they are the same.
    private var similarities: String {
        let all = findings.compactMap(\.evidence.similarity)
        guard let least = all.min(), let most = all.max() else { return "" }
        let texts = [SixDecimals.shortText(least), SixDecimals.shortText(most)]
        return texts[0] == texts[1] ? texts[0] : texts.joined(separator: " to ")
    }
}
