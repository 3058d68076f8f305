import Foundation
import TestSupport
import Testing

/// `Reports/Samples` holds what the program writes.
struct SampleReportTests {
    @Test func samplesAreWhatTheProgramWrites() throws {
        let folder = try WorkFolder()
        let renewal = try Program.run(
            Repository.root.appending(path: "Reports/Samples/renew"),
            [Program.executable.path(), folder.url.path()],
            in: folder)
        try #require(renewal.status == 0, "\(renewal.messages)")
        let samples = Repository.root.appending(path: "Reports/Samples")
        let written = try folder.names()
        #expect(written.count == 38)
        let stale = written.filter { name in
            (try? Data(contentsOf: samples.appending(path: name)))
                != (try? Data(contentsOf: folder.url(name)))
        }
        #expect(stale == [], "these samples are not what the program writes now; run make samples")
    }

    @Test func readmeListsEverySample() throws {
        let folder = Repository.root.appending(path: "Reports/Samples")
        let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        let samples = try FileManager.default.contentsOfDirectory(atPath: folder.path())
            .filter { !["README.md", "renew", "refrain.yml"].contains($0) }
        for sample in samples { #expect(readme.contains("[\(sample)](\(sample))"), "\(sample)") }
    }
}
