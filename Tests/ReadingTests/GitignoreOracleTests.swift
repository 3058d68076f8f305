import TestSupport
import Testing

@testable import Reading

/// `.gitignore` semantics against git itself, on random small trees with random rules.
@Suite(.enabled(if: GitOracle.isInstalled, "git is not installed"))
struct GitignoreOracleTests {
    @Test(arguments: 0..<10)
    func randomTreesAreIgnoredAsGitIgnoresThem(batch: Int) throws {
        var generator = SeededGenerator(seed: UInt64(batch))
        for _ in 0..<20 {
            let folder = try TemporaryFolder()
            let tree = RandomTree(using: &generator)
            try GitOracle.makeRepository(in: folder)
            try tree.write(to: folder)
            let expected = try GitOracle.filesNotIgnored(in: folder)
            // `?*` is every file, whatever its extension.
            let settings = ReadingSettings(include: ["?*"], readsHidden: true, readsVendored: true)
            let found = Set(try folder.read(settings).paths)
            #expect(found == expected, "\(tree)")
        }
    }
}

/// Files and rules made of few enough parts that they often meet.
private struct RandomTree: CustomStringConvertible {
    private var files: Set<String> = []
    private var rules: [String: [String]] = [:]

    private static let names = [
        "a", "b", "ab", "abc", "a.b", "foo", "foobar", "bar", "A", "x-y", "[a]", "é", "#a", "!b", "a b", "a ",
        "-", "*", "b.md", "]", "^a", "1", "_",
    ]
    private static let parts = [
        "*", "**", "?", "[ab]", "[!a]", "[^b]", "[a-f]", "[[:alpha:]]", "[[:digit:]x]", "[]-]", "\\*", "\\a",
        "\\ ", " ", "[[:punct:][:space:]]", "[a", "[[:nope:]]", "\\", "[\\]a]", "[a\\-z]", "-", "]", "[--a]",
        "[z-a]", "[[:]", "***", "[!]", "[", "/", "//", "\t", "[a/b]", "\\/", "?*", "[[a]",
    ]

    init(using generator: inout some RandomNumberGenerator) {
        var folders = [""]
        for _ in 0..<Int.random(in: 4...30, using: &generator) {
            let parent = folders.randomElement(using: &generator) ?? ""
            let path = parent + Self.name(using: &generator)
            if Bool.random(using: &generator), !files.contains(path) {
                folders.append(path + "/")
            } else if !folders.contains(path + "/") {
                files.insert(path)
            }
        }
        for folder in [".git/info/exclude"] + folders.map({ $0 + ".gitignore" }) where rules.count < 4 {
            let count = Int.random(in: 1...5, using: &generator)
            rules[folder] = (0..<count).map { _ in Self.rule(using: &generator) }
        }
    }

    private static func name(using generator: inout some RandomNumberGenerator) -> String {
        let likely = names.prefix(Bool.random(using: &generator) ? 3 : names.count)
        return likely.randomElement(using: &generator) ?? ""
    }

    private static func rule(using generator: inout some RandomNumberGenerator) -> String {
        var components: [String] = []
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let pieces = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                Int.random(in: 0..<5, using: &generator) < 2
                    ? parts.randomElement(using: &generator) ?? "" : name(using: &generator)
            }
            let crossing = ["**", "**", "a**", "b**", "**\\"].randomElement(using: &generator) ?? ""
            let isCrossing = Int.random(in: 0..<4, using: &generator) == 0
            components.append(isCrossing ? crossing : pieces.joined())
        }
        let start =
            ["", "", "", "/", "!", "!/", "#", "\u{FEFF}", "\\"].randomElement(using: &generator) ?? ""
        let end = ["", "", "", "/", " ", "  ", "\\ ", "\r", "/\r", " \r", "/**", "*"]
        return start + components.joined(separator: "/") + (end.randomElement(using: &generator) ?? "")
    }

    func write(to folder: TemporaryFolder) throws {
        for file in files { try folder.write("x", to: file) }
        for (file, lines) in rules { try folder.write(lines.joined(separator: "\n"), to: file) }
    }

    var description: String {
        "files \(files.sorted()), rules \(rules.sorted { $0.key < $1.key })"
    }
}
