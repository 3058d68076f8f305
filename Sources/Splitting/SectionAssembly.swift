/// Puts blocks in reading order together into sections.
struct SectionAssembly {
    private let source: SourceText
    private let document: Int
    private let splitLevel: Int
    private var open: OpenSection?
    private var path: [(level: Int, heading: String)] = []
    private var sections: [Section] = []

    /// A section that further blocks may still be added to.
    private struct OpenSection {
        var heading = ""
        var number: String?
        var path: [String] = []
        var targets: [Target] = []
        var level = 0
        var startLine: Int
        var headingEndLine: Int
        var blocks: [Block] = []
    }

    init(source: SourceText, document: Int, splitLevel: Int) {
        self.source = source
        self.document = document
        self.splitLevel = splitLevel
    }

    /// Opens the section that front matter begins: its title is the heading above all others.
    mutating func open(_ frontMatter: FrontMatter, in source: SourceText) {
        let number = frontMatter.title.flatMap { HeadingNumber(of: $0) }
        let heading = number?.rest ?? frontMatter.title ?? ""
        if !heading.isEmpty { path = [(0, heading)] }
        let lines = source.lines(1, frontMatter.endLine)
        open = OpenSection(
            heading: heading, number: number?.text, path: path.map(\.heading), startLine: 1,
            headingEndLine: 0,
            blocks: [
                Block(
                    kind: .frontMatter, startLine: 1, endLine: frontMatter.endLine, text: String(lines),
                    source: lines)
            ])
    }

    /// Adds a block: a heading down to the split level opens a section if it may, all else belongs to the open one.
    mutating func add(_ block: Block, mayOpen: Bool = true) {
        if mayOpen, case .heading(let level) = block.kind, level <= splitLevel {
            close(nextLevel: level)
            openSection(heading: block, level: level)
        } else {
            if open == nil {
                open = OpenSection(startLine: block.startLine, headingEndLine: block.startLine - 1)
            }
            open?.blocks.append(block)
        }
    }

    /// All sections, the open one closed.
    mutating func finished() -> [Section] {
        close(nextLevel: nil)
        return sections
    }

    private mutating func openSection(heading block: Block, level: Int) {
        let number = HeadingNumber(of: block.text)
        let heading = number?.rest ?? block.text
        path.removeAll { $0.level >= level }
        path.append((level, heading))
        open = OpenSection(
            heading: heading, number: number?.text, path: path.map(\.heading), targets: block.targets,
            level: level, startLine: block.startLine, headingEndLine: block.endLine)
    }

    private mutating func close(nextLevel: Int?) {
        guard let section = open else { return }
        let endLine = section.blocks.map(\.endLine).max() ?? section.headingEndLine
        sections.append(
            Section(
                document: document, heading: section.heading, number: section.number,
                headingPath: section.path, headingTargets: section.targets, level: section.level,
                startLine: section.startLine, endLine: endLine,
                headingEndLine: section.headingEndLine, blocks: section.blocks,
                hasSubsections: (nextLevel ?? 0) > section.level,
                source: source.lines(section.startLine, endLine)))
        open = nil
    }
}
