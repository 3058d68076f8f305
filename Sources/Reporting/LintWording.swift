package import Linting
package import Refrain
internal import Splitting

/// What findings say to people: the wording of lint stands in this file.
package enum LintWording {
    /// What is wrong: one clause with the evidence and the other place.
    ///
    /// - Parameter link: how the other place is written.
    package static func message(
        _ finding: Finding, in analysis: Analysis, link: @escaping (String) -> String = { $0 }
    ) -> String {
        message(finding, in: analysis, form: .full(link: link))
    }

    /// What is wrong: one clause that says as much as `form` asks for.
    static func message(_ finding: Finding, in analysis: Analysis, form: MessageForm) -> String {
        let name = quotedName(of: finding.place.section, in: analysis, form: form)
        let other = other(finding, in: analysis, form: form)
        switch finding.evidence {
        case .identical: return "\(name) repeats \(other)\(form.wordForWord)"
        case .nearDuplicate(let similarity):
            return "\(name) repeats \(other) (similarity \(SixDecimals.shortText(similarity)))"
        case .drifted(_, let contradictions):
            return
                "\(name) contradicts \(other): \(ContradictionWording.text(contradictions, isShort: form.isShort))"
        case .contained(let share): return "\(Wording.percent(share)) of \(name) stands in \(other)"
        case .template(let count, let values):
            return
                "\(name) is one of \(count) sections written to one template\(list(values, of: count, form))"
        case .pageTemplate(let count, let values):
            return
                "this page, \(name), is one of \(count) written to one template\(list(values, of: count, form))"
        case .entries(let count, let headings):
            return "\(name) is one of \(count) entries that read alike\(list(headings, of: count, form))"
        case .sameHeading: return "\(name) is the heading of \(other), too"
        case .repeatedPhrase(let phrase, let isInLabel):
            return "the \(isInLabel ? "label" : "heading") says “\(short(phrase))” twice"
        case .empty(let placeholder):
            return "\(name) \(placeholder.map { "holds only “\(short($0))”" } ?? "is empty")"
        case .unusedSuppression(let rule, let isKnown, let suggestion):
            return isKnown
                ? "the comment ignores \(rule) and there is no such finding"
                : "the comment ignores “\(short(rule))”, and there is no such rule"
                    + (suggestion.map { "; did you mean \($0)?" } ?? "")
        case .unexplainedSuppression(let rule): return "the comment ignores \(rule) and does not say why"
        case .unpairedSuppression(let isEnd):
            return isEnd
                ? "the comment ends what no refrain-ignore-begin begins"
                : "the comment begins what no refrain-ignore-end ends"
        }
    }

    /// What to do about it: one clause.
    package static func remedy(_ finding: Finding) -> String {
        Linter.allRules.first { $0.id == finding.rule }?.manual.remedy ?? ""
    }

    /// What is wrong and what to do about it, as two sentences.
    ///
    /// - Parameter link: how the other place is written.
    package static func sentences(
        _ finding: Finding, in analysis: Analysis, link: @escaping (String) -> String = { $0 }
    ) -> String {
        "\(message(finding, in: analysis, link: link)). To mend it: \(remedy(finding))."
    }

    /// What is wrong, after its place as compilers write it, and on a second line what to do: for readers that show a message
    /// apart from its place.
    package static func placedMessage(_ finding: Finding, in analysis: Analysis) -> String {
        let path = ControlCharacters.escaped(analysis.path(of: finding.place.section))
        return
            "\(path):\(finding.place.startLine):\(finding.place.column): \(message(finding, in: analysis))\n"
            + remedy(finding)
    }

    /// The section that a finding's own is compared with: its place, behind its name where that is another. In short, sections that say
    /// the same are called by one name; what contradicts each other may be about different things, where the names show it.
    static func other(_ finding: Finding, in analysis: Analysis, form: MessageForm) -> String {
        guard let other = finding.related.first else { return "" }
        let place = form.place(of: [other], from: finding.place, in: analysis)
        let names = [finding.place, other].map { quotedName(of: $0.section, in: analysis, form: form) }
        let isCalledAlike = form.isShort && (!finding.contradicts || names[0] == names[1])
        return isCalledAlike || haveOneName(other.section, finding.place.section, in: analysis)
            ? place : "\(names[1]) at \(place)"
    }

    /// Whether two sections are called the same, whatever the case.
    static func haveOneName(_ a: Int, _ b: Int, in analysis: Analysis) -> Bool {
        analysis.name(of: a).lowercased() == analysis.name(of: b).lowercased()
    }

    /// " (“add”, “remove”, “list”, …)"; in short nothing.
    private static func list(_ values: [String], of count: Int, _ form: MessageForm) -> String {
        if form.isShort { return "" }
        return " (" + values.map { "“\(short($0))”" }.joined(separator: ", ")
            + (count > values.count ? ", …)" : ")")
    }

    /// A text on one line, as much of it as a message shows.
    static func short(_ text: String, to columns: Int = 40) -> String {
        DisplayWidth.shortened(ControlCharacters.escaped(text.onOneLine), to: columns)
    }

    /// What a section is called, in quotation marks.
    static func quotedName(of section: Int, in analysis: Analysis, form: MessageForm) -> String {
        "“\(DisplayWidth.shortened(analysis.name(of: section), to: form.nameColumns))”"
    }

    /// What else a reader should know: "2 suppressed, 12 in the baseline"; empty where there is nothing.
    package static func footnotes(on report: LintReport) -> [String] {
        var notes: [String] = []
        if report.baselinedCount > 0 { notes.append("\(report.baselinedCount) in the baseline") }
        if report.suppressedCount > 0 { notes.append("\(report.suppressedCount) suppressed by comments") }
        if report.inOtherTreesCount > 0 {
            notes.append(
                "\(report.inOtherTreesCount) the same in another parallel tree or page of a template")
        }
        if report.untouchedCount > 0 { notes.append("\(report.untouchedCount) touch no change") }
        return notes
    }

    /// "2 findings (1 error, 1 warning) in 120 sections".
    package static func total(_ report: LintReport, sections: Int) -> String {
        let new = report.new
        let counts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = new.count { $0.severity == severity }
            return count == 0 ? nil : Wording.count(count, severity.rawValue)
        }
        let total =
            new.isEmpty
            ? "no findings" : "\(Wording.count(new.count, "finding")) (\(counts.joined(separator: ", ")))"
        let notes = footnotes(on: report)
        return "\(total) in \(Wording.count(sections, "section"))"
            + (notes.isEmpty ? "" : "; not counted: \(notes.joined(separator: ", "))")
    }

    /// Which documents have the most findings: "most in: a.md 12, b.md 3; 51 other documents with fewer".
    static func busiestDocuments(_ report: LintReport, of analysis: Analysis) -> String {
        let paths = counts(report.new.map { ControlCharacters.escaped(analysis.path(of: $0.place.section)) })
        return "most in: " + paths.prefix(5).map { "\($0.name) \($0.count)" }.joined(separator: ", ")
            + (paths.count > 5 ? "; \(Wording.count(paths.count - 5, "other document")) with fewer" : "")
    }

    /// "identical-section 24: put a link …", for each rule that has findings, the most first.
    static func remedies(_ report: LintReport) -> [String] {
        let remedies = Dictionary(uniqueKeysWithValues: Linter.allRules.map { ($0.id, $0.manual.remedy) })
        return counts(report.new.map(\.rule)).map { "\($0.name) \($0.count): \(remedies[$0.name] ?? "")" }
    }

    /// The distinct names with how often they occur, the most frequent first, then by name.
    private static func counts(_ names: [String]) -> [(name: String, count: Int)] {
        var counts: [String: Int] = [:]
        for name in names { counts[name, default: 0] += 1 }
        return counts.map { (name: $0.key, count: $0.value) }.sorted {
            ($1.count, $0.name) < ($0.count, $1.name)
        }
    }

    /// That GitHub shows fewer findings beside their lines than there are; nil where it shows all.
    package static func unshown(_ report: LintReport, ofEachSeverity most: Int) -> String? {
        let new = report.new
        let count = Severity.allCases.reduce(0) { count, severity in
            count + max(0, new.count { $0.severity == severity } - most)
        }
        guard count > 0 else { return nil }
        return "\(Wording.count(count, "finding")) \(count == 1 ? "stands" : "stand") in this log only: "
            + "GitHub shows \(most) of each severity and step beside their lines"
    }

    /// That a document is not in the fix preview, and why.
    package static func message(_ left: FixPreview.LeftOut) -> String {
        let reason =
            switch left.reason {
            case .otherBytes:
                "its lines do not end in line feeds alone, it begins with a byte order mark, or it is not UTF-8"
            case .outside:
                "git applies nothing outside the current folder; run lint at the top of the repository, on relative paths"
            }
        return "\(ControlCharacters.escaped(left.path)): left out of the fix preview: \(reason)"
    }

    /// That the baseline has more than there is; nil where it has not.
    package static func unmatched(_ report: LintReport) -> String? {
        let count = report.unmatchedBaseline.reduce(0) { $0 + $1.count }
        guard count > 0 else { return nil }
        return
            "\(Wording.count(count, "finding")) of the baseline \(count == 1 ? "is" : "are") gone from what was read; where that is all "
            + "there is, --prune-baseline takes \(count == 1 ? "it" : "them") out"
    }
}
