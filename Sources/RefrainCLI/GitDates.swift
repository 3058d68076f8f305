import Foundation
import Refrain

/// When the lines of sections were changed last, by `git blame`.
enum GitDates {
    /// For sections the time of their newest line, in seconds since 1970; none for documents that git does not know. One
    /// run of git a document.
    @Sendable static func dates(of places: [ClusterChoices.Place]) -> [Int: Double] {
        var timesOfFile: [String: [Double]] = [:]
        var dates: [Int: Double] = [:]
        for place in places {
            let times = timesOfFile[place.path] ?? lineTimes(ofFile: place.path)
            timesOfFile[place.path] = times
            dates[place.section] = place.lines.compactMap { $0 <= times.count ? times[$0 - 1] : nil }.max()
        }
        return dates
    }

    /// The committer's time of each line, the present for one that is not committed; none where git does not know the file.
    private static func lineTimes(ofFile path: String) -> [Double] {
        let url = URL(filePath: path)
        guard
            let output = Git.line([
                "-C", url.deletingLastPathComponent().path(percentEncoded: false), "blame",
                "--line-porcelain", "--",
                url.lastPathComponent,
            ])
        else { return [] }
        return output.split(separator: "\n").compactMap { line in
            line.hasPrefix("committer-time ") ? Double(line.dropFirst("committer-time ".count)) : nil
        }
    }
}
