import Reading
import Splitting
import Testing

/// Sections of Markdown and of plain text.
struct SplitterTests {
    @Test func sectionsKeepTheirHeadingPath() {
        let text = "# A\n\n## B\n\ntext\n\n## C\n\n### D\n"
        let sections = Splitter().sections(
            of: Document(path: "a.md", format: .markdown, text: text), index: 0)
        #expect(sections.map(\.headingPath) == [["A"], ["A", "B"], ["A", "C"], ["A", "C", "D"]])
        #expect(sections.map(\.startLine) == [1, 3, 7, 9])
        #expect(sections.map(\.endLine) == [1, 5, 7, 9])
    }
}
