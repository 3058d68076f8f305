/// Which entries of walked folders count, by their names and shown paths alone.
struct DocumentSelection: Sendable {
    private let include: GlobList
    private let exclude: GlobList
    private let readsHidden: Bool
    private let leftOutNames: Set<[UInt8]>

    /// Compiles the globs of the settings.
    ///
    /// - Throws: `ReadingError.invalidGlob` for the first that can never match.
    init(settings: ReadingSettings) throws(ReadingError) {
        include = try GlobList(arguments: settings.include)
        exclude = try GlobList(arguments: settings.exclude)
        readsHidden = settings.readsHidden
        let vendored = settings.readsVendored ? [] : ReadingSettings.vendoredFolderNames
        leftOutNames = Set((vendored + [".git"]).map { Array($0.utf8) })
    }

    /// Whether a folder of a walk may be entered.
    func enters(folder shownPath: [UInt8], name: [UInt8]) -> Bool {
        !isHidden(name) && !leftOutNames.contains(name) && !isExcluded(shownPath, isFolder: true)
    }

    /// Whether files below a folder are included by the folder's own path.
    ///
    /// - Parameter parentIsIncluded: the answer for the folder it lies in.
    func includes(folder shownPath: [UInt8], parentIsIncluded: Bool) -> Bool {
        let match = include.lastMatch(Self.anchored(shownPath), isFolder: true)
        return match.map { !$0.isNegated } ?? parentIsIncluded
    }

    /// Whether files in a folder that was named explicitly are included by its path or the path of a folder
    /// above, as far as it is shown.
    func includes(walkedFolder shownPath: [UInt8]) -> Bool {
        let ends =
            shownPath.indices.dropFirst().filter { shownPath[$0] == UInt8(ascii: "/") } + [shownPath.count]
        return ends.reduce(false) { includes(folder: Array(shownPath[..<$1]), parentIsIncluded: $0) }
    }

    /// The format of a file of a walk; `nil` if it is no document.
    func format(ofFile shownPath: [UInt8], name: [UInt8], folderIsIncluded: Bool) -> DocumentFormat? {
        if isHidden(name) { return nil }
        let known = DocumentFormat(fileName: name[...])
        guard let format = included(known, shownPath, folderIsIncluded) else { return nil }
        return isExcluded(shownPath, isFolder: false) ? nil : format
    }

    private func included(
        _ known: DocumentFormat?, _ shownPath: [UInt8], _ folderIsIncluded: Bool
    ) -> DocumentFormat? {
        if include.isEmpty { return known == .jsonLines ? nil : known }
        guard let match = include.lastMatch(Self.anchored(shownPath), isFolder: false) else {
            return folderIsIncluded ? known : nil
        }
        if match.isNegated { return nil }
        return known ?? (match.saysName ? .plainText : nil)
    }

    private func isHidden(_ name: [UInt8]) -> Bool {
        !readsHidden && name.first == UInt8(ascii: ".")
    }

    private func isExcluded(_ shownPath: [UInt8], isFolder: Bool) -> Bool {
        exclude.lastMatch(Self.anchored(shownPath), isFolder: isFolder).map { !$0.isNegated } ?? false
    }

    /// A shown path as globs see it, without the slash of an absolute one.
    private static func anchored(_ shownPath: [UInt8]) -> ArraySlice<UInt8> {
        shownPath.first == UInt8(ascii: "/") ? shownPath.dropFirst() : shownPath[...]
    }
}
