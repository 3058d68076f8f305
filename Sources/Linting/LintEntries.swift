public import Reading
public import Refrain

/// Why lint can't take a setting.
public enum LintSettingsError: Error, Sendable, Equatable {
    /// There is no such rule.
    case unknownRule(String, suggestion: String?, key: SettingKey, origin: SettingOrigin)
    /// An entry has not the form of its setting's entries.
    case malformedEntry(String, key: SettingKey, origin: SettingOrigin)
    /// A pattern in an entry can never match.
    case pattern(String, GlobFault, key: SettingKey, origin: SettingOrigin)
}

/// Reads the entries of lint's settings.
struct LintEntries {
    let typed: TypedSettings
    let fileBase: String

    /// What stands for all rules.
    private static let allRules = "all"

    /// The rules that a setting names; "all" gives all of them.
    func rules(_ key: SettingKey) throws(LintSettingsError) -> Set<String> {
        var rules: Set<String> = []
        for name in typed[key].values {
            if let rule = try rule(name, key) { rules.insert(rule) } else { rules.formUnion(Linter.ruleIDs) }
        }
        return rules
    }

    /// A flag that `Settings` has checked.
    func flag(_ key: SettingKey) -> Bool {
        do throws(SettingsError) { return try SettingValues(typed).flag(key) } catch {
            preconditionFailure("settings are checked when they are made: \(error)")
        }
    }

    /// A word that `Settings` has checked.
    func word<Word: RawRepresentable<String>>(_ key: SettingKey) -> Word {
        do throws(SettingsError) { return try SettingValues(typed).word(key) } catch {
            preconditionFailure("settings are checked when they are made: \(error)")
        }
    }

    /// Entries such as "near-duplicate-section=warning" or "all=off in drafts/".
    func severities() throws(LintSettingsError) -> [SeverityEntry] {
        var entries: [SeverityEntry] = []
        for text in typed[.severity].values {
            let (subject, glob) = Self.parts(of: text)
            let sides = subject.split(separator: "=", omittingEmptySubsequences: false).map(Self.trimmed)
            let severity = sides.count == 2 ? Severity(rawValue: sides[1]) : nil
            guard sides.count == 2, severity != nil || sides[1] == "off" else {
                throw .malformedEntry(text, key: .severity, origin: typed[.severity].origin)
            }
            let scope = RuleScope(rule: try rule(sides[0], .severity), paths: try paths(glob, .severity))
            entries.append(SeverityEntry(scope: scope, severity: severity))
        }
        return entries
    }

    /// Entries such as "identical-section in legal/".
    func allowed() throws(LintSettingsError) -> [RuleScope] {
        var entries: [RuleScope] = []
        for text in typed[.allow].values {
            let (subject, glob) = Self.parts(of: text)
            guard glob != nil else {
                throw .malformedEntry(text, key: .allow, origin: typed[.allow].origin)
            }
            entries.append(RuleScope(rule: try rule(subject, .allow), paths: try paths(glob, .allow)))
        }
        return entries
    }

    /// Entries such as "versions/*" or "docs = i18n/zh".
    func parallelTrees() throws(LintSettingsError) -> ParallelTrees {
        let base = typed[.parallel].isFromFile ? fileBase : ""
        var sets: [ParallelTrees.TreeSet] = []
        for text in typed[.parallel].values {
            let globs = text.split(separator: "=", omittingEmptySubsequences: false).map(Self.trimmed)
            var patterns: [FolderPattern] = []
            for glob in globs {
                do throws(ReadingError) {
                    patterns.append(try FolderPattern(glob, base: base))
                } catch {
                    throw pattern(error, .parallel)
                }
            }
            sets.append(ParallelTrees.TreeSet(text: text, patterns: patterns))
        }
        return ParallelTrees(sets: sets)
    }

    /// The rule called `name`; nil for all.
    private func rule(_ name: String, _ key: SettingKey) throws(LintSettingsError) -> String? {
        if name == Self.allRules { return nil }
        guard Linter.ruleIDs.contains(name) else {
            throw .unknownRule(
                name, suggestion: EditDistance.closest(to: name, among: Linter.ruleIDs), key: key,
                origin: typed[key].origin)
        }
        return name
    }

    private func paths(_ glob: String?, _ key: SettingKey) throws(LintSettingsError) -> PreferredPaths? {
        guard let glob else { return nil }
        do throws(ReadingError) {
            return try PreferredPaths([glob], base: typed[key].isFromFile ? fileBase : "")
        } catch {
            throw pattern(error, key)
        }
    }

    private func pattern(_ error: ReadingError, _ key: SettingKey) -> LintSettingsError {
        guard case .invalidGlob(let pattern, let fault) = error else {
            preconditionFailure("patterns fail as patterns: \(error)")
        }
        return .pattern(pattern, fault, key: key, origin: typed[key].origin)
    }

    /// What stands before " in ", and the pattern behind it.
    private static func parts(of entry: String) -> (subject: String, glob: String?) {
        guard let border = entry.firstRange(of: " in ") else { return (trimmed(entry[...]), nil) }
        return (trimmed(entry[..<border.lowerBound]), trimmed(entry[border.upperBound...]))
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
