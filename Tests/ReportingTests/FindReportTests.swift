import Reading
import Refrain
import Reporting
import Testing

/// What `find` writes of many clusters.
struct FindReportTests {
    /// More clusters than are made at a time: a text and its copy, many times, in words of their own.
    private static let analysis = Pipeline(threads: 2).analysis(
        of: ReadResult(
            documents: [
                Document(
                    path: "bank.md", format: .markdown,
                    text: (0..<2500).map { number in
                        let words = (0..<6).map { "w\(number * 7919 % 99_991)x\($0 * number)" }
                        let text = words.joined(separator: " ")
                        return "## 第 \(number) 题\n\n\(text)\n\n## Copy \(number)\n\n\(text)\n"
                    }.joined(separator: "\n"))
            ], skipped: []))

    private func report(_ format: FindFormat, threads: Int) -> String {
        var bytes: [UInt8] = []
        var buffer = ReportBuffer { bytes += $0 }
        do throws(ReportError) {
            try format.write(Self.analysis, threads: threads, to: &buffer)
            try buffer.flush()
        } catch {
            Issue.record("memory refuses no piece")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: FindFormat.allCases)
    func theReportIsTheSameForAnyNumberOfThreads(_ format: FindFormat) {
        let alone = report(format, threads: 1)
        #expect(!alone.isEmpty)
        for threads in [2, 4] { #expect(report(format, threads: threads) == alone) }
    }

    @Test func everyClusterStandsInTheTextOnceAndInOrder() {
        let titles = report(.text, threads: 3).split(separator: "\n").filter { $0.hasPrefix("Cluster ") }
        #expect(Self.analysis.clusters.count > 2048)
        #expect(titles.count == Self.analysis.clusters.count)
        for (number, title) in titles.enumerated() {
            #expect(title.hasPrefix("Cluster \(number + 1): "))
        }
    }
}
