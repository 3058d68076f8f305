internal import Refrain
internal import Splitting
internal import Vectorizing

/// Finds headings and labels that join a thing with itself.
public struct RepeatedPhraseInHeading: Rule {
    /// The rule's id.
    public let id = "repeated-phrase-in-heading"
    /// What the rule finds, in one line.
    public let summary = "a heading or a list label that joins a phrase with itself, or says a word twice"
    /// Warnings: a slip that every reader sees first.
    public let severity = Severity.warning
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            A heading, or the bold label that a paragraph or list item begins with, in which a conjunction joins a phrase with \
            itself ("security and security", 文档和文档) or a word stands twice in a row ("the the").
            """,
        matters: """
            One of the two was meant to be something else: text filled into a template, or an edit half done. In a question bank \
            the question asks nothing.
            """,
        limits: """
            The second phrase must be all that follows up to a punctuation mark: "data and data security" names two things. Words \
            that English doubles on purpose ("had had") and Chinese doublings (研究研究) are no findings, nor is a name in code \
            before the same word ("`list` list all objects"). The body text is not looked at.
            """,
        example: "`## 如何控制推理成本和推理成本？`",
        settings: "None of its own.",
        remedy: "say the second thing that was meant, or say the first once")

    /// Makes the rule.
    public init() {}

    /// A finding for each heading and label with such a phrase, by section. O(characters of headings and labels).
    public func findings(in input: LintInput) -> [Finding] {
        var search = PhraseSearch()
        return input.analysis.sections.enumerated().flatMap { index, section -> [Finding] in
            let place = input.place(of: index)
            let lines = section.startLine...max(section.startLine, section.headingEndLine)
            var findings =
                search.phrase(in: section.heading, of: section.source).map {
                    [finding(of: $0, in: section.heading, isLabel: false, place, lines)]
                } ?? []
            Self.forEachLabel(of: section.blocks) { label, block in
                guard let phrase = search.phrase(in: label, of: block.source) else { return }
                let line = block.startLine...block.startLine
                findings.append(finding(of: phrase, in: label, isLabel: true, place, line))
            }
            return findings
        }
    }

    /// Looks for phrases; texts that repeat are looked at once.
    private struct PhraseSearch {
        private var phrases: [String: String?] = [:]

        /// The phrase that `text` joins with itself; nil for none, and where the mark-up of its first line makes the first of the
        /// two a name: "`list` list all objects".
        mutating func phrase(in text: String, of source: Substring) -> String? {
            guard !text.isEmpty else { return nil }
            let known = phrases[text] ?? RepeatedPhrase.find(in: text)
            phrases[text] = .some(known)
            return known.flatMap { phrase in
                source.prefix { $0 != "\n" }.contains("`\(phrase)`") ? nil : phrase
            }
        }
    }

    /// Calls `body` with every label and its block, in reading order.
    private static func forEachLabel(of blocks: [Block], _ body: (String, Block) -> Void) {
        for block in blocks {
            if let label = block.label { body(label, block) }
            forEachLabel(of: block.children, body)
        }
    }

    private func finding(
        of phrase: String, in text: String, isLabel: Bool, _ section: FindingPlace, _ lines: ClosedRange<Int>
    ) -> Finding {
        Finding(
            rule: id, severity: severity,
            place: FindingPlace(
                section: section.section, startLine: lines.lowerBound, endLine: lines.upperBound),
            evidence: .repeatedPhrase(phrase: phrase, isInLabel: isLabel),
            identity: [Fingerprint(of: text)])
    }
}
