import Testing

@testable import Reading

struct ShownPathTests {
    @Test(arguments: [
        (".", ""), ("./", ""), ("a.md", "a.md"), ("./a.md", "a.md"), ("docs/", "docs"),
        (".//docs/./x", "docs/x"),
        ("../x", "../x"), ("docs/../x", "docs/../x"), ("/", "/"), ("//tmp//x/", "/tmp/x"), ("./-", "./-"),
        ("...", "..."), ("./-a", "-a"),
    ])
    func argumentsLoseWhatSaysNothing(argument: String, shown: String) {
        #expect(String(decoding: ShownPath.normalized(Array(argument.utf8)), as: UTF8.self) == shown)
    }

    @Test func aFileCalledLikeStandardInputIsShownApart() {
        #expect(ShownPath.path(of: Array("-".utf8), prefix: []) == Array("./-".utf8))
        #expect(ShownPath.path(of: Array("-".utf8), prefix: Array("a/".utf8)) == Array("a/-".utf8))
    }

    @Test func namesThatAreNotUTF8StayDifferent() {
        #expect(ShownPath.text([0x61, 0xE9, 0x62]) == "a\\xE9b")
        #expect(ShownPath.text([0x61, 0xEA, 0x62]) == "a\\xEAb")
        #expect(ShownPath.text(Array("é.md".utf8)) == "é.md")
    }
}
