public import Linting
public import Reading
public import Refrain
internal import Splitting

/// A unified diff that puts a link in the place of each section that says word for word what another says. Nothing is applied;
/// `git apply` takes it.
public struct FixPreview: Sendable {
    /// The diff, by document; empty where there is nothing to replace.
    public let diff: String
    /// The documents that copies stand in and a diff can't be made of.
    public let leftOut: [LeftOut]

    /// A document that a diff can't be made of, and why.
    public struct LeftOut: Sendable, Equatable {
        /// The document's path.
        public let path: String
        /// Why not.
        public let reason: Reason
    }

    /// Why a diff can't be made of a document.
    public enum Reason: Sendable, Equatable {
        /// Its text is not its file's, byte for byte.
        case otherBytes
        /// Its path leads out of the folder that the diff is applied in: git refuses that.
        case outside
    }

    /// Makes the diff for the findings of `identical-section` that count.
    ///
    /// The heading stays, and so do sections below it and what Markdown does not show behind the content. Sections of records and
    /// of text without headings are left out, and so is what is not in a file.
    ///
    /// - Parameter isVerbatim: whether a document's text is that of its file, byte for byte.
    public init(of report: LintReport, of analysis: Analysis, isVerbatim: (Document) -> Bool) {
        let anchors = HeadingIndex(analysis).anchors(sectionCount: analysis.sections.count, of: analysis)
        var changes: [Int: [LineChange]] = [:]
        for finding in report.new where finding.evidence == .identical {
            let section = analysis.sections[finding.place.section]
            let document = analysis.documents[section.document]
            // What stands behind the content may be needed elsewhere: link definitions, the next section's comment.
            guard document.format == .markdown, document.path != "-", section.level > 0,
                let last = section.blocks.last(where: \.isContent)?.endLine,
                let other = finding.related.first
            else { continue }
            changes[section.document, default: []].append(
                LineChange(
                    lines: section.headingEndLine + 1...last,
                    text: ["", Self.link(to: other.section, from: document.path, in: analysis, anchors)]))
        }
        var (diff, leftOut): (String, [LeftOut]) = ("", [])
        for (index, changes) in changes.sorted(by: { $0.key < $1.key }) {
            let document = analysis.documents[index]
            let reason =
                Self.leadsOut(document.path) ? Reason.outside : isVerbatim(document) ? nil : .otherBytes
            if let reason {
                leftOut.append(LeftOut(path: document.path, reason: reason))
            } else {
                diff += UnifiedDiff.text(
                    path: document.path, old: document.text,
                    changes: changes.sorted { $0.lines.lowerBound < $1.lines.lowerBound })
            }
        }
        (self.diff, self.leftOut) = (diff, leftOut)
    }

    private static func leadsOut(_ path: String) -> Bool {
        path.utf8.first == UInt8(ascii: "/")
            || path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
    }

    private static func link(
        to section: Int, from path: String, in analysis: Analysis, _ anchors: [String]
    ) -> String {
        let target = analysis.path(of: section)
        let file =
            Array(target.utf8) == Array(path.utf8)
            ? [] : LinkPath(file: path, from: "/").address(to: LinkPath(file: target, from: "/"))
        let name = analysis.name(of: section)
        return
            "See [\(MarkdownText.escaped(name))](\(String(decoding: file, as: UTF8.self))\(anchors[section].isEmpty ? "" : "#")\(anchors[section]))."
    }
}
