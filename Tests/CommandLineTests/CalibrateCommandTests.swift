import Foundation
import Testing

/// `refrain calibrate`: answers in, a threshold out.
struct CalibrateCommandTests {
    /// Eight pairs of records: in four the second is the first with a word more, in four half of it is another text.
    private static let records: String = {
        let texts = (0..<8).map { number in
            (0..<40).map { "word\(number)\(($0 * 7 + number) % 53)" }.joined(separator: " ")
        }
        return texts.enumerated().flatMap { number, text in
            let words = text.split(separator: " ")
            let other = (0..<14).map { "else\(number)\($0)" }.joined(separator: " ")
            let copy = number < 4 ? text + " more" : words.prefix(26).joined(separator: " ") + " " + other
            return [(id: "a\(number)", text: text), (id: "b\(number)", text: copy)]
        }.map { "{\"id\": \"\($0.id)\", \"text\": \"\($0.text)\"}\n" }.joined()
    }()

    private static let answers = (0..<8).map {
        "{\"a\": \"a\($0)\", \"b\": \"b\($0)\", \"same\": \($0 < 4)}\n"
    }.joined()

    private func folder() throws -> WorkFolder {
        try WorkFolder(["records.jsonl": Self.records, "answers.jsonl": Self.answers])
    }

    @Test func answersFromAFileBecomeSettings() throws {
        let folder = try folder()
        let output = try Program.output(
            ["calibrate", "records.jsonl", "--labels", "answers.jsonl", "--precision", "0.8"], in: folder)
        let lines = output.split(separator: "\n")
        #expect(lines[0] == "8 labels: 4 the same, 4 different.")
        #expect(lines[1].hasPrefix("Threshold for a precision of 0.80: 0."))
        #expect(
            lines[2] == "These are too few to rely on: 20 labels, and 5 of each kind, are the least.")
        #expect(lines[3] == "Written to .refrain.yml: threshold, calibration.")
        let settings = try folder.text(".refrain.yml")
        #expect(settings.contains("# refrain calibrate: 8 labels, precision 0.80"))
        #expect(settings.contains("\nthreshold: 0.") && settings.contains("\ncalibration: \"-"))
    }

    @Test func reportsShowTheProbabilityOnceItIsCalibrated() throws {
        let folder = try folder()
        _ = try Program.output(
            ["calibrate", "records.jsonl", "--labels", "answers.jsonl", "--precision", "0.8"], in: folder)
        #expect(try Program.output(["find", "records.jsonl"], in: folder).contains(" p0."))
        let lines = try Program.output(["find", "records.jsonl", "--format", "jsonl"], in: folder)
        #expect(lines.split(separator: "\n").allSatisfy { $0.contains("\"probability\": 0.") })
    }

    @Test func aDryRunWritesNothing() throws {
        let folder = try folder()
        let output = try Program.output(
            ["calibrate", "records.jsonl", "--labels", "answers.jsonl", "--dry-run"], in: folder)
        #expect(!output.contains("Written"))
        #expect(try folder.names() == ["answers.jsonl", "records.jsonl"])
    }

    @Test func questionsAreAskedAndAnswersKept() throws {
        let folder = try folder()
        let result = try Program.run(
            ["calibrate", "records.jsonl", "--labels", "new.jsonl", "--ask", "3", "--dry-run"],
            in: folder, input: "n\nmaybe\ny\nq\n")
        #expect(result.messages.contains("Pair 1 of 3\n--- records.jsonl:"))
        #expect(result.messages.contains("y, n, s or q: "))
        #expect(result.output.hasPrefix("2 labels: 1 the same, 1 different.\n"))
        let kept = try folder.text("new.jsonl").split(separator: "\n")
        #expect(kept.count == 2 && kept.allSatisfy { $0.hasPrefix("{\"a\": \"records.jsonl:") })
    }

    @Test func anIDOfSeveralRecordsNamesNone() throws {
        let folder = try WorkFolder([
            "records.jsonl": Self.records + Self.records, "answers.jsonl": Self.answers,
        ])
        try expectFailure(
            ["calibrate", "records.jsonl", "--labels", "answers.jsonl"], in: folder,
            "refrain: “a0” is the id of several records; give a line of one, as in records.jsonl:12")
    }

    @Test func aSettingsFileThatIsALinkOutOfTheFolderIsNotWritten() throws {
        let folder = try WorkFolder([
            "records.jsonl": Self.records, "clone/answers.jsonl": Self.answers,
            "mine.yml": "threshold: 0.5\n",
        ])
        try folder.link("clone/.refrain.yml", to: "../mine.yml")
        let arguments = ["calibrate", "../records.jsonl", "--labels", "answers.jsonl", "--precision", "0.8"]
        let result = try Program.run(arguments, in: folder, at: "clone")
        #expect(
            result.messages.hasPrefix(
                "refrain: .refrain.yml: nothing was written, as it is a link that leads to /"))
        #expect(
            result.messages.hasSuffix(
                "/mine.yml, out of its folder; to write there, name that with --config\n"))
        #expect(result.status == 2)
        #expect(try folder.text("mine.yml") == "threshold: 0.5\n")
        _ = try Program.output(arguments + ["--config", "../mine.yml"], in: folder, at: "clone")
        #expect(try folder.text("mine.yml").contains("calibration:"))
    }

    @Test func whatCannotBeDoneIsSaid() throws {
        let files = ["records.jsonl": Self.records, "one.jsonl": String(Self.answers.prefix { $0 != "\n" })]
        let folder = try WorkFolder()
        for (path, text) in files { try folder.write(text, to: path) }
        try folder.write("{\"a\": 1}\n", to: "broken.jsonl")
        try folder.write("{\"a\": \"x\", \"b\": \"a1\", \"same\": true}\n", to: "unknown.jsonl")
        let start = ["calibrate", "records.jsonl", "--labels"]
        try expectFailure(
            start + ["one.jsonl"], in: folder,
            "refrain: 1 label: pairs that say the same and pairs that do not are both needed")
        try expectFailure(
            start + ["broken.jsonl"], in: folder,
            "refrain: broken.jsonl:1: no answer; a line is {\"a\": \"docs/a.md:12\", \"b\": \"docs/b.md:3\", \"same\": true}"
        )
        try expectFailure(
            start + ["unknown.jsonl"], in: folder,
            "refrain: “x” names no section; give a line of one, as in docs/a.md:12, or its fingerprint")
        try expectFailure(
            start + ["none.jsonl"], in: folder, "refrain: none.jsonl: the answers can't be read as UTF-8 text"
        )
    }
}
