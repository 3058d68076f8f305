import ArgumentParser
import Deciding
import Reading
import Refrain
import Reporting

/// `refrain decide`.
struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Write down what find, lint and outline have to obey from now on.",
        discussion: """
            Sections are named by a line in them, as in docs/a.md:12, or by their fingerprint. The decision goes to the end of \
            .refrain-decisions.yml in this folder or the nearest above; it holds wherever the section moves, until its text \
            changes.
            """)

    @Argument(
        help: "What is decided: keep-apart, merge or canonical.",
        completion: .list(Decision.Verb.allCases.map(\.rawValue)))
    var decision: String

    @Argument(help: "The sections: one for canonical, two or more else.", completion: .file())
    var section: [String]

    @Option(help: ArgumentHelp("Why, for whoever reads the file.", valueName: "text"))
    var because: String?

    @OptionGroup var options: SharedOptions

    func validate() throws {
        guard let verb = Decision.Verb(rawValue: decision) else {
            throw ValidationError(
                "“\(decision)” is no decision: \(Decision.Verb.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        guard verb == .canonical ? section.count == 1 : section.count > 1 else {
            throw ValidationError(
                "\(decision) takes \(verb == .canonical ? "one section" : "two sections or more")")
        }
    }

    func run() throws {
        let settings = try options.settings(format: nil, command: nil)
        let place = DecisionsPlace(settings: settings)
        let finder = NamedSections(settings: settings)
        var named: [NamedSections.Found] = []
        for name in section { named.append(try finder.section(name)) }
        let lines = text(named)
        let old = try place.text()
        let new = old + (old.isEmpty || old.hasSuffix("\n") ? "" : "\n") + lines
        // What can't be read again is not written.
        do throws(DecisionsError) {
            _ = try DecisionsFile(text: new, shownPath: place.path)
        } catch {
            throw Failure.decisions(error)
        }
        try place.file().write(new)
        guard place.path != ResultFile.standardOutputName else { return }
        try StandardStreams.output(LogCommands.writtenOut("\(place.path):\n\(lines)"))
    }

    /// The decision as it stands in the file, with what its fingerprints are in a comment.
    private func text(_ sections: [NamedSections.Found]) -> String {
        let comments = sections.compactMap(\.comment).map { "# \(ControlCharacters.escaped($0))\n" }.joined()
        let digits = sections.map(\.fingerprint)
        let value =
            decision == Decision.Verb.canonical.rawValue ? digits[0] : "[\(digits.joined(separator: ", "))]"
        let reason = because.map { "  because: \(JSONText.quoted($0))\n" } ?? ""
        return comments + "- \(decision): \(value)\n" + reason
    }
}
