internal import Refrain
internal import SimilarityJoin
internal import Splitting

/// `find` for programs that stream: a pair a line, sections by the id of their record, or by their index in reading order
/// where they have none.
enum FindJSONLines {
    static func report(on analysis: Analysis) -> String {
        let names = analysis.sections.indices.map { name(of: $0, in: analysis) }
        var report = ""
        for pair in analysis.pairs {
            report += "{\"a\": \(names[pair.a]), \"b\": \(names[pair.b]), "
            report += "\"similarity\": \(SixDecimals.text(pair.similarity))}\n"
        }
        return report
    }

    /// The section as JSON.
    private static func name(of section: Int, in analysis: Analysis) -> String {
        (analysis.sections[section].key.map(JSONValue.string) ?? .integer(section)).line
    }
}
