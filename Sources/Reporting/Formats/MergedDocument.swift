package import Outlining
internal import Reading
package import Refrain
internal import Splitting

/// The consolidated document: the documents one after the other as they stand, with the sections of each topic replaced by
/// one that holds all that they say, where the canonical one stood.
///
/// What is not merged stays verbatim. In a merged section every wording that `display` shows is a block of its own, behind
/// the point that it varies, so that nothing but copies is lost. A heading whose section goes but whose subsections stay,
/// stays above them. From the second document on a section without a heading gets one, as it would otherwise become part of
/// the section before.
package struct MergedDocument {
    /// The text.
    package let text: String
    /// For each section the place in `anchors` of the heading that it is found under now.
    package let placeOfSection: [Int]
    /// The anchor of each section that the text has, in order; empty for one without a heading.
    package let anchors: [String]
    /// The line that each of them begins on, 1-based, rising. A record whose text holds headings is read as several sections.
    package let startLines: [Int]

    /// Writes the document. O(text).
    package init(_ outline: Outline, of analysis: Analysis, display: OutlineDisplay) {
        var writer = MergeWriter(outline: outline, analysis: analysis, display: display)
        writer.write()
        (text, placeOfSection, anchors) = (writer.text, writer.placeOfSection, writer.anchors)
        startLines = writer.startLines
    }

    /// As which section of `analysis`, which was made from the text, each is read that it was written as; nil where one is not
    /// found. O(n) in the sections.
    package func sections(in analysis: Analysis) -> [Int]? {
        let read = Dictionary(
            analysis.sections.enumerated().map { ($0.element.startLine, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        let found = startLines.compactMap { read[$0] }
        return found.count == startLines.count ? found : nil
    }

    /// The anchors of the sections of `analysis` in their own documents; empty for one without a heading.
    package static func anchors(of analysis: Analysis) -> [String] {
        var anchors: [String] = []
        var (document, headings) = (-1, HeadingAnchors())
        for section in analysis.sections {
            if section.document != document { (document, headings) = (section.document, HeadingAnchors()) }
            let title = MergeWriter.title(of: section)
            anchors.append(title.map { headings.next($0) } ?? "")
            for block in section.blocks {
                if let title = MergeWriter.title(of: block) { _ = headings.next(title) }
            }
        }
        return anchors
    }

    /// Where links to headings have to lead now, as JSON (Schemas/redirects.schema.json): each section whose anchor is
    /// gone or another, by section.
    ///
    /// - Parameters:
    ///   - old: the anchor of each section in its own document; empty for none.
    ///   - new: the anchor that it is found under in the consolidated document at the path `document`.
    package static func redirects(
        from old: [String], to new: [String], of analysis: Analysis, document: String
    ) -> String {
        let moved = analysis.sections.indices.filter { !old[$0].isEmpty && old[$0] != new[$0] }
        return JSONValue.object([
            ("schemaVersion", JSONParts.schemaVersion), ("tool", JSONParts.tool),
            ("document", .string(document)),
            (
                "redirects",
                .array(
                    moved.map { section in
                        .object([
                            ("path", .string(analysis.path(of: section))),
                            ("line", .integer(analysis.sections[section].startLine)),
                            ("heading", .string(analysis.sections[section].heading)),
                            ("anchor", .string(old[section])), ("target", .string(new[section])),
                        ])
                    })
            ),
        ]).document
    }
}
