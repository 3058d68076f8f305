/// Settings that a page begins with: YAML between `---` lines, or TOML between `+++` lines.
struct FrontMatter {
    /// The line of the closing rule, 1-based. YAML may also end at a line `...`.
    let endLine: Int
    /// The `title` on one line, if there is one and it is a text, number or the like.
    let title: String?

    /// The front matter of `source`; nil where its first line is no opening rule, no rule closes it, or what stands
    /// between is not a list of keys (a rule above a paragraph is a rule).
    ///
    /// What begins like a list of keys, and can't be parsed, is front matter without a title: a mistake in it, or a
    /// limit of `FrontMatterTitle`, must not make headings of its lines.
    init?(of source: SourceText) {
        guard source.lineCount >= 2 else { return nil }
        let rule = Self.trimmed(source.line(1))
        guard rule == "---" || rule == "+++" else { return nil }
        let closing: [Substring] = rule == "---" ? ["---", "..."] : ["+++"]
        guard
            let end = (2...source.lineCount).first(where: { closing.contains(Self.trimmed(source.line($0))) })
        else { return nil }
        let content = String(source.lines(2, end - 1))
        switch rule == "---" ? FrontMatterTitle(yaml: content) : FrontMatterTitle(toml: content) {
        case .keys(let title): self.title = title
        case .unreadable where Self.beginsWithKey(content, before: rule == "---" ? ":" : "="): title = nil
        case .unreadable, .noKeys: return nil
        }
        endLine = end
    }

    private static func trimmed(_ line: Substring) -> Substring {
        line.dropLastScalars(while: \.isBlank)
    }

    /// Whether the first line that is neither blank nor a comment is a word and `separator`.
    private static func beginsWithKey(_ content: String, before separator: Unicode.Scalar) -> Bool {
        let lines = content.lines.lazy.map { $0.unicodeScalars.drop(while: \.isSpace) }
        guard let line = lines.first(where: { !$0.isEmpty && $0.first != "#" }) else { return false }
        let key = line.prefix { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "_-.\"".unicodeScalars.contains(scalar)
        }
        let rest = line[key.endIndex...]
        let after = separator == ":" ? rest : rest.drop(while: \.isSpace)
        guard !key.isEmpty, after.first == separator else { return false }
        return separator == "=" || after.dropFirst().first?.isSpace ?? true
    }
}
