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
            that English doubles on purpose ("had had") and Chinese doublings (研究研究) are no findings. The body text is not \
            looked at.
            """,
        example: "`## 如何控制推理成本和推理成本？`",
        settings: "None of its own.",
        remedy: "say the second thing that was meant, or say the first once")

    /// Makes the rule.
    public init() {}

    /// A finding for each heading and label with such a phrase, by section. O(characters of headings and labels).
    public func findings(in input: LintInput) -> [Finding] {
        // Texts that repeat are looked at once.
        var phrases: [String: String?] = [:]
        var findings: [Finding] = []
        for (index, section) in input.analysis.sections.enumerated() {
            let place = input.place(of: index)
            func look(at text: String, isLabel: Bool, _ lines: ClosedRange<Int>) {
                guard !text.isEmpty else { return }
                let phrase = phrases[text] ?? RepeatedPhrase.find(in: text)
                phrases[text] = .some(phrase)
                guard let phrase else { return }
                findings.append(finding(of: phrase, in: text, isLabel: isLabel, place, lines))
            }
            look(
                at: section.heading, isLabel: false,
                section.startLine...max(section.startLine, section.headingEndLine))
            Self.forEachLabel(of: section.blocks) { look(at: $0, isLabel: true, $1...$1) }
        }
        return findings
    }

    /// Calls `body` with every label and its line, in reading order.
    private static func forEachLabel(of blocks: [Block], _ body: (String, Int) -> Void) {
        for block in blocks {
            if let label = block.label { body(label, block.startLine) }
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
