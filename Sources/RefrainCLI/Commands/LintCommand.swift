import ArgumentParser
import Linting
import Refrain
import Reporting

/// `refrain lint`.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Fail where sections repeat each other or contradict their copies.",
        discussion: """
            refrain rules lists the rules, refrain explain RULE says what one of them finds and why. A comment \
            <!-- refrain-ignore RULE: reason --> before a heading suppresses a finding; --write-baseline makes all there are now \
            known ones, so that only new ones count.

            --staged reads what git would commit and not the files as they stand; settings, baseline and decisions are those in \
            the folder. Under --since and --staged, what git can't tell anything of counts as changed: ignored files, other \
            repositories, files outside of this one, standard input.

            Exit status: 0 no findings that count, 1 findings, 2 the work could not be done or no section was read.
            """)

    @Argument(
        help: "Files, folders, or - for standard input. (default: the current folder)",
        completion: .file())
    var path: [String] = []

    @Option(
        help: ArgumentHelp(
            "text, json, github, sarif, codeclimate (GitLab), checkstyle, junit, rdjson or markdown; =FILE behind it writes a "
                + "report more to a file; can be repeated. (default: text)", valueName: "format"),
        completion: .list(LintFormat.allCases.map(\.rawValue)))
    var format: [String] = []

    @Flag(help: "Write every finding in a line of its own, in text and markdown.")
    var ungrouped = false

    @OptionGroup(title: "Rules") var lint: LintOptions

    @Flag(help: "Write all findings to the baseline, as known ones.")
    var writeBaseline = false

    @Flag(help: "Take out of the baseline what is gone from what is read.")
    var pruneBaseline = false

    @Option(
        help: ArgumentHelp(
            "Count only findings that touch a section changed since this revision of git.",
            valueName: "revision"))
    var since: String?

    @Flag(
        help:
            "Read what is staged, and count only findings that touch a section of it that changed since the last commit."
    )
    var staged = false

    @Option(
        help: ArgumentHelp(
            "Write a diff that puts links in the place of identical sections, for git apply; nothing is changed.",
            valueName: "file"),
        completion: .file())
    var fixPreview: String?

    @OptionGroup var options: SharedOptions

    func validate() throws {
        let isPartial = since != nil || staged
        if since != nil, staged { throw ValidationError("--since and --staged exclude each other; give one") }
        if writeBaseline, pruneBaseline {
            throw ValidationError("--write-baseline and --prune-baseline exclude each other; give one")
        }
        if isPartial, writeBaseline || pruneBaseline {
            throw ValidationError("a baseline holds all findings; leave out --since and --staged")
        }
    }

    func run() throws {
        let outputs = try LintOutputs(format)
        let settings = try options.settings(format: outputs.format, command: "lint", lint: lint)
        let use: LintRun.BaselineUse = writeBaseline ? .write : pruneBaseline ? .prune : .read
        try LintRun(
            settings: settings, outputs: outputs, isGrouped: !ungrouped, baselineUse: use,
            since: staged ? .staged : since.map { .revision($0) }, fixPreviewPath: fixPreview
        ).end(of: path)
    }
}
