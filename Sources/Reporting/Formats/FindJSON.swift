internal import Clustering
internal import Refrain
internal import Scheduling
internal import Scoring
internal import SimilarityJoin
internal import Splitting
internal import Vectorizing

/// `find` for programs: everything that was found.
struct FindJSON {
    let analysis: Analysis
    let selection: PairSelection
    let cost: RunCost?
    /// How many threads work.
    let threads: Int

    func write(to buffer: inout ReportBuffer) throws(ReportError) {
        let pairs = selection.selected(from: analysis.pairs)
        let listedCount = pairs.count
        try JSONDocument.write(
            [
                ("schemaVersion", .value(JSONParts.schemaVersion)), ("tool", .value(JSONParts.tool)),
                ("settings", .value(JSONParts.settings(analysis.settings))),
                ("documents", .value(JSONParts.documents(analysis))),
                ("skipped", .value(JSONParts.skipped(analysis))),
                (
                    "sections",
                    .list(count: analysis.sections.count) { JSONParts.section($0, in: analysis) }
                ),
                ("pairs", listedCount == 0 ? .value(.array([])) : member(pairs)),
                ("demoted", .value(.array(differing(analysis.demotedPairs)))),
                ("marked", .value(.array(differing(analysis.markedPairs)))),
                (
                    "contained",
                    .list(count: analysis.containedSections.count) {
                        contained(analysis.containedSections[$0])
                    }
                ),
                (
                    "boilerplate",
                    .list(count: analysis.boilerplate.count) { index in
                        let line = analysis.boilerplate[index]
                        return .object([
                            ("text", .string(line.text)), ("sectionCount", .integer(line.sectionCount)),
                        ])
                    }
                ),
                (
                    "clusters", .list(count: analysis.clusters.count) { cluster($0) }
                ),
                ("decisions", .value(JSONParts.decisions(analysis))),
                ("statistics", .value(statistics(listedCount: listedCount))),
            ], to: &buffer)
    }

    private func member(_ pairs: SimilarPairs) -> JSONDocument.Member {
        .lines { buffer throws(ReportError) in
            let names = TextTable(count: analysis.sections.count, workers: Workers(count: threads)) {
                index, bytes in
                bytes += String(index).utf8
            }
            try FindJSONLines.lines(
                names, before: JSONDocument.indentation, after: "", separator: JSONDocument.separator,
                calibration: analysis.settings.calibration
            ).write(pairs.stars, to: &buffer)
        }
    }

    private func contained(_ pair: ContainedPair) -> JSONValue {
        .object([
            ("section", .integer(pair.part)), ("in", .integer(pair.whole)),
            ("containment", .decimal(pair.containment)),
        ])
    }

    private func differing(_ pairs: SimilarPairs) -> [JSONValue] {
        guard selection != .none else { return [] }
        let pairs = Array(pairs)
        return zip(pairs, analysis.discriminatingTokens(of: pairs, threads: threads)).map { pair, tokens in
            .object([
                ("a", .integer(pair.a)), ("b", .integer(pair.b)), ("similarity", .decimal(pair.similarity)),
                ("tokensOfA", .array(tokens.first.map(JSONValue.string))),
                ("tokensOfB", .array(tokens.second.map(JSONValue.string))),
            ])
        }
    }

    private func cluster(_ index: Int) -> JSONValue {
        let cluster = analysis.clusters[index]
        return .object([
            ("id", .string(analysis.clusterFingerprints[index].description)),
            ("members", .array(cluster.members.map(JSONValue.integer))),
            ("canonical", .integer(cluster.canonical)), ("cohesion", .decimal(cluster.cohesion)),
        ])
    }

    private func statistics(listedCount: Int) -> JSONValue {
        .object(
            [
                ("sectionCount", .integer(analysis.sections.count)),
                ("pairCount", .integer(analysis.pairs.count)),
                ("listedPairCount", .integer(listedCount)),
                ("clusterCount", .integer(analysis.clusters.count)),
                ("vocabularySize", .integer(analysis.vocabularySize)),
                ("nonZeroCount", .integer(analysis.nonZeroCount)),
            ] + (cost.map(members) ?? []))
    }

    private func members(of cost: RunCost) -> [(String, JSONValue)] {
        [
            (
                "elapsedSeconds",
                .object(cost.elapsed.map { ($0.stage.rawValue, .decimal($0.seconds)) })
            ),
            ("peakMemoryBytes", .integer(cost.peakMemoryBytes)),
        ]
    }
}
