import Foundation
import Linting
import Reporting
import TestSupport
import Testing

/// The manual in `Documentation/Rules` is what the rules say of themselves.
struct RulePageTests {
    private static let isRecording = ProcessInfo.processInfo.environment["REFRAIN_RECORD"] != nil

    @Test(arguments: Linter.ruleIDs)
    func everyRuleHasItsPage(id: String) throws {
        let rule = try #require(Linter.allRules.first { $0.id == id })
        let path = Repository.path("Documentation/Rules/\(id).md")
        let page = RulePage.markdown(of: rule)
        if Self.isRecording { try page.write(toFile: path, atomically: true, encoding: .utf8) }
        #expect(!Self.isRecording, "recorded; read it and run again without REFRAIN_RECORD")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == page)
    }

    @Test func noPageIsLeftOver() throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Repository.path("Documentation/Rules"))
        #expect(names.sorted() == Linter.ruleIDs.map { "\($0).md" }.sorted())
    }
}
