import Reporting

/// The settings file that `refrain init` writes.
enum SettingsTemplate {
    /// The text of the file.
    ///
    /// - Parameter parallel: entries of the setting of that name.
    static func text(parallel: [String]) -> String {
        """
        # Settings of refrain, for all commands; refrain config shows what is in force.
        # A new copy of a section is a finding; what .refrain-baseline.json holds is known and does not count.

        # The lowest similarity of sections that say the same, above 0 and at most 1.
        # threshold: 0.6

        # Files and folders that are not read, as in .gitignore.
        # exclude: [drafts/, "*.generated.md"]

        lint:
          baseline: \(BaselinePlace.name)

          # Folders that say the same on purpose: versions, translations.
        \(parallelLine(parallel))

          # How much findings matter: error, warning, note or off. refrain rules lists the rules.
          # severity: [contained-section=note, "all=off in vendor-docs/"]

          # Where a rule does not count.
          # allow: ["parallel-template in cli/"]

          # The least severity that makes refrain lint fail.
          # fail-on: warning

          # Whether <!-- refrain-ignore RULE: reason --> must say why.
          # require-reason: true

        """
    }

    private static func parallelLine(_ entries: [String]) -> String {
        entries.isEmpty
            ? "  # parallel: [\"versions/*\", \"docs = i18n/zh\"]"
            : "  parallel: [\(entries.map(JSONText.quoted).joined(separator: ", "))]"
    }
}
