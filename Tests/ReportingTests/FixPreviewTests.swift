import Linting
import Reading
import Refrain
import Reporting
import Splitting
import Testing

/// What the preview of mending leaves alone.
struct FixPreviewTests {
    private func diff(_ texts: [String]) -> String {
        let analysis = Pipeline().analysis(
            of: ReadResult(
                documents: texts.enumerated().map { Document(path: "\($0).md", format: .markdown, text: $1) },
                skipped: []))
        return FixPreview(of: Linter().report(on: analysis), of: analysis, isVerbatim: { _ in true }).diff
    }

    private func page(_ text: String) -> String {
        "# Rules\n\nWhoever comes late waits at the door until the first break; then the usher leads them to their seats. \(text)\n"
    }

    @Test(arguments: [
        ("[The rules](https://a.example).", "[The rules](https://b.example)."),
        ("[The rules][r].\n\n[r]: a.md", "[The rules][r].\n\n[r]: b.md"),
        ("![A map](a.png)", "![A map](b.png)"),
        ("Ask[^1].\n\n[^1]: The usher.", "Ask[^1].\n\n[^1]: The clerk."),
        ("\n\n```sh\nwait\n```", "\n\n```fish\nwait\n```"), ("<img src=\"a.png\">", "<img src=\"b.png\">"),
    ])
    func noneOfTwoAddressesIsDeleted(_ texts: (String, String)) {
        #expect(diff([page(texts.0), page(texts.1)]).isEmpty)
        #expect(!diff([page(texts.0), page(texts.0)]).isEmpty)
    }
}
