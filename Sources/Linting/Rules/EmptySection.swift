internal import Refrain
internal import Splitting

/// Finds headings without content.
public struct EmptySection: Rule {
    /// The rule's id.
    public let id = "empty-section"
    /// What the rule finds, in one line.
    public let summary = "a heading with nothing under it, or with a placeholder only"
    /// Warnings: readers are sent to nothing.
    public let severity = Severity.warning
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            A heading with no block under it and no section below it, or with nothing but a placeholder: TODO, TBD, FIXME, WIP, \
            "coming soon", "to be written", 待补充, 待完善, 敬请期待 and the like, alone or followed by a colon and a remark.
            """,
        matters: """
            A table of contents that promises what is not there costs every reader a click. Placeholders outlive their authors.
            """,
        limits: """
            An image or a table counts as content. A placeholder within a longer text is not looked for.
            """,
        example: "`## Restoring` at the end of a page, with `TODO` under it.",
        settings: "None of its own.",
        remedy: "write the section, or take its heading out")

    /// Makes the rule.
    public init() {}

    /// A finding for each heading without content. O(sections).
    public func findings(in input: LintInput) -> [Finding] {
        input.analysis.sections.indices.compactMap { index in
            let section = input.analysis.sections[index]
            guard !section.heading.isEmpty, section.level > 0, !section.hasSubsections,
                let placeholder = Self.placeholder(in: section)
            else { return nil }
            return input.finding(
                of: self, at: index, .empty(placeholder: placeholder.isEmpty ? nil : placeholder))
        }
    }

    /// The placeholder that is all of the section's content, an empty text for no content; nil where there is some.
    private static func placeholder(in section: Section) -> String? {
        let content = section.blocks.filter(\.isContent)
        guard let block = content.first else { return "" }
        guard content.count == 1, block.children.isEmpty, block.kind != .code,
            block.text.utf8.count <= longestPlaceholderBytes
        else { return nil }
        let phrase = block.text.split { ":：—".contains($0) }.first ?? ""
        guard phrase.utf8.count <= longestPhraseBytes else { return nil }
        return placeholders.contains(words(of: phrase)) ? block.text : nil
    }

    /// A phrase in lower case without the punctuation and white space around it.
    private static func words(of phrase: Substring) -> String {
        func isAround(_ character: Character) -> Bool {
            character.isWhitespace || character.isPunctuation || character.isSymbol
        }
        return String(phrase.drop(while: isAround).reversed().drop(while: isAround).reversed()).lowercased()
    }

    /// A remark behind the placeholder is short, or it is a text.
    private static let longestPlaceholderBytes = 200

    /// More than any placeholder takes, with some mark-up and space around it.
    private static let longestPhraseBytes = 60

    private static let placeholders: Set<String> = [
        "todo", "tbd", "tba", "fixme", "wip", "coming soon", "to be written", "to be done", "to be added",
        "to be announced", "to be determined", "work in progress", "under construction", "placeholder",
        "待补充", "待完善", "待续", "待定", "待写", "待更新", "待添加", "未完待续", "敬请期待", "建设中", "正在编写", "编写中", "暂无", "暂无内容",
        "待補充", "待完善中", "敬請期待", "建設中", "暫無",
    ]
}
