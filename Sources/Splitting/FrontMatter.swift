internal import TOMLKit
internal import Yams

/// Settings that a page begins with: YAML between `---` lines, or TOML between `+++` lines.
struct FrontMatter {
    /// The line of the closing rule, 1-based.
    let endLine: Int
    /// The `title`, if there is one and it is a text, number or the like.
    let title: String?

    /// The front matter of `source`; nil where its first line is no opening rule, no rule closes it, or what stands
    /// between is not a list of keys (a rule above a paragraph is a rule).
    init?(of source: SourceText) {
        guard source.lineCount >= 2 else { return nil }
        let rule = Self.trimmed(source.line(1))
        guard rule == "---" || rule == "+++" else { return nil }
        let closing: Set<Substring> = rule == "---" ? ["---", "..."] : ["+++"]
        guard
            let end = (2...source.lineCount).first(where: { closing.contains(Self.trimmed(source.line($0))) })
        else { return nil }
        let content = String(source.lines(2, end - 1))
        guard let title = rule == "---" ? Self.yamlTitle(content) : Self.tomlTitle(content) else {
            return nil
        }
        endLine = end
        self.title = title.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line
        while let last = line.last, last == " " || last == "\t" { line.removeLast() }
        return line
    }

    /// The title; `.some(nil)` without one, nil where `content` is no YAML mapping.
    private static func yamlTitle(_ content: String) -> String?? {
        if content.allSatisfy(\.isWhitespace) { return .some(nil) }
        guard let node = try? Yams.compose(yaml: content), let mapping = node.mapping else { return nil }
        return .some(mapping["title"]?.scalar?.string)
    }

    /// The title; `.some(nil)` without one, nil where `content` is no TOML.
    private static func tomlTitle(_ content: String) -> String?? {
        guard let table = try? TOMLTable(string: content) else { return nil }
        return .some(table["title"]?.string)
    }
}
