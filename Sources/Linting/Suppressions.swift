internal import Refrain
internal import Splitting

/// The comments of all documents that suppress findings.
///
/// A comment is about the section that it stands in, or, where nothing of that section follows it, about the next one: it
/// stands before its heading. `refrain-ignore-file` is about all sections of the document, `refrain-ignore-begin` about
/// those from there on up to `refrain-ignore-end`.
struct Suppressions: Sendable {
    /// By document and line; one a rule that a comment names.
    let all: [Suppression]

    /// Finds the comments of `analysis`. O(blocks).
    init(in analysis: Analysis) {
        var all: [Suppression] = []
        var start = 0
        while start < analysis.sections.count {
            let document = analysis.sections[start].document
            let end =
                analysis.sections[start...].firstIndex { $0.document != document } ?? analysis.sections.count
            var reading = DocumentReading(sections: start..<end)
            for section in start..<end { reading.read(analysis.sections[section], at: section) }
            all += reading.finished()
            start = end
        }
        self.all = all
    }

    /// The indexes of all suppressions of a finding, rising. A finding about two sections is suppressed by a comment on either:
    /// whoever copied the section may have copied its comment. One about a family is suppressed by a comment on its first.
    func indices(for finding: Finding) -> [Int] {
        let sections = finding.related.count > 1 ? [finding.place.section] : finding.sections
        return all.indices.filter { all[$0].isAbout(finding.rule, in: sections) }
    }
}

/// The comments of one document, while it is read.
private struct DocumentReading {
    let sections: Range<Int>
    private var found: [Suppression] = []
    /// The beginnings that nothing has ended yet: their places in `found`.
    private var open: [Int] = []

    init(sections: Range<Int>) { self.sections = sections }

    mutating func read(_ section: Section, at index: Int) {
        let lastContent = section.blocks.lastIndex(where: \.isContent) ?? -1
        for (place, block) in section.blocks.enumerated() {
            // What stands behind the section's last content stands before the next heading.
            let next = place > lastContent && index + 1 < sections.upperBound ? index + 1 : index
            read(block, in: index, about: next)
        }
    }

    private mutating func read(_ block: Block, in section: Int, about target: Int) {
        if block.kind == .html {
            for comment in SuppressionComment.comments(in: block.source) {
                add(comment, section, line: block.startLine + comment.lineOffset, about: target)
            }
        }
        for child in block.children { read(child, in: section, about: section) }
    }

    private mutating func add(_ comment: SuppressionComment, _ section: Int, line: Int, about target: Int) {
        let covered =
            switch comment.kind {
            case .section: target..<target + 1
            case .file: sections
            case .begin: target..<sections.upperBound
            case .end: target..<target
            }
        if comment.kind == .end { return close(comment, section, line: line, at: target) }
        for rule in comment.rules.isEmpty ? [Suppression.allRules] : comment.rules {
            if comment.kind == .begin { open.append(found.count) }
            found.append(
                Suppression(
                    rule: rule, reason: comment.reason, section: section, line: line, sections: covered))
        }
    }

    /// Ends the stretches of the rules that `comment` names, or all.
    private mutating func close(_ comment: SuppressionComment, _ section: Int, line: Int, at target: Int) {
        let closed = open.filter { comment.rules.isEmpty || comment.rules.contains(found[$0].rule) }
        open.removeAll { closed.contains($0) }
        for place in closed {
            let old = found[place]
            found[place] = Suppression(
                rule: old.rule, reason: old.reason, section: old.section, line: old.line,
                sections: old.sections.lowerBound..<max(old.sections.lowerBound + 1, target))
        }
        if closed.isEmpty {
            found.append(
                Suppression(
                    rule: comment.rules.first ?? Suppression.allRules, reason: nil, section: section,
                    line: line, sections: target..<target, isUnpaired: true, isEnd: true))
        }
    }

    /// The suppressions; those that nothing ends hold to the end of the document.
    mutating func finished() -> [Suppression] {
        for place in open { found[place].isUnpaired = true }
        return found
    }
}
