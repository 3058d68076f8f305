import Outlining
import Reading
import Refrain
import Splitting
import TestSupport
import Testing

@testable import Reporting

/// Seeded trees of documents with links of every kind: each link is resolved before and after the merge.
struct MergedTreeTests {
    @Test(arguments: ["book.md", "out/book.md", "a/book.md", "/tmp/x/book.md", "-"])
    func everyLinkLeadsWhereItLed(_ output: String) {
        var generator = SeededGenerator(seed: UInt64(output.utf8.count))
        for round in 0..<8 {
            let tree = LinkedTree(&generator)
            let place = MergedPlace(path: output, workingFolder: "/home/writer")
            var analysis = tree.analysis
            var document = MergedDocument(
                analysis.outline, of: analysis, display: OutlineDisplay(), at: place)
            #expect(analysis.outline.ledger.faults == [])
            repeat {
                analysis = Self.analysis(of: document.text, at: output)
                document = MergedDocument(
                    analysis.outline, of: analysis, display: OutlineDisplay(), at: place)
            } while !analysis.clusters.isEmpty
            let book = Book(document.text, at: place)
            for (number, goal) in tree.goals.enumerated() {
                let found = book.goal(ofLink: number)
                #expect(
                    goal.isMet(by: found),
                    "\(output), round \(round): L\(number) led to \(goal), leads to \(found)")
            }
            // Merging once more changes nothing, and the anchors are those that the text is read with.
            analysis = Self.analysis(of: document.text, at: output)
            let again = MergedDocument(analysis.outline, of: analysis, display: OutlineDisplay(), at: place)
            #expect(again.text == document.text)
            #expect(
                HeadingIndex(analysis).anchors(sectionCount: analysis.sections.count, of: analysis)
                    == again.anchors)
        }
    }

    @Test func redirectsAndTextAgree() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<10 {
            let tree = LinkedTree(&generator)
            let place = MergedPlace(path: "book.md")
            let document = MergedDocument(
                tree.analysis.outline, of: tree.analysis, display: OutlineDisplay(), at: place)
            let book = Book(document.text, at: place)
            for heading in HeadingIndex(tree.analysis).headings {
                let section = tree.analysis.sections[heading.section]
                let marks = section.blocks.filter { $0.kind == .paragraph }.flatMap {
                    LinkedTree.marks(in: $0.text)
                }
                let target = book.section(at: document.anchor(of: heading)) ?? ""
                for mark in marks { #expect(LinkedTree.marks(in: target).contains(mark)) }
            }
        }
    }

    static func analysis(of text: String, at path: String) -> Analysis {
        Pipeline().analysis(
            of: ReadResult(documents: [Document(path: path, format: .markdown, text: text)], skipped: []))
    }
}

/// Where a link leads.
private enum Goal: Equatable, CustomStringConvertible {
    /// An absolute path or a URL.
    case address(String)
    /// A section that holds these marks.
    case section(marks: [String])
    case nothing(String)

    var description: String {
        switch self {
        case .address(let address): address
        case .section(let marks): "the section with \(marks)"
        case .nothing(let address): "nothing at \(address)"
        }
    }

    /// Whether a link leads to all that it led to.
    func isMet(by other: Goal) -> Bool {
        guard case .section(let marks) = self, case .section(let found) = other else { return self == other }
        return marks.allSatisfy(found.contains)
    }
}

/// A few documents in several folders, some titled alike, some with sections that others repeat.
private struct LinkedTree {
    private(set) var analysis: Analysis
    /// Where each link leads, by its number.
    private(set) var goals: [Goal] = []

    private struct Page {
        let path: String
        /// The first is the document's own.
        var sections: [(title: String, mark: String, text: String)]
        var links: [[String]] = []
        var definitions: [String] = []
    }

    private static let shared = [
        "The ferry leaves at noon from the long pier, and nobody may board before the bell has rung twice.",
        "Every copy of the ledger is sealed with red wax and kept for ninety days behind the iron door.",
    ]
    private static let words =
        "harbour alarm whistle ticket crane rope lantern tide cellar orchard violin glacier pepper".words

    init(_ generator: inout SeededGenerator) {
        analysis = MergedTreeTests.analysis(of: "", at: "-")
        var pages = Self.pages(&generator)
        for page in pages.indices {
            for section in pages[page].sections.indices {
                pages[page].links.append([])
                for _ in 0..<Int.random(in: 0...3, using: &generator) {
                    let (address, goal) = Self.target(from: page, pages, &generator)
                    pages[page].links[section].append(
                        Self.link(goals.count, address, definitions: &pages[page].definitions, &generator))
                    goals.append(goal)
                }
            }
        }
        analysis = Pipeline().analysis(
            of: ReadResult(
                documents: pages.map { Document(path: $0.path, format: .markdown, text: Self.text(of: $0)) },
                skipped: []))
    }

