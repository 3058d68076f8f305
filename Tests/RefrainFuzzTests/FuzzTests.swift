import Foundation
import TestSupport
import Testing

@testable import RefrainFuzz

/// Every part that reads what others wrote keeps its promises on the inputs of Fixtures/Fuzz and on mutations of them.
/// `make fuzz` looks for longer, and is led by what the inputs reach.
struct FuzzTests {
    @Test(arguments: FuzzTarget.all.map(\.name))
    func promisesHoldOnEveryFixtureAndOnMutationsOfIt(name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let folder = Repository.path("Fixtures/Fuzz/\(name)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(!files.isEmpty)
        var generator = SeededGenerator(seed: 2026)
        for file in files {
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(file)")))
            #expect(target.faults(of: bytes) == [], "\(file)")
            for _ in 0..<(name == "outline" ? 12 : 60) {
                var mutated = bytes
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    mutated = RandomMarkdown.damaged(mutated, using: &generator)
                }
                let faults = target.faults(of: mutated)
                #expect(faults == [], "\(file) as \(Data(mutated).base64EncodedString())")
            }
        }
    }

    @Test func everyFolderOfInputsIsATargets() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.path("Fixtures/Fuzz"))
        #expect(Set(folders).subtracting(["README.md"]) == Set(FuzzTarget.all.map(\.name)))
    }
}
