import Linting
import Testing

/// Folders that look like versions or translations.
struct ParallelProposalTests {
    @Test(arguments: [
        (["docs/v3.4/a.md", "docs/v3.5/a.md", "docs/intro.md"], ["docs/v[0-9]*"]),
        (["1.0/a.md", "1.1/a.md"], ["/*[0-9]*"]),
        (["versioned_docs/version-1.8/a.md", "versioned_docs/version-2/a.md"], ["versioned_docs/*[0-9]*"]),
        (["site/en/a.md", "site/zh-CN/a.md"], ["site/*"]),
        (["site/en/a.md", "site/img/a.md"], []), (["2023/a.md", "2024/a.md"], []),
        (["docs/v3.4/a.md", "docs/guide/a.md"], []), (["a.md"], []), ([], []),
    ])
    func setsOfTreesAreProposed(paths: [String], entries: [String]) {
        #expect(ParallelProposal.entries(for: paths) == entries)
    }
}
