import Testing

/// Every declaration that others can see says what it is for.
struct DocumentationTests {
    private static let declarations: Set<Substring> = [
        "struct", "class", "enum", "protocol", "func", "init", "var", "let", "subscript", "typealias", "case",
        "actor",
    ]

    @Test func everyPublicAndPackageDeclarationHasADocComment() throws {
        for file in try SourceTree.files() where file.target != "RefrainCLI" {
            for (index, line) in file.lines.enumerated() where Self.isVisible(line) {
                #expect(
                    Self.hasDocComment(above: index, in: file.lines), "\(file.path):\(index + 1): \(line)")
            }
        }
    }

    @Test func casesOfVisibleEnumerationsHaveADocComment() throws {
        for file in try SourceTree.files() where file.target != "RefrainCLI" {
            var isInside = false
            var indentation = 0
            for (index, line) in file.lines.enumerated() {
                let depth = line.prefix { $0 == " " }.count
                if Self.isVisible(line), line.contains("enum ") { (isInside, indentation) = (true, depth) }
                if isInside, depth == indentation, line.drop(while: { $0 == " " }) == "}" { isInside = false }
                guard isInside, depth == indentation + 4, line.dropFirst(depth).hasPrefix("case ") else {
                    continue
                }
                #expect(
                    Self.hasDocComment(above: index, in: file.lines), "\(file.path):\(index + 1): \(line)")
            }
        }
    }

    /// Whether the line declares something public or package; an extension only lends its access to its members.
    private static func isVisible(_ line: Substring) -> Bool {
        let words = line.split { $0 == " " || $0 == "(" || $0 == ":" || $0 == "?" }
        guard let access = words.firstIndex(where: { $0 == "public" || $0 == "package" }) else {
            return false
        }
        let isFirst = words[..<access].allSatisfy { $0.hasPrefix("@") || $0 == "static" || $0 == "final" }
        return isFirst && words[access...].contains { declarations.contains($0) } && !words.contains("import")
    }

    private static func hasDocComment(above index: Int, in lines: [Substring]) -> Bool {
        var above = index - 1
        while above >= 0 {
            let line = lines[above].drop { $0 == " " }
            if line.hasPrefix("///") { return true }
            guard line.hasPrefix("@") else { return false }
            above -= 1
        }
        return false
    }
}
