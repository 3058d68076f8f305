import Foundation
import Reading
import Refrain

/// When the lines of sections were changed last, by `git blame`.
enum GitDates {
    /// For sections the time of their newest line, in seconds since 1970; none for documents that git does not know. One
    /// run of git a document.
    @Sendable static func dates(of places: [ClusterChoices.Place]) -> [Int: Double] {
        var timesOfFile: [[UInt8]: [Double]] = [:]
        var dates: [Int: Double] = [:]
        for place in places {
            guard let file = place.file else { continue }
            let times = timesOfFile[file] ?? lineTimes(ofFile: file)
            timesOfFile[file] = times
            dates[place.section] = place.lines.compactMap { $0 <= times.count ? times[$0 - 1] : nil }.max()
        }
        return dates
    }

    /// The committer's time of each line, the present for one that is not committed; none where git does not know the file.
    ///
    /// - Parameter path: a real path.
    private static func lineTimes(ofFile path: [UInt8]) -> [Double] {
        let cut = (path.lastIndex(of: UInt8(ascii: "/")) ?? 0) + 1
        let command = ["blame", "--line-porcelain", "--"].map { Array($0.utf8) }
        let arguments = [Array("-C".utf8), Array(path[..<cut])] + command + [Array(path[cut...])]
        guard let output = try? GitProcess.output(arguments) else { return [] }
        return output.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let name = "committer-time "
            return line.starts(with: name.utf8)
                ? Double(String(decoding: line.dropFirst(name.utf8.count), as: UTF8.self)) : nil
        }
    }
}
