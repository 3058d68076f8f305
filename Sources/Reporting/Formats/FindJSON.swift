internal import Clustering
internal import Refrain
internal import SimilarityJoin
internal import Vectorizing

/// `find` for programs: everything that was found.
enum FindJSON {
    static func report(on analysis: Analysis, elapsed: [StageTime]) -> String {
        JSONValue.object([
            ("schemaVersion", JSONParts.schemaVersion), ("tool", JSONParts.tool),
            ("settings", JSONParts.settings(analysis.settings)),
            ("documents", JSONParts.documents(analysis)), ("skipped", JSONParts.skipped(analysis)),
            ("sections", JSONParts.sections(analysis)),
            ("pairs", .array(analysis.pairs.map(pair))), ("clusters", clusters(analysis)),
            ("statistics", statistics(analysis, elapsed: elapsed)),
        ]).document
    }

    private static func pair(_ pair: SimilarPair) -> JSONValue {
        .object([("a", .integer(pair.a)), ("b", .integer(pair.b)), ("similarity", .decimal(pair.similarity))])
    }

    private static func clusters(_ analysis: Analysis) -> JSONValue {
        .array(
            zip(analysis.clusters, analysis.clusterFingerprints).map { cluster, fingerprint in
                .object([
                    ("id", .string(fingerprint.description)),
                    ("members", .array(cluster.members.map(JSONValue.integer))),
                    ("canonical", .integer(cluster.canonical)), ("cohesion", .decimal(cluster.cohesion)),
                ])
            })
    }

    private static func statistics(_ analysis: Analysis, elapsed: [StageTime]) -> JSONValue {
        let seconds = JSONValue.object(elapsed.map { ($0.stage.rawValue, .decimal($0.seconds)) })
        return .object(
            [
                ("sectionCount", .integer(analysis.sections.count)),
                ("pairCount", .integer(analysis.pairs.count)),
                ("clusterCount", .integer(analysis.clusters.count)),
                ("vocabularySize", .integer(analysis.vocabularySize)),
                ("nonZeroCount", .integer(analysis.nonZeroCount)),
            ] + (elapsed.isEmpty ? [] : [("elapsedSeconds", seconds)]))
    }
}
