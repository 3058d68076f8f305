import Foundation
import Refrain
import Reporting

/// Shows a person one pair after the other and takes down what they say.
struct Questions {
    let analysis: Analysis
    /// The pairs that can be asked about.
    let pairs: [ComparablePair]
    /// How many to ask about.
    let count: Int

    /// How much of a section is shown.
    private static let shownLength = 600

    /// Asks until enough is said, the pairs are used up, or the answers end; adds to `labels`.
    func ask(_ labels: inout [Int: Bool]) throws(Failure) {
        let similarities = pairs.map(\.similarity)
        let before = labels.count
        var passed: Set<Int> = []
        while labels.count - before < count,
            let index = InformativePairs.next(similarities, labels: labels, passed: passed)
        {
            try show(index, number: labels.count - before + 1)
            switch answer() {
            case "y": labels[index] = true
            case "n": labels[index] = false
            case "s": passed.insert(index)
            default: return
            }
        }
    }

    private func show(_ index: Int, number: Int) throws(Failure) {
        let pair = pairs[index]
        let texts = [pair.a, pair.b].map { section in
            let source = analysis.source(of: section)
            let shown =
                source.count > Self.shownLength
                ? String(source.prefix(Self.shownLength)) + " …" : String(source)
            return
                "--- \(analysis.place(of: section))\n\(ControlCharacters.escaped(shown, keeping: ["\n"]))\n"
        }
        StandardStreams.messageText(
            "\nPair \(number) of \(count)\n\(texts.joined())Do they say the same? y(es), n(o), s(kip), q(uit): "
        )
    }

    /// The first letter of the next line that is an answer; nil at the end of standard input.
    private func answer() -> Character? {
        while let line = readLine() {
            if let letter = line.lowercased().first, "ynsq".contains(letter) { return letter }
            StandardStreams.messageText("y, n, s or q: ")
        }
        return nil
    }
}
