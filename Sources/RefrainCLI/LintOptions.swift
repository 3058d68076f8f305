import ArgumentParser
import Linting
import Refrain

/// What decides which findings there are, and which of them count.
struct LintOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Apply only this rule; can be repeated.", valueName: "rule"),
        completion: .list(Linter.ruleIDs))
    var select: [String] = []

    @Option(
        help: ArgumentHelp("Leave this rule out; can be repeated.", valueName: "rule"),
        completion: .list(Linter.ruleIDs))
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp(
            "The least severity that makes the exit status 1: error, warning, note or never. (default: warning)",
            valueName: "severity"),
        completion: .words(of: .failOn))
    var failOn: String?

    @Option(
        help: ArgumentHelp(
            "How much a rule's findings matter, as in near-duplicate-section=note or \"all=off in drafts/\"; can be repeated.",
            valueName: "entry"))
    var severity: [String] = []

    @Option(
        help: ArgumentHelp(
            "Where a rule does not count, as in \"identical-section in legal/\"; can be repeated.",
            valueName: "entry"))
    var allow: [String] = []

    @Option(
        help: ArgumentHelp(
            "Folders that say the same on purpose, as in \"versions/*\" or \"docs = i18n/zh\"; can be repeated.",
            valueName: "folders"))
    var parallel: [String] = []

    @Option(
        help: ArgumentHelp(
            "How far the same heading counts: siblings, document or all. (default: siblings)",
            valueName: "scope"),
        completion: .words(of: .headingScope))
    var headingScope: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Whether a refrain-ignore comment must say why. (default: --no-require-reason)")
    var requireReason: Bool?

    @Option(
        help: ArgumentHelp("The file of known findings, which don't count.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "Which findings json and sarif hold: all, marked where they don't count, or new, for GitHub's code scanning, which "
                + "doesn't read the marks. (default: all)", valueName: "findings"),
        completion: .words(of: .findings))
    var findings: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Whether what was split and counted is kept for the next run. (default: --cache)")
    var cache: Bool?

    @Option(
        help: ArgumentHelp(
            "The folder of the cache. (default: refrain in XDG_CACHE_HOME or ~/.cache)", valueName: "folder"),
        completion: .directory)
    var cacheFolder: String?

    /// Puts what was typed into `settings`.
    func add(to settings: inout TypedSettings) {
        settings.type(.select, list: select)
        settings.type(.ignore, list: ignore)
        settings.type(.failOn, failOn)
        settings.type(.severity, list: severity)
        settings.type(.allow, list: allow)
        settings.type(.parallel, list: parallel)
        settings.type(.headingScope, headingScope)
        settings.type(.requireReason, requireReason)
        settings.type(.baseline, baseline)
        settings.type(.findings, findings)
        settings.type(.cache, cache)
        settings.type(.cacheFolder, cacheFolder)
    }
}

extension TypedSettings {
    /// Sets `key` to an option's values where the option was given.
    mutating func type(_ key: SettingKey, list values: [String]) {
        if !values.isEmpty { self[key] = TypedSetting(values, origin: .commandLine) }
    }
}
