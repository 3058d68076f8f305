import Foundation
import TestSupport

/// The Swift files under Sources, as text.
enum SourceTree {
    struct File {
        /// The target, which is the first folder under Sources.
        let target: String
        /// The path under Sources.
        let path: String
        let lines: [Substring]
    }

    /// All files, by path.
    static func files() throws -> [File] {
        let root = Repository.root.appending(path: "Sources")
        let paths = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            return File(
                target: String(path.prefix { $0 != "/" }), path: path,
                lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }
}
