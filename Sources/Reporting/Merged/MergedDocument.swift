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
/// the section before. Links lead where they led (`MergedLinks`).
package struct MergedDocument {
    /// The text.
    package let text: String
    /// The line that each of its sections begins on, 1-based, rising. A record whose text holds headings is read as several
    /// sections.
    package let startLines: [Int]
    /// The headings of the documents that it was made of.
    package let headings: HeadingIndex

    private let layout: MergeLayout
    private let texts: MergedTexts

    /// Writes the document that is to lie at `place`. O(text).
    package init(
        _ outline: Outline, of analysis: Analysis, display: OutlineDisplay,
        at place: MergedPlace = .standardOutput
    ) {
        headings = HeadingIndex(analysis)
        layout = MergeLayout(outline, of: analysis, headings: headings, display: display)
        texts = MergedTexts(
            analysis, links: MergedLinks(analysis, layout: layout, headings: headings, place: place),
            layout: layout)
        var writer = MergeWriter(analysis, layout: layout, texts: texts)
        writer.write()
        (text, startLines) = (writer.text, writer.startLines)
    }

    /// The links whose places can't be found, by section and line. O(text).
    package func lostLinks() -> [LostLink] { texts.lostLinks() }

    /// For each section of the analysis the place in `anchors` of the heading that it is found under now.
    package var placeOfSection: [Int] { layout.placeOfSection }

    /// The anchor of each section that the text has, in order; empty for one without a heading.
    package var anchors: [String] { layout.anchors }

    /// The anchor that a heading of the analysis is found under now.
    package func anchor(of heading: HeadingIndex.Heading) -> String { layout.anchor(of: heading) }

    /// The anchor that a place of the one document that was merged is found under now; an empty one is its beginning.
    package func anchor(of old: String) -> String {
        if old.isEmpty { return anchors.first ?? "" }
        return headings.heading(Array(old.utf8), in: 0).map(anchor) ?? old
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
}
