import Linting
import Reading
import Refrain
import Testing

@testable import Reporting

/// Findings as test results.
struct LintJUnitTests {
    private static let text = """
        # Kettle

        # Kettle

        # Kettle (2)

        # Pot

        Warm the pot with hot water, count the spoons, and wait five minutes before you pour.
        """

    private static func root(_ settings: [SettingKey: [String]], _ text: String = text) throws -> XMLNode {
        var typed = TypedSettings()
        for (key, values) in settings { typed[key] = TypedSetting(values, origin: .commandLine) }
        let input = ReadResult(
            documents: [Document(path: "v3.4/a.md", format: .markdown, text: text)], skipped: [])
        let analysis = Pipeline(settings: try Settings(typed)).analysis(of: input)
        let report = Linter(settings: try LintSettings(typed)).report(on: analysis)
        return try XMLNode.root(of: LintFormat.junit.text(of: report, of: analysis))
    }

    private static func expectCountsOfItsCases(_ root: XMLNode) {
        for element in [root] + root.all("testsuite") {
            #expect(element.attributes["tests"] == "\(element.all("testcase").count)")
            #expect(element.attributes["failures"] == "\(element.all("failure").count)")
            #expect(element.attributes["errors"] == "0")
        }
    }

    @Test func casesOfTheSameNameAreNumbered() throws {
        let root = try Self.root([.select: ["empty-section"], .failOn: ["warning"]])
        #expect(
            root.all("testcase").map { $0.attributes["name"] } == [
                "v3.4/a.md: Kettle", "v3.4/a.md: Kettle (2)", "v3.4/a.md: Kettle (2) (2)",
            ])
        #expect(root.all("failure").count == 3)
        Self.expectCountsOfItsCases(root)
    }

    @Test func whatDoesNotFailTheRunPassesWithARemark() throws {
        let root = try Self.root([.select: ["empty-section"], .failOn: ["error"]])
        #expect(root.all("failure").isEmpty)
        #expect(
            root.all("system-out").first?.text
                == "warning: v3.4/a.md:1:1: “Kettle” is empty\nwrite the section, or take its heading out"
        )
        Self.expectCountsOfItsCases(root)
    }

    @Test func withoutFindingsOneCasePasses() throws {
        let root = try Self.root([:], "# Pot\n\nWarm it.\n")
        #expect(root.all("testcase").map { $0.attributes["name"] } == ["no findings"])
        #expect(root.all("system-out").map(\.text) == ["no findings in 1 section"])
        Self.expectCountsOfItsCases(root)
    }
}
