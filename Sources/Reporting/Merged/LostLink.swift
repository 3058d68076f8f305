package import Refrain

/// A link whose place can't be found in the consolidated document: it leads to the beginning of the section or document that the
/// place is in.
package struct LostLink: Sendable, Equatable {
    /// The section that it stands in.
    package let section: Int
    /// Its line, 1-based.
    package let line: Int
    /// What it says.
    package let address: String

    /// So many are named one by one; who has more reads the redirect map.
    private static let mostNamed = 10

    /// What is to be said about links of `analysis`, a line each.
    ///
    /// - Parameter list: the path of the file that lists all.
    package static func messages(on links: [LostLink], of analysis: Analysis, list: String?) -> [String] {
        let named = links.prefix(mostNamed).map { link in
            let place = analysis.place(of: link.section, line: link.line)
            return
                "\(place): the anchor of “\(LintWording.short(link.address))” can't be kept; the link leads to the start of the "
                + "document or section that it is in"
        }
        let rest = links.count - named.count
        guard rest > 0 else { return named }
        let remark = list.map { "; \($0) lists all" } ?? ""
        return named + ["\(Wording.count(rest, "more anchor")) of links can't be kept\(remark)"]
    }
}
