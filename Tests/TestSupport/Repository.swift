public import Foundation

/// Where the files of this repository stand.
public enum Repository {
    /// The folder that holds Package.swift.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The path of a file or folder under the root.
    public static func path(_ relative: String) -> String { root.appending(path: relative).path() }
}
