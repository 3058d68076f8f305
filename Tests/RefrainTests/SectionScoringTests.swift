import Reading
import Refrain
import SimilarityJoin
import Testing

/// What lengths and headings make of the similarity of two sections, through the whole pipeline.
struct SectionScoringTests {
    private static let text = """
        Every member keeps a log of what it has agreed to. When the disk is slow, the leader writes more than its followers can
        take in, and a follower that lags behind is sent a snapshot in the place of entries.
        """
    private static let more = """
        Snapshots are taken after ten thousand entries. They go to the same disk, so give the log one of its own, and look at
        the time that a commit takes before and after the change.
        """

    private func similarity(_ first: String, _ second: String, _ settings: Settings = .standard) -> Double? {
        let documents = [first, second].enumerated().map { index, text in
            Document(path: "\(index).md", format: .markdown, text: text)
        }
        return Array(
            Pipeline(settings: settings).analysis(of: ReadResult(documents: documents, skipped: [])).pairs
        )
        .first?.similarity
    }

    private func page(_ title: String, _ heading: String, _ text: String) -> String {
        "# \(title)\n\n## \(heading)\n\n\(text)\n"
    }

    @Test func aSectionThatHasGrownUnderItsHeadingsIsStillTheSame() throws {
        let grown = Self.text + "\n\n" + Self.more
        let same = similarity(page("Tuning", "Disk", Self.text), page("Tuning", "Disk", grown))
        #expect(try #require(same) > 0.6)
        // The heading itself reads the same; what it lies under does not.
        #expect(similarity(page("Tuning", "Disk", Self.text), page("Failures", "Disk", grown)) == nil)
    }
}
