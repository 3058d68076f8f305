public import Linting

/// A rule's page in the manual.
public enum RulePage {
    /// The page in Markdown.
    public static func markdown(of rule: any Rule) -> String {
        let manual = rule.manual
        let parts = [
            ("What it finds", manual.finds), ("Why it matters", manual.matters),
            ("Known limits", manual.limits),
            ("Example", manual.example), ("Settings", manual.settings),
            ("What to do", sentence(manual.remedy)),
        ]
        return "# \(rule.id)\n\nFinds \(rule.summary). Severity: \(rule.severity.rawValue).\n"
            + parts.map { "\n## \($0.0)\n\n\($0.1)\n" }.joined()
    }

    /// All rules for programs: id, severity, summary and the page's parts.
    public static func json(of rules: [any Rule]) -> String {
        JSONValue.object([
            ("schemaVersion", JSONParts.schemaVersion), ("tool", JSONParts.tool),
            (
                "rules",
                .array(
                    rules.map { rule in
                        .object([
                            ("id", .string(rule.id)), ("severity", .string(rule.severity.rawValue)),
                            ("summary", .string(rule.summary)), ("finds", .string(rule.manual.finds)),
                            ("matters", .string(rule.manual.matters)),
                            ("limits", .string(rule.manual.limits)),
                            ("example", .string(rule.manual.example)),
                            ("settings", .string(rule.manual.settings)),
                            ("remedy", .string(rule.manual.remedy)),
                        ])
                    })
            ),
        ]).document
    }

    /// A line a rule: id, severity, what it finds.
    public static func list(of rules: [any Rule]) -> String {
        let width = rules.map(\.id.count).max() ?? 0
        return rules.map { rule in
            DisplayWidth.padded(rule.id, to: width) + "  "
                + DisplayWidth.padded(rule.severity.rawValue, to: 7)
                + "  " + rule.summary + "\n"
        }.joined()
    }

    private static func sentence(_ clause: String) -> String {
        clause.prefix(1).uppercased() + clause.dropFirst() + "."
    }
}
