import Linting
import Refrain
import Testing

/// Comments that suppress findings.
struct SuppressionTests {
    private let backups = Passage.backups

    private func copies(_ between: String, before: String = "", settings: [SettingKey: [String]] = [:]) throws
        -> LintedText
    {
        try LintedText("\(before)# A\n\n\(backups)\n\n\(between)# A\n\n\(backups)\n", settings: settings)
    }

    @Test func aCommentBeforeAHeadingSuppressesAndSaysWhy() throws {
        let linted = try copies("<!-- refrain-ignore identical-section: shared notice -->\n\n")
        #expect(linted.found.isEmpty)
        #expect(linted.report.findings.map(\.state) == [.suppressed(reason: "shared notice")])
    }

    @Test func aCommentOnTheOtherSideCountsToo() throws {
        #expect(try copies("", before: "<!-- refrain-ignore identical-section: shared -->\n\n").found.isEmpty)
    }

    @Test func aMarkThatCombinesWithACommentsSignsHidesNoComment() throws {
        #expect(try copies("<!-- refrain-ignore identical-section:\u{301} shared -->\n\n").found.isEmpty)
    }

    /// Who copies a section copies its comment.
    @Test func commentsOnBothSidesAreUsed() throws {
        let comment = "<!-- refrain-ignore identical-section: shared -->\n\n"
        #expect(try copies(comment, before: comment).found.isEmpty)
    }

    @Test func commentsInAllOfParallelTreesAreUsed() throws {
        let page =
            "# P\n\n## A\n\n\(backups)\n\n<!-- refrain-ignore identical-section: shared -->\n\n## A\n\n\(backups)\n"
        let trees = ["v1", "v2", "v3"].map { (path: "\($0)/p.md", text: page) }
        let linted = try LintedText(trees, settings: [.parallel: ["/v*"]])
        #expect(linted.found.isEmpty)
        #expect(linted.report.suppressedCount == 1 && linted.report.inOtherTreesCount == 2)
    }

    @Test func aCommentInTheSectionIsAboutIt() throws {
        let text = "# A\n\n\(backups)\n\n# A\n\n<!-- refrain-ignore identical-section: ok -->\n\n\(backups)\n"
        #expect(try LintedText(text).found.isEmpty)
    }

    @Test func aFileIsIgnoredAsAWhole() throws {
        let text = "# A\n\n\(backups)\n\n# A\n\n\(backups)\n\n<!-- refrain-ignore-file all: generated -->\n"
        #expect(try LintedText(text).found.isEmpty)
    }

    @Test func aStretchIsIgnoredFromItsBeginningToItsEnd() throws {
        let text = """
            # A

            \(backups)

            <!-- refrain-ignore-begin identical-section: old versions -->

            # A

            \(backups)

            <!-- refrain-ignore-end -->

            # A

            \(backups)

            """
        #expect(try LintedText(text).found == ["a.md:13 identical-section a.md:1"])
    }

    @Test func aCommentThatSuppressesNothingIsReported() throws {
        let linted = try copies("<!-- refrain-ignore empty-section: why not -->\n\n")
        #expect(linted.found == ["a.md:5 unused-suppression", "a.md:7 identical-section a.md:1"])
    }

    @Test func aCommentThatNamesNoRuleIsReported() throws {
        let linted = try copies("<!-- refrain-ignore identical-sections -->\n\n")
        #expect(
            linted.report.new.first?.evidence
                == .unusedSuppression(
                    rule: "identical-sections", isKnown: false, suggestion: "identical-section"))
    }

    @Test func beginningsAndEndsWithoutTheOtherAreReported() throws {
        let begin = try copies("<!-- refrain-ignore-begin identical-section: x -->\n\n")
        #expect(begin.report.new.map(\.evidence) == [.unpairedSuppression(isEnd: false)])
        let end = try copies("<!-- refrain-ignore-end -->\n\n")
        #expect(end.report.new.map(\.evidence).contains(.unpairedSuppression(isEnd: true)))
    }

    @Test func aReasonIsAskedForByOption() throws {
        let comment = "<!-- refrain-ignore identical-section -->\n\n"
        #expect(try copies(comment).found.isEmpty)
        #expect(
            try copies(comment, settings: [.requireReason: ["true"]]).found == [
                "a.md:5 unexplained-suppression"
            ])
    }

    @Test func commentsInCodeAreText() throws {
        let text = "# A\n\n\(backups)\n\n# A\n\n\(backups)\n\n```\n<!-- refrain-ignore-file all: x -->\n```\n"
        #expect(try LintedText(text).found == ["a.md:5 near-duplicate-section a.md:1"])
    }

    @Test func commentsAboutRulesThatAreLeftOutAreNotJudged() throws {
        let linted = try copies(
            "<!-- refrain-ignore empty-section: why not -->\n\n", settings: [.ignore: ["empty-section"]])
        #expect(linted.found == ["a.md:7 identical-section a.md:1"])
    }
}
