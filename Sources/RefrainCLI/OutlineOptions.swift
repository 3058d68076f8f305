import ArgumentParser
import Refrain

/// What decides an outline besides the analysis, and how it is shown.
struct OutlineOptions: ParsableArguments {
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
            "Write the consolidated document to a file, and where its removed headings went to <file>.redirects.json. "
                + "Relative links start in the folder of the file. With - the document goes to standard output, without the "
                + "map, and its links start in the working folder.",
            valueName: "file"),
        completion: .file())
    var merged: String?

    /// Puts what was typed into `settings`.
    func add(to settings: inout TypedSettings) {
        settings.type(.themeThreshold, themeThreshold)
        settings.type(.sources, sources)
        settings.type(.variants, variants)
        settings.type(.merged, merged)
    }
}
