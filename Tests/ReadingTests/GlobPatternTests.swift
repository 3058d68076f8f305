import TestSupport
import Testing

@testable import Reading

struct GlobPatternTests {
    @Test(arguments: [
        ("a.md", "a.md"), ("a.md", "docs/a.md"), ("docs", "x/docs"), ("*.md", "docs/x/a.md"),
        ("/a.md", "a.md"), ("docs/a.md", "docs/a.md"), ("docs/*.md", "docs/a.md"), ("**/a.md", "a.md"),
        ("**/a.md", "x/y/a.md"), ("docs/**", "docs/x/a.md"), ("docs/**/a.md", "docs/a.md"),
        ("docs/**/a.md", "docs/x/y/a.md"), ("a/**/b/**/c", "a/b/x/b/y/c"), ("**/b/*.md", "a/b/c/b/x.md"),
        ("?.md", "x/a.md"), ("[ab].md", "b.md"), ("[!ab].md", "c.md"), ("[^ab].md", "c.md"), ("[a-c]x", "bx"),
        ("[]x]", "]"), ("[x-]", "-"), ("[[:alpha:][:digit:]]", "7"), ("[[:alpha:]]", "q"), ("[[:]", ":"),
        ("\\#a", "#a"), ("\\!a", "!a"), ("a\\ ", "a "), ("a  ", "a"), ("\\*", "*"), ("a\\*b", "x/a*b"),
        ("*a*b", "xaxaxb"), ("文*", "文档.md"), ("???.md", "文.md"), ("*", ".md"), ("foo**/bar", "foobar"),
        ("a*b*/c", "axxbxx/c"), ("*/x", "a/x"), ("a\0b", "a"), ("[a-\\]]", "a"), ("[\\a-c]", "b"),
    ])
    func aGlobMatches(glob: String, path: String) throws {
        #expect(try GlobPattern(line: Array(glob.utf8)[...]).matches(Array(path.utf8)[...], isFolder: false))
    }

    @Test(arguments: [
        ("a.md", "a.mdx"), ("/a.md", "x/a.md"), ("docs/a.md", "x/docs/a.md"), ("docs/*", "docs/x/a.md"),
        ("docs/**", "docs"), ("docs/", "docs"), ("?.md", "é.md"), ("[!a].md", "a.md"), ("a[/]b", "a/b"),
        ("a[!x]b/c", "a/b/c"), ("A.md", "a.md"), ("**a/b", "x/a/b"), ("a/**b", "a/x/b"),
        ("[[:alpha:]]", "é"), ("[b-a]", "a"), ("*/x", "a/b/x"), ("a?b", "a/b"), ("docs/**/a", "docsa"),
    ])
    func aGlobDoesNotMatch(glob: String, path: String) throws {
        #expect(try !GlobPattern(line: Array(glob.utf8)[...]).matches(Array(path.utf8)[...], isFolder: false))
    }

    @Test func aSlashAtTheEndMeansFoldersOnly() throws {
        let glob = try GlobPattern(argument: "docs/")
        #expect(glob.isForNames)
        #expect(glob.matches(Array("a/docs".utf8)[...], isFolder: true))
        #expect(!glob.matches(Array("a/docs".utf8)[...], isFolder: false))
    }

    @Test func aDotAndASlashInFrontOfAnArgumentAnchorIt() throws {
        let glob = try GlobPattern(argument: "!./a.md")
        #expect(glob.isNegated && !glob.isForNames)
        #expect(glob.matches(Array("a.md".utf8)[...], isFolder: false))
        #expect(!glob.matches(Array("x/a.md".utf8)[...], isFolder: false))
    }

    @Test(arguments: [
        ("", GlobFault.empty), ("!", .empty), ("/", .empty), ("  ", .empty), ("//", .empty),
        ("a[bc", .unclosedBracket(byteOffset: 1)), ("!x/[", .unclosedBracket(byteOffset: 3)),
        ("[]", .unclosedBracket(byteOffset: 0)), ("[a\\]", .unclosedBracket(byteOffset: 0)),
        ("[[:alpha:]", .unclosedBracket(byteOffset: 0)), ("[a-\\", .unclosedBracket(byteOffset: 0)),
        ("[[:letter:]]", .unknownCharacterClass(name: "letter")), ("a\\", .trailingBackslash),
    ])
    func aGlobThatCanNeverMatchIsAFault(glob: String, fault: GlobFault) {
        #expect(throws: fault) { try GlobPattern(argument: glob) }
    }

    /// A matcher that goes back to every asterisk in turn would take longer than the universe has lasted.
    @Test(arguments: ["a*a*a*a*a*a*a*a*a*a*a*a*b", "**/a*/**/a*/**/a*/**/a*/**/a*/**/b"])
    func manyAsterisksTakeNoExponentialTime(glob: String) throws {
        let glob = try GlobPattern(argument: glob)
        let name = [UInt8](repeating: UInt8(ascii: "a"), count: 200)
        let path = (0..<15).flatMap { _ in name + [UInt8(ascii: "/")] } + name
        #expect(!glob.matches(path[...], isFolder: false))
        #expect(!glob.matches(name[...], isFolder: false))
    }

    @Test func randomBytesAreAGlobOrAFaultButNeverTrap() {
        var generator = SeededGenerator(seed: 1)
        let alphabet = Array("ab/*?[]!^-\\:. ".utf8) + [0, 0xFF, 0xE6]
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let glob = try? GlobPattern(line: bytes[...])
            for path in [bytes, Array("a/b/ab".utf8), []] {
                _ = glob?.matches(path[...], isFolder: true)
            }
        }
    }

    @Test func onlyTheLastComponentSaysWhatAFileIsCalled() throws {
        for glob in ["*.rst", "README", "docs/**/x*", "?"] {
            #expect(try GlobPattern(argument: glob).saysName)
        }
        for glob in ["*", "**", "docs/**", "a/*"] { #expect(try !GlobPattern(argument: glob).saysName) }
    }
}