    private static func pages(_ generator: inout SeededGenerator) -> [Page] {
        let paths = ["a/one.md", "a/b/two.md", "c/one.md", "three.md", "c/über.md", "a/b/d e.md"].shuffled(
            using: &generator)
        var count = 0
        return paths.prefix(Int.random(in: 2...5, using: &generator)).map { path in
            let titles = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                ["Overview", "Setup", "Using it", "Guide"].randomElement(using: &generator) ?? ""
            }
            return Page(
                path: path,
                sections: titles.map { title in
                    if Int.random(in: 0..<4, using: &generator) == 0 {
                        let place = Int.random(in: 0..<shared.count, using: &generator)
                        return (title, "S\(place)", shared[place] + " S\(place).")
                    }
                    count += 1
                    let sentence = (0..<9).map { _ in String(words.randomElement(using: &generator) ?? "") }
                    return (title, "T\(count)", sentence.joined(separator: " ") + " T\(count).")
                })
        }
    }

    private static func text(of page: Page) -> String {
        zip(page.sections, page.links).enumerated().map { index, section in
            "\(index == 0 ? "#" : "##") \(section.0.title)\n\n\(section.0.text)\n\n"
                + section.1.map { $0 + "\n\n" }.joined()
        }.joined() + page.definitions.map { $0 + "\n" }.joined()
    }

    /// An address as it may stand in a page, and where it leads.
    private static func target(
        from page: Int, _ pages: [Page], _ generator: inout SeededGenerator
    ) -> (address: String, goal: Goal) {
        let own = pages[page].path
        let up = String(repeating: "../", count: own.utf8.count { $0 == UInt8(ascii: "/") })
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
            let file = ["i.png", "a/i.png", "c/x/y.svg", "z.md"].randomElement(using: &generator) ?? ""
            return (up + file, .address("/home/writer/" + file))
        case 1:
            let url =
                ["https://a.example/b.md#c", "//b.example/x", "/site/z.md", "mailto:a@b.example"]
                .randomElement(using: &generator) ?? ""
            return (url, .address(url))
        case 2:
            let section = Int.random(in: 0..<pages[page].sections.count, using: &generator)
            return (
                "#" + anchor(section, in: pages[page]), .section(marks: [pages[page].sections[section].mark])
            )
        default:
            let other = pages.randomElement(using: &generator) ?? pages[page]
            let path = up + other.path.replacing(" ", with: "%20")
            let section = Int.random(in: 0..<other.sections.count, using: &generator)
            let named = Bool.random(using: &generator)
            return (
                named ? path + "#" + anchor(section, in: other) : path,
                .section(marks: [other.sections[named ? section : 0].mark])
            )
        }
    }

    /// The anchor of a section in its own page.
    private static func anchor(_ section: Int, in page: Page) -> String {
        let titles = page.sections.prefix(section + 1).map(\.title)
        let slug = titles[section].lowercased().replacing(" ", with: "-")
        let before = titles.dropLast().count { $0 == titles[section] }
        return before == 0 ? slug : "\(slug)-\(before)"
    }

    private static func link(
        _ number: Int, _ address: String, definitions: inout [String], _ generator: inout SeededGenerator
    ) -> String {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return "See [L\(number)](<\(address)>), here."
        case 1: return "![L\(number)](\(address) 'a title')"
        case 2: return "Go <a href=\"\(address)\">L\(number)</a>."
        case 3: return "<p align=\"center\">\n<img alt=\"L\(number)\" src='\(address)'>\n</p>"
        case 4:
            // The labels of all pages are alike.
            let label = "r\(definitions.count)"
            definitions.append("[\(label)]: \(address)")
            return "See [L\(number)][\(label)] there."
        default: return "- [L\(number)](\(address)) in a list"
        }
    }

    /// The marks that a text holds.
    static func marks(in text: some StringProtocol) -> [String] {
        text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { String($0) }.filter {
            ($0.hasPrefix("T") || $0.hasPrefix("S")) && Int($0.dropFirst()) != nil
        }
    }
}

/// A consolidated document, read by itself.
private struct Book {
    private let text: String
    private let place: MergedPlace
    /// The texts of sections by their anchors.
    private var sections: [String: String] = [:]

    init(_ text: String, at place: MergedPlace) {
        (self.text, self.place) = (text, place)
        var (anchor, counts): (String, [String: Int]) = ("", [:])
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") {
                let slug = line.drop { $0 == "#" || $0 == " " }.lowercased().replacing(" ", with: "-")
                anchor = counts[slug].map { "\(slug)-\($0)" } ?? slug
                counts[slug, default: 0] += 1
            }
            sections[anchor, default: ""] += line + "\n"
        }
    }

    func section(at anchor: String) -> String? { sections[anchor] }

    func goal(ofLink number: Int) -> Goal {
        guard let address = address(ofLink: number) else { return .nothing("no link") }
        if address.hasPrefix("#") {
            let section = sections[String(address.dropFirst())]
            return section.map { .section(marks: LinkedTree.marks(in: $0)) } ?? .nothing(address)
        }
        if address.hasPrefix("/") || address.prefix(while: { $0 != "/" }).contains(":") {
            return .address(address)
        }
        let folder = place.path == "-" ? "." : place.path.hasPrefix("/") ? "/tmp/x" : place.path.folder
        let start = folder.hasPrefix("/") ? folder : place.workingFolder + "/" + folder
        var parts: [Substring] = []
        for part in (start + "/" + address).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return .address("/" + parts.joined(separator: "/"))
    }

    private func address(ofLink number: Int) -> String? {
        let name = "L\(number)"
        return between("[\(name)](<", ">") ?? between("[\(name)](", " '") ?? between("[\(name)](", ")")
            ?? between("<a href=\"", "\">\(name)<") ?? between("<img alt=\"\(name)\" src='", "'")
            ?? between("[\(name)][", "]").flatMap { between("\n[\($0)]: ", "\n") }
    }

    /// What stands on one line between two texts.
    private func between(_ start: String, _ end: String) -> String? {
        for line in (text + "\n").split(separator: "\n").map({ "\n" + $0 + "\n" }) {
            guard let behind = line.ranges(of: start).last?.upperBound,
                let close = line[behind...].firstRange(of: end)
            else { continue }
            let found = String(line[behind..<close.lowerBound])
            if !found.contains(")") || !start.hasSuffix("](") { return found }
        }
        return nil
    }
}

extension String {
    fileprivate var folder: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "." }
}
