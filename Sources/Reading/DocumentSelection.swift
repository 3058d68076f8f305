/// Which entries of walked folders count, by their names and shown paths alone.
struct DocumentSelection: Sendable {
    private let include: GlobList
    private let exclude: GlobList
    private let includeBase: [UInt8]
    private let excludeBase: [UInt8]
    private let readsHidden: Bool
    private let leftOutNames: Set<[UInt8]>

    /// Compiles the globs of the settings.
    ///
    /// - Throws: `ReadingError.invalidGlob` for the first that can never match.
    init(settings: ReadingSettings) throws(ReadingError) {
        include = try GlobList(arguments: settings.include)
        exclude = try GlobList(arguments: settings.exclude)
        includeBase = Array(settings.includeBase.utf8)
        excludeBase = Array(settings.excludeBase.utf8)
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
        includes(anchoredFolder: anchored(shownPath, at: includeBase), parentIsIncluded: parentIsIncluded)
    }

    /// Whether files in a folder that was named explicitly are included by its path or the path of a folder
    /// above, as far as it is known.
    func includes(walkedFolder shownPath: [UInt8]) -> Bool {
        var path = anchored(shownPath, at: includeBase)
        if path.last == UInt8(ascii: "/") { path.removeLast() }
        let ends = path.indices.dropFirst().filter { path[$0] == UInt8(ascii: "/") } + [path.endIndex]
        return ends.reduce(false) { includes(anchoredFolder: path[..<$1], parentIsIncluded: $0) }
    }

    private func includes(anchoredFolder path: ArraySlice<UInt8>, parentIsIncluded: Bool) -> Bool {
        include.lastMatch(path, isFolder: true).map { !$0.isNegated } ?? parentIsIncluded
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
        let isData = known?.holdsRecords ?? false
        if include.isEmpty { return isData ? nil : known }
        guard let match = include.lastMatch(anchored(shownPath, at: includeBase), isFolder: false) else {
            return folderIsIncluded && !isData ? known : nil
        }
        if match.isNegated || isData && !match.saysName { return nil }
        return known ?? (match.saysName ? .plainText : nil)
    }

    private func isHidden(_ name: [UInt8]) -> Bool {
        !readsHidden && name.first == UInt8(ascii: ".")
    }

    private func isExcluded(_ shownPath: [UInt8], isFolder: Bool) -> Bool {
        exclude.lastMatch(anchored(shownPath, at: excludeBase), isFolder: isFolder).map { !$0.isNegated }
            ?? false
    }

    private func anchored(_ shownPath: [UInt8], at base: [UInt8]) -> ArraySlice<UInt8> {
        GlobAnchor.path(shownPath, at: base)
    }
}
