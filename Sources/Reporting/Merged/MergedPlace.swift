/// Where a consolidated document is to lie: its relative links start there.
package struct MergedPlace: Sendable {
    /// The document's path as it was typed; "-" for standard output, whose links start in the working folder.
    package let path: String
    /// The absolute path of the folder that relative paths start in.
    package let workingFolder: String

    /// Standard output, from the root.
    package static let standardOutput = MergedPlace(path: "-")

    /// Names the place.
    package init(path: String, workingFolder: String = "/") {
        (self.path, self.workingFolder) = (path, workingFolder)
    }

    /// The absolute path of a file that is named as the document is.
    func linkPath(of path: String) -> LinkPath { LinkPath(file: path, from: workingFolder) }
}
