internal import Reading
internal import Refrain
internal import Splitting

/// Where the links of documents lead once the documents are one: what a link has to say in the consolidated document to lead
/// where it led.
///
/// A link to a document among those read, or to a place in one, becomes a link inside the text. One to another file, which is
/// relative to its document, becomes relative to the folder that the consolidated document lies in. All else says what it said:
/// addresses with a scheme, and those that begin at the root of a site.
struct MergedLinks {
    /// What an address becomes.
    struct NewAddress: Equatable {
        /// What is to be written; nil where it stays as it is.
        var text: [UInt8]?
        /// Whether the place in a document that it names can't be found: it leads to the section or document that the place is in.
        var isLost = false
    }

    private let analysis: Analysis
    private let layout: MergeLayout
    private let headings: HeadingIndex
    private let names: AnchorNames
    private let output: LinkPath
    /// The path of each document.
    private let paths: [LinkPath]
    private let documents: DocumentPaths
    /// The first section of each document; nil for one without text.
    private let firstSections: [Int?]
    /// The section that a link to each document leads to: the first that is more than front matter, which is alike in many
    /// documents, and can have become part of another's.
    private let topSections: [Int?]

    /// Takes in where the documents lie and what became of their headings. O(text).
    init(_ analysis: Analysis, layout: MergeLayout, headings: HeadingIndex, place: MergedPlace) {
        (self.analysis, self.layout, self.headings) = (analysis, layout, headings)
        names = AnchorNames(analysis)
        output = place.linkPath(of: place.path)
        paths = analysis.documents.map { place.linkPath(of: $0.path) }
        var firstSections = [Int?](repeating: nil, count: analysis.documents.count)
        for (index, section) in analysis.sections.enumerated().reversed() {
            firstSections[section.document] = index
        }
        self.firstSections = firstSections
        topSections = Self.topSections(of: analysis, first: firstSections)
        // Standard input has no name, records are data, and nothing stands in a blank document.
        documents = DocumentPaths(
            zip(paths, zip(analysis.documents, firstSections)).map { path, document in
                document.0.path == "-" || document.0.format.holdsRecords || document.1 == nil ? nil : path
            })
    }

    /// What the address `bytes` in a section becomes.
    func newAddress(of bytes: ArraySlice<UInt8>, isInTag: Bool, in section: Int) -> NewAddress {
        let address = LinkAddress(bytes, isInTag: isInTag)
        guard address.isRelative else { return NewAddress() }
        let document = analysis.sections[section].document
        if address.path.isEmpty { return own(address.fragment, in: document) }
        let target = paths[document].resolved(address.path)
        if address.query.isEmpty, let other = documents.document(at: target) {
            return place(address.fragment, in: other)
        }
        if address.query.isEmpty,
            let other = documents.document(at: address.path, fromPageOf: paths[document])
        {
            return place(address.fragment, in: other)
        }
        if address.query.isEmpty, target == output { return merged(address.fragment) }
        return file(target, address, from: document)
    }

    /// A place in the document that the link stands in itself.
    private func own(_ fragment: [UInt8]?, in document: Int) -> NewAddress {
        let isFirst = firstSections[document] == 0
        guard let fragment, !fragment.isEmpty else {
            return isFirst ? NewAddress() : NewAddress(text: top(of: document))
        }
        let name = PercentEncoding.decoded(fragment)
        // What led nowhere goes on doing so, where nothing else is called so now.
        if find(name, in: document) == nil, !layout.hasAnchor(name), !names.isTaken(name) {
            return NewAddress()
        }
        let new = place(fragment, in: document)
        let isSame = new.text.map {
            $0.dropFirst().elementsEqual(name) || $0.dropFirst().elementsEqual(lowercased(name))
        }
        return isSame == true ? NewAddress(text: nil, isLost: new.isLost) : new
    }

    /// A place in a document.
    private func place(_ fragment: [UInt8]?, in document: Int) -> NewAddress {
        guard let fragment, !fragment.isEmpty else { return NewAddress(text: top(of: document)) }
        let name = PercentEncoding.decoded(fragment)
        switch find(name, in: document) {
        case .heading(let heading): return NewAddress(text: link(to: layout.anchor(of: heading)))
        case .name(let section):
            if names.isOwned(name, by: document), !layout.hasAnchor(name) {
                return NewAddress(text: [UInt8(ascii: "#")] + PercentEncoding.encoded(address: fragment))
            }
            return NewAddress(text: link(to: layout.anchors[layout.placeOfSection[section]]), isLost: true)
        case nil: return NewAddress(text: top(of: document), isLost: true)
        }
    }

    private enum Found {
        case heading(HeadingIndex.Heading)
        case name(section: Int)
    }

    private func find(_ name: [UInt8], in document: Int) -> Found? {
        if let heading = headings.heading(name, in: document) { return .heading(heading) }
        if let section = names.section(of: name, in: document) { return .name(section: section) }
        return headings.heading(lowercased(name), in: document).map { .heading($0) }
    }

    private func lowercased(_ name: [UInt8]) -> [UInt8] {
        Array(String(decoding: name, as: UTF8.self).lowercased().utf8)
    }

    /// A place in the consolidated document itself, which stood where it is to stand.
    private func merged(_ fragment: [UInt8]?) -> NewAddress {
        guard let fragment, layout.hasAnchor(PercentEncoding.decoded(fragment)) else {
            return NewAddress(text: link(to: layout.anchors.first ?? ""), isLost: fragment != nil)
        }
        return NewAddress(text: [UInt8(ascii: "#")] + PercentEncoding.encoded(address: fragment))
    }

    private static func topSections(of analysis: Analysis, first: [Int?]) -> [Int?] {
        var saying = first.map { _ in Int?.none }
        for (index, section) in analysis.sections.enumerated().reversed()
        where section.headingEndLine >= section.startLine
            || section.blocks.contains(where: { $0.kind != .frontMatter })
        {
            saying[section.document] = index
        }
        return zip(saying, first).map { $0 ?? $1 }
    }

    private func top(of document: Int) -> [UInt8] {
        link(to: topSections[document].map { layout.anchors[layout.placeOfSection[$0]] } ?? "")
    }

    private func link(to anchor: String) -> [UInt8] { [UInt8(ascii: "#")] + anchor.utf8 }

    /// A file that is not among the documents.
    private func file(_ target: LinkPath, _ address: LinkAddress, from document: Int) -> NewAddress {
        if output.parts.dropLast() == paths[document].parts.dropLast() { return NewAddress() }
        let fragment = address.fragment.map { [UInt8(ascii: "#")] + $0 } ?? []
        return NewAddress(
            text: output.address(to: target) + PercentEncoding.encoded(address: address.query + fragment))
    }
}
