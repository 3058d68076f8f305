package import Refrain

/// Where links to headings have to lead once documents are one, as JSON (Schemas/redirects.schema.json).
package struct Redirects {
    /// The headings of the documents.
    package let headings: HeadingIndex
    /// For each of them the anchor that it is found under in the consolidated document.
    package let targets: [String]
    /// The links in the documents whose places can't be found.
    package let lostLinks: [LostLink]
    /// The path of the consolidated document.
    package let document: String

    /// Names what became of the headings of a run.
    package init(headings: HeadingIndex, targets: [String], lostLinks: [LostLink], document: String) {
        precondition(headings.headings.count == targets.count, "each heading has a target")
        (self.headings, self.targets) = (headings, targets)
        (self.lostLinks, self.document) = (lostLinks, document)
    }

    /// The map: each heading of `analysis` whose anchor is gone or another, and each link that lost its place.
    package func json(of analysis: Analysis) -> String {
        let moved = zip(headings.headings, targets).filter { $0.anchor != $1 }
        return JSONValue.object([
            ("schemaVersion", JSONParts.schemaVersion), ("tool", JSONParts.tool),
            ("document", .string(document)),
            (
                "redirects",
                .array(
                    moved.map { heading, target in
                        .object([
                            ("path", .string(analysis.path(of: heading.section))),
                            ("line", .integer(heading.line)), ("heading", .string(heading.words)),
                            ("anchor", .string(heading.anchor)), ("target", .string(target)),
                        ])
                    })
            ),
            (
                "lostLinks",
                .array(
                    lostLinks.map { link in
                        .object([
                            ("path", .string(analysis.path(of: link.section))), ("line", .integer(link.line)),
                            ("address", .string(link.address)),
                        ])
                    })
            ),
        ]).document
    }
}
