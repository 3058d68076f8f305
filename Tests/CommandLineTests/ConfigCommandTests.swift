import Refrain
import Testing

/// `refrain config`.
struct ConfigCommandTests {
    /// What `config` says of one setting, with single spaces.
    private func line(_ key: String, of output: String) -> String? {
        output.split(separator: "\n").first { $0.hasPrefix("\(key):") || $0.hasPrefix("# \(key):") }
            .map { $0.split(separator: " ").joined(separator: " ") }
    }

    @Test func lineBreakInTheNameOfTheSettingsFileBreaksNoLine() throws {
        let folder = try WorkFolder(["a\nb.yml": "threshold: 0.8\n"])
        let output = try Program.output(["config", "--config", "a\nb.yml"], in: folder)
        #expect(output.contains("  # a\\x0Ab.yml:1\n"))
    }

    @Test func everySettingIsListedInOrder() throws {
        let output = try Program.output(["config"], in: try WorkFolder())
        let keys = output.split(separator: "\n").map { line in
            line.drop { $0 == "#" || $0 == " " }.prefix { $0 != ":" }
        }
        #expect(keys.map(String.init) == SettingKey.allCases.map(\.rawValue))
    }

    @Test func valuesStandWithWhereTheyComeFrom() throws {
        let folder = try WorkFolder([".refrain.yml": "code: true\nthreshold: 0.8\nlinkage: single\n"])
        let output = try Program.output(["config", "--linkage", "complete"], in: folder)
        #expect(line("threshold", of: output) == "threshold: 0.8 # .refrain.yml:2")
        #expect(line("linkage", of: output) == "linkage: complete # command line")
        #expect(line("memory-budget", of: output) == "memory-budget: 50% # standard")
        #expect(line("ngrams", of: output) == "ngrams: 3-5 # standard")
        #expect(line("threads", of: output) == "# threads: # standard")
    }

    @Test func outputIsASettingsFileThatGivesTheSameValues() throws {
        let folder = try WorkFolder()
        let options = [
            "--threshold", "0.85", "--linkage", "complete", "--ngrams", "3-4", "--no-idf", "--hidden",
            "--include", "docs/**", "--include", "a \"b\" #c", "--exclude", "\\!x\ty", "--threads", "2",
            "--output", "out: \u{7}{1}\n.md", "--format", "json", "--memory-budget", "512 MB", "--verbose",
        ]
        let first = try Program.output(["config"] + options, in: folder)
        try folder.write(first, to: "settings.yml")
        let second = try Program.output(["config", "--config", "settings.yml"], in: folder)
        #expect(values(second) == values(first))
    }

    /// The lines without what stands in their comments.
    private func values(_ output: String) -> [Substring] {
        output.split(separator: "\n").map { line in
            line.lastRange(of: "  # ").map { line[..<$0.lowerBound] } ?? line
        }
    }

    @Test func valuesOfOneCommandAreShownWithTheirLine() throws {
        let folder = try WorkFolder([".refrain.yml": "threshold: 0.8\nlint:\n  threshold: 0.9\n"])
        let general = try Program.output(["config"], in: folder)
        let lint = try Program.output(["config", "lint"], in: folder)
        #expect(line("threshold", of: general) == "threshold: 0.8 # .refrain.yml:1")
        #expect(line("threshold", of: lint) == "threshold: 0.9 # .refrain.yml:3")
    }
}

extension Substring {
    /// The last place of `text`.
    fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
