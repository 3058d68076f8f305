public import Outlining
public import Reading

/// What decides an outline besides the analysis, checked.
public struct OutlineChoices: Sendable {
    /// Which section of a topic is the canonical one.
    public let canonical: CanonicalRule
    /// Whose sections are preferred as canonical ones, whatever the rule.
    public let preferred: PreferredPaths
    /// The similarity at which themes are cut; nil: where the data says.
    public let themeThreshold: Double?

    /// The standard choices.
    public static let standard: OutlineChoices = {
        do { return try OutlineChoices(TypedSettings()) } catch {
            preconditionFailure("standard values are valid: \(error)")
        }
    }()

    /// Checks what was typed.
    ///
    /// - Parameters:
    ///   - typed: the values as typed, checked by `Settings`.
    ///   - fileBase: as for `Settings`.
    /// - Throws: `ReadingError.invalidGlob` for a preferred path that can never match.
    public init(_ typed: TypedSettings, fileBase: String = "") throws(ReadingError) {
        let values = SettingValues(typed)
        do throws(SettingsError) {
            canonical = try values.word(.canonical)
            themeThreshold =
                typed[.themeThreshold].values.isEmpty ? nil : try values.number(.themeThreshold)
        } catch {
            preconditionFailure("settings are checked when they are made: \(error)")
        }
        preferred = try PreferredPaths(
            typed[.prefer].values, base: typed[.prefer].isFromFile ? fileBase : "")
    }

    /// For each document at `paths` its place among the preferred paths.
    func pathRanks(of paths: [String]) -> [Int: Int] {
        var ranks: [Int: Int] = [:]
        for (index, path) in paths.enumerated() { ranks[index] = preferred.rank(of: path) }
        return ranks
    }
}
