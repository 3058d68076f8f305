import ArgumentParser
import Refrain

/// What decides an outline besides the analysis, and how it is shown.
struct OutlineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Which section of a topic is canonical: medoid, longest, most-points, first, or newest by git. "
                + "(default: medoid)", valueName: "rule"),
        completion: .words(of: .canonical))
    var canonical: String?

    @Option(
        help: ArgumentHelp(
            "Prefer sections of matching files as canonical ones, as in .gitignore; can be repeated, the earlier wins.",
            valueName: "glob"))
    var prefer: [String] = []

    @Option(
        help: ArgumentHelp(
            "The similarity at which topics make a theme, above 0 and at most 1. (default: where the themes stand apart "
                + "best)", valueName: "number"))
    var themeThreshold: String?

    @Option(
        help: ArgumentHelp(
            "How the outline names sources: inline, footnotes or none. (default: inline)", valueName: "way"),
        completion: .words(of: .sources))
    var sources: String?

    @Option(
        help: ArgumentHelp(
            "Which other wordings the outline shows: all, flagged, which contradict, or none. (default: all)",
            valueName: "which"),
        completion: .words(of: .variants))
    var variants: String?

    @Option(
        help: ArgumentHelp(
            "The file of decisions. (default: .refrain-decisions.yml in this folder or the nearest above)",
            valueName: "file"),
        completion: .file(extensions: ["yml", "yaml"]))
    var decisions: String?

    @Option(
        help: ArgumentHelp(
            "Write the consolidated document to a file, and where its removed headings went to <file>.redirects.json.",
            valueName: "file"),
        completion: .file())
    var merged: String?

    /// Puts what was typed into `settings`.
    func add(to settings: inout TypedSettings) {
        settings.type(.canonical, canonical)
        if !prefer.isEmpty { settings[.prefer] = TypedSetting(prefer, origin: .commandLine) }
        settings.type(.themeThreshold, themeThreshold)
        settings.type(.sources, sources)
        settings.type(.variants, variants)
        settings.type(.decisions, decisions)
        settings.type(.merged, merged)
    }
}
