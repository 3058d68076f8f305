import Foundation
import TestSupport
import Testing

/// Expects that `text` is what the snapshot holds.
///
/// With REFRAIN_RECORD in the environment the snapshot is written anew, and the test fails, so that a recording can't
/// pass for a test: read what changed, then run without.
func expectSnapshot(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = Repository.root.appending(path: "Tests/ReportingTests/Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["REFRAIN_RECORD"] != nil {
        try Data(text.utf8).write(to: file)
        Issue.record(
            "recorded \(name); read it, then run without REFRAIN_RECORD", sourceLocation: sourceLocation)
        return
    }
    let snapshot = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == snapshot, "REFRAIN_RECORD=1 records \(name) anew", sourceLocation: sourceLocation)
}
