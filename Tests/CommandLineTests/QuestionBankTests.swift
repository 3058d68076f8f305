import Foundation
import TestSupport
import Testing

/// What the question bank's README says of it.
struct QuestionBankTests {
    /// The clusters as the topics' numbers: "8, 16 · 10, 30".
    private func clusters(_ options: String...) throws -> String {
        let json = try JSON(
            Program.output(["find", "Fixtures/QuestionBank/questions.md", "--format", "json"] + options))
        let numbers = json["sections"].map { $0["number"].text }
        return json["clusters"].map { cluster in
            cluster["members"].map { numbers[$0.number] }.joined(separator: ", ")
        }.joined(separator: " · ")
    }

    /// What the README's table says for a threshold.
    private func documented(_ threshold: String) throws -> String {
        let readme = try String(
            contentsOfFile: Repository.path("Fixtures/QuestionBank/README.md"), encoding: .utf8)
        let row = try #require(readme.split(separator: "\n").first { $0.hasPrefix("| \(threshold) | ") })
        return row.split(separator: "|")[1].trimmingCharacters(in: .whitespaces)
    }

    @Test func clustersByDefaultAreThoseOfTheReadme() throws {
        let expected = "8, 16 · 10, 30 · 11, 29 · 12, 19, 25 · 14, 24, 28"
        #expect(try clusters() == expected)
        #expect(try documented("0.6") == expected)
    }

    @Test func clustersAtNineTenthsAreThoseOfTheReadme() throws {
        let expected = "10, 30 · 11, 29 · 12, 19, 25 · 24, 28"
        #expect(try clusters("--threshold", "0.9") == expected)
        #expect(try documented("0.9") == expected)
    }
}
