/// Folders of a body of documents that look like versions or translations of one another.
public enum ParallelProposal {
    /// Fewer folders side by side are no set of trees.
    private static let fewestTrees = 2

    /// Entries for the setting `parallel`, sorted: "docs/v*" where folders below `docs` are called by versions, "i18n/*" where all
    /// folders below `i18n` are called by languages.
    ///
    /// - Parameter paths: the paths of all documents, from the folder that the settings file is to stand in.
    public static func entries(for paths: [String]) -> [String] {
        var children: [String: Set<String>] = [:]
        for path in paths {
            let folders = path.split(separator: "/").dropLast()
            for depth in folders.indices {
                let parent = folders[..<depth].joined(separator: "/")
                children[parent, default: []].insert(String(folders[depth]))
            }
        }
        return children.compactMap { parent, names in
            pattern(of: names).map { parent.isEmpty ? "/\($0)" : "\(parent)/\($0)" }
        }.sorted()
    }

    /// What matches the names that look like versions, or all of them where they look like languages.
    private static func pattern(of names: Set<String>) -> String? {
        let versions = names.filter(isVersion)
        if versions.count >= fewestTrees {
            return versions.allSatisfy { $0.hasPrefix("v") && $0.dropFirst().first?.isNumber == true }
                ? "v[0-9]*" : "*[0-9]*"
        }
        return names.count >= fewestTrees && names.allSatisfy(isLanguage) ? "*" : nil
    }

    /// "v3.4", "1.18", "version-2".
    private static func isVersion(_ name: String) -> Bool {
        let digits = name.drop { $0.isLetter || $0 == "-" || $0 == "_" }
        let prefix = name.dropLast(digits.count).lowercased()
        return ["", "v", "version-", "release-"].contains(prefix) && digits.first?.isNumber == true
            && digits.contains(where: { $0 == "." || prefix != "" })
            && digits.allSatisfy { $0.isNumber || $0 == "." || $0 == "x" }
    }

    /// "en", "zh", "zh-CN", "pt_BR".
    private static func isLanguage(_ name: String) -> Bool {
        let parts = name.split { $0 == "-" || $0 == "_" }
        guard let language = parts.first, parts.count <= 2 else { return false }
        return languages.contains(language.lowercased())
            && (parts.count == 1 || (2...4).contains(parts[1].count))
    }

    private static let languages: Set<String> = [
        "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr",
        "hu",
        "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr",
        "sv",
        "ta", "th", "tr", "uk", "ur", "vi", "zh",
    ]
}
