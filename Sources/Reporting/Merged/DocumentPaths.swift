/// Finds documents by what links call them: by their path, and where no document has it by the path without its ending, or by
/// the folder that a document is the page of.
struct DocumentPaths {
    private var documentOfPath: [LinkPath: Int] = [:]
    private var documentOfPage: [LinkPath: Int] = [:]

    /// What the page of a folder is called, without ending.
    private static let folderPages = ["index", "_index", "readme"].map { Array($0.utf8) }
    private static let endings = [".md", ".mdx", ".markdown"].map { Array($0.utf8) }

    /// Takes in the paths of documents, nil for those that no link leads to; of two that are called alike the first.
    init(_ paths: [LinkPath?]) {
        for (document, path) in paths.enumerated() {
            guard let path else { continue }
            documentOfPath[path] = documentOfPath[path] ?? document
            guard let page = Self.page(of: path) else { continue }
            documentOfPage[page] = documentOfPage[page] ?? document
        }
    }

    /// The document that a path leads to, with a slash at its end or without.
    func document(at path: LinkPath) -> Int? {
        documentOfPath[path] ?? documentOfPage[path.withoutSlash]
    }

    /// The document that an address leads to which was written for a site: there a page has the address of a folder, and what is
    /// relative to it starts inside.
    ///
    /// - Parameter path: the path of the document that the link stands in.
    func document(at address: [UInt8], fromPageOf path: LinkPath) -> Int? {
        Self.page(of: path).flatMap { document(at: $0.asFolder.resolved(address)) }
    }

    private static func page(of path: LinkPath) -> LinkPath? {
        let name = path.name
        guard
            let ending = endings.first(where: {
                name.count > $0.count && name.suffix($0.count).elementsEqual($0)
            })
        else { return nil }
        let stem = Array(name.dropLast(ending.count))
        let isFolderPage = folderPages.contains(stem.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
        return path.named(isFolderPage ? nil : stem)
    }
}
