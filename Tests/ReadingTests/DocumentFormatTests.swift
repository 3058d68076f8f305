import Reading
import Testing

struct DocumentFormatTests {
    @Test(arguments: ["a.md", "docs/a.markdown", "a.MDown", "a.b.mkd", "a.MDX", "/x.y/z.md", "文.md"])
    func markdownIsKnownByItsExtension(path: String) {
        #expect(DocumentFormat(path: path) == .markdown)
    }

    @Test(arguments: ["a.txt", "docs/A.TEXT"])
    func plainTextIsKnownByItsExtension(path: String) {
        #expect(DocumentFormat(path: path) == .plainText)
    }

    @Test(arguments: ["", "a", "md", ".md", "docs/.txt", "a.md/b", "a.md.bak", "a.", "a.rst", "a.mdé"])
    func anythingElseHasNoFormat(path: String) {
        #expect(DocumentFormat(path: path) == nil)
    }
}
