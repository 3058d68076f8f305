import Foundation
import TestSupport
import Testing

/// Validates JSON against the repository's schemas with Python's jsonschema.
enum Validation {
    /// The first Python that has the package; nil where none has.
    static let python: URL? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        let folders = path.split(separator: ":").map(String.init) + ["/usr/bin"]
        let candidates = folders.map { URL(filePath: $0).appending(path: "python3") }
        return candidates.first { python in
            guard FileManager.default.isExecutableFile(atPath: python.path()) else { return false }
            let result = try? Program.run(python, ["-c", "import jsonschema"])
            return result?.status == 0
        }
    }()

    private static let script = """
        import json, sys, jsonschema
        with open(sys.argv[1], encoding="utf-8") as file: schema = json.load(file)
        jsonschema.Draft7Validator.check_schema(schema)
        for path in sys.argv[2:]:
            with open(path, encoding="utf-8") as file: document = json.load(file)
            for error in jsonschema.Draft7Validator(schema).iter_errors(document):
                place = "/".join(str(part) for part in error.absolute_path)
                print(f"{path}: {place}: {error.message[:200]}")
        """

    /// What is wrong with `documents`, by name: "name: place: problem", a line each.
    static func problems(in documents: KeyValuePairs<String, String>, schema: String) throws -> [String] {
        let folder = try WorkFolder(documents)
        let arguments =
            ["-c", script, Repository.path("Schemas/\(schema).schema.json")] + documents.map(\.key)
        let result = try Program.run(try #require(python), arguments, in: folder)
        try #require(result.status == 0, "\(result.messages)")
        return result.output.split(separator: "\n").map(String.init)
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs a test only where Python's jsonschema is there.
    static var needsJSONSchema: Self {
        .enabled(if: Validation.python != nil, "python3-jsonschema is not installed: make setup installs it")
    }
}
