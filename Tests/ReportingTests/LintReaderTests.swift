import Foundation
import Linting
import Refrain
import Testing

@testable import Reporting

/// Each report says to its readers what lint found, whatever paths and headings hold.
struct LintReaderTests {
    private static let seeds: ClosedRange<UInt64> = 1...12

    private static func text(_ format: LintFormat, _ documents: OddDocuments) -> String {
        format.text(of: documents.report, of: documents.analysis)
    }

    /// A path as a command has it: ends of lines are read back, what else steers a terminal is written out.
    private static func inALog(_ path: String) -> String {
        path.unicodeScalars.map { scalar in
            scalar == "\n" || scalar == "\r" ? String(scalar) : ControlCharacters.escaped(String(scalar))
        }.joined()
    }

    @Test(arguments: seeds)
    func runnerOfGitHubReadsEveryCommand(_ seed: UInt64) throws {
        let odd = try OddDocuments(seed: seed)
        let lines = Self.text(.github, odd).components(separatedBy: "\n")
        let commands = lines.compactMap(WorkflowCommand.init)
        #expect(commands.map(\.name) == [String](repeating: "error", count: 8))
        #expect(commands.map { $0.properties["file"] } == odd.paths.map(Self.inALog))
        #expect(commands.allSatisfy { Set($0.properties.keys) == ["file", "line", "col", "title"] })
        #expect(
            commands.map(\.message) == odd.report.new.map { LintWording.placedMessage($0, in: odd.analysis) })
        #expect(lines.dropFirst(8) == ["8 findings (8 errors) in 16 sections", ""])
    }

    @Test(arguments: seeds)
    func checkstyleNamesEachFileOnceWithItsFindings(_ seed: UInt64) throws {
        let odd = try OddDocuments(seed: seed)
        let root = try XMLNode.root(of: Self.text(.checkstyle, odd))
        #expect(root.name == "checkstyle")
        #expect(root.children.map(\.name) == [String](repeating: "file", count: 8))
        #expect(root.children.map { $0.attributes["name"] } == odd.paths.map(XMLTextTests.held))
        let errors = root.all("error")
        #expect(
            errors.map { $0.attributes["message"] }
                == odd.report.new.map { LintWording.sentences($0, in: odd.analysis) }.map(XMLTextTests.held))
        #expect(errors.allSatisfy { $0.attributes["severity"] == "error" && $0.attributes["line"] == "1" })
        #expect(errors.allSatisfy { $0.attributes["source"] == "refrain.identical-section" })
    }

    @Test(arguments: seeds)
    func everyTestCaseHasNamesOfItsOwnAndItsFailureSaysAll(_ seed: UInt64) throws {
        let odd = try OddDocuments(seed: seed)
        let root = try XMLNode.root(of: Self.text(.junit, odd))
        let cases = root.all("testcase")
        #expect(Set(cases.map { $0.attributes["name"] }).count == 8)
        #expect(cases.allSatisfy { $0.attributes["classname"] == "refrain.identical-section" })
        let found = odd.report.new.map { LintWording.placedMessage($0, in: odd.analysis) }
        #expect(root.all("failure").map(\.text) == found.map(XMLTextTests.held))
    }

    @Test(arguments: seeds)
    func issuesHaveAllThatCodeClimateAsksFor(_ seed: UInt64) throws {
        let odd = try OddDocuments(seed: seed)
        let issues = try JSONDecoder().decode([Issue].self, from: Data(Self.text(.codeclimate, odd).utf8))
        #expect(issues.map(\.location.path) == odd.paths)
        #expect(issues.map(\.description) == odd.report.new.map { LintWording.message($0, in: odd.analysis) })
        #expect(issues.allSatisfy { !$0.description.contains(where: \.isNewline) })
        #expect(Set(issues.map(\.fingerprint)).count == 8)
        #expect(
            issues.allSatisfy {
                $0.type == "issue" && $0.categories == ["Duplication"] && $0.severity == "major"
                    && $0.location.lines["begin"] == 1
            })
    }

    /// An issue of Code Climate.
    private struct Issue: Decodable {
        struct Location: Decodable {
            let path: String
            let lines: [String: Int]
        }

        let type, description, severity, fingerprint: String
        let categories: [String]
        let location: Location
    }

    @Test(arguments: seeds)
    func reviewdogReadsEveryDiagnostic(_ seed: UInt64) throws {
        let odd = try OddDocuments(seed: seed)
        let result = try JSONDecoder().decode(DiagnosticResult.self, from: Data(Self.text(.rdjson, odd).utf8))
        let diagnostics = result.diagnostics
        #expect(diagnostics.map(\.location.path) == odd.paths)
        #expect(diagnostics.allSatisfy { $0.location.range == ["start": ["line": 1, "column": 1]] })
        #expect(diagnostics.allSatisfy { $0.severity == "ERROR" && $0.relatedLocations.count == 1 })
    }

    /// The result of a tool as reviewdog's format names its parts.
    private struct DiagnosticResult: Decodable {
        struct Location: Decodable {
            let path: String
            let range: [String: [String: Int]]
        }

        struct RelatedLocation: Decodable {
            let message: String
            let location: Location
        }

        struct Diagnostic: Decodable {
            let message, severity: String
            let location: Location
            let relatedLocations: [RelatedLocation]

            private enum CodingKeys: String, CodingKey {
                case message, severity, location
                case relatedLocations = "related_locations"
            }
        }

        let diagnostics: [Diagnostic]
    }

    @Test(arguments: seeds)
    func tableOfACommentHasFourCellsARowAndCallsNobody(_ seed: UInt64) throws {
        let comment = Self.text(.markdown, try OddDocuments(seed: seed))
        let rows = comment.components(separatedBy: "\n").filter { $0.hasPrefix("| error |") }
        #expect(rows.count == 8)
        for row in rows {
            // What stands behind a backslash is text.
            let cells = row.replacing(/\\./, with: "").split(separator: "|", omittingEmptySubsequences: false)
            #expect(cells.count == 6, "\(row)")
        }
        #expect(!comment.contains(/@\w/))
        #expect(!comment.replacing("&#8203;", with: "").contains(/[^\\]#\d/))
    }
}
