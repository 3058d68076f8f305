import Foundation
import Matrices
import Reading
import Refrain
import Scheduling
import Splitting
import Vectorizing

/// From a file to rows: read, split, normalize, vectorize.
struct TextKernels {
    /// What the stages work by.
    let settings: Settings
    /// How many threads work.
    let threads: Int

    private var workers: Workers { Workers(count: threads) }

    /// Reads and splits the file at `path`, which are one as records are streamed; the text of each section.
    func measureReading(_ path: String, _ clock: inout KernelClock) throws -> [String] {
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let splitter = Splitter(settings: settings.splitting)
        let sections = try clock.measure("read and split", threads: threads) {
            let input = try Reader(settings: settings.reading)
                .read(paths: [path]) { () throws(ReadingError) -> [UInt8] in [] }
            return workers.map(pulling: splitter.pieces(of: input.documents)) { splitter.split($0) }
                .flatMap(\.sections)
        } figures: { sections, seconds in
            [
                .rate(size, in: seconds, of: "file"),
                KernelFigure(name: "sections/s", value: Double(sections.count) / seconds),
            ]
        }
        return sections.map { settings.comparedText(of: $0) }
    }

    /// Normalizes `texts` in each way there is and vectorizes them, with one thread and with all.
    func measureVectorizing(of texts: [String], _ clock: inout KernelClock) -> VectorizedTexts {
        for normalization in TextNormalization.allCases { measure(normalization, of: texts, &clock) }
        let ngrams = ngramCount(of: texts)
        measureCounting(of: texts, ngrams: ngrams, &clock)
        if threads > 1 { _ = vectorized(texts, ngrams: ngrams, threads: 1, &clock) }
        return vectorized(texts, ngrams: ngrams, threads: threads, &clock)
    }

    private func measure(
        _ normalization: TextNormalization, of texts: [String], _ clock: inout KernelClock
    ) {
        clock.measure("normalize (\(normalization.rawValue))", threads: threads) {
            workers.map(texts.count, scratch: ScalarBuffer()) { buffer, index in
                buffer.fill(texts[index], normalization: normalization)
                return buffer.scalars.count
            }.reduce(0, +)
        } figures: { scalars, seconds in
            [
                .rate(Self.byteCount(of: texts), in: seconds, of: "text"),
                KernelFigure(name: "scalars/s", value: Double(scalars) / seconds),
            ]
        }
    }

    /// Normalizes and counts, text by text: what the rest of vectorizing comes on top of.
    private func measureCounting(of texts: [String], ngrams: Int, _ clock: inout KernelClock) {
        let (normalization, lengths) = (settings.vectorizing.normalization, settings.vectorizing.ngramRange)
        clock.measure("count n-grams", threads: threads) {
            workers.map(texts.count, scratch: (ScalarBuffer(), NGramCounter(ngramRange: lengths))) {
                memory, index in
                memory.0.fill(texts[index], normalization: normalization)
                memory.1.removeAll()
                memory.1.append(memory.0.scalars)
                return memory.1.entryCount
            }.reduce(0, +)
        } figures: { distinct, seconds in
            [
                .rate(Self.byteCount(of: texts), in: seconds, of: "text"),
                KernelFigure(name: "n-grams/s", value: Double(ngrams) / seconds),
                KernelFigure(name: "distinct a text", value: Double(distinct) / Double(max(1, texts.count))),
            ]
        }
    }

    private func vectorized(
        _ texts: [String], ngrams: Int, threads: Int, _ clock: inout KernelClock
    ) -> VectorizedTexts {
        clock.measure("vectorize", threads: threads) {
            Vectorizer(settings: settings.vectorizing, threads: threads).vectorize(texts)
        } figures: { vectorized, seconds in
            [
                .rate(Self.byteCount(of: texts), in: seconds, of: "text"),
                KernelFigure(name: "n-grams/s", value: Double(ngrams) / seconds),
                KernelFigure(name: "distinct texts", value: Double(vectorized.matrix.rowCount)),
                KernelFigure(name: "weights", value: Double(vectorized.matrix.nonZeroCount)),
            ]
        }
    }

    /// How many n-grams the texts have after normalization, repeated ones counted again.
    private func ngramCount(of texts: [String]) -> Int {
        let lengths = settings.vectorizing.ngramRange
        return workers.map(texts.count, scratch: ScalarBuffer()) { buffer, index in
            buffer.fill(texts[index], normalization: settings.vectorizing.normalization)
            return lengths.reduce(0) { $0 + max(0, buffer.scalars.count - $1 + 1) }
        }.reduce(0, +)
    }

    private static func byteCount(of texts: [String]) -> Int { texts.reduce(0) { $0 + $1.utf8.count } }
}
