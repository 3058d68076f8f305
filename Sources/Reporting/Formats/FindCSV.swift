internal import Refrain
internal import SimilarityJoin
internal import Splitting

/// `find` for spreadsheets: a header and a pair a line, fields quoted as RFC 4180 says, lines ended by LF.
enum FindCSV {
    static func report(on analysis: Analysis) -> String {
        let header =
            "similarity,a_path,a_line,a_key,a_number,a_heading,b_path,b_line,b_key,b_number,b_heading\n"
        let fields = analysis.sections.indices.map { Self.fields($0, analysis).joined(separator: ",") }
        var report = header
        for pair in analysis.pairs {
            report += "\(SixDecimals.text(pair.similarity)),\(fields[pair.a]),\(fields[pair.b])\n"
        }
        return report
    }

    private static func fields(_ index: Int, _ analysis: Analysis) -> [String] {
        let section = analysis.sections[index]
        return [
            quoted(analysis.path(of: index)), String(section.startLine), quoted(section.key ?? ""),
            quoted(section.number ?? ""), quoted(section.heading),
        ]
    }

    static func quoted(_ field: String) -> String {
        let field = ControlCharacters.escaped(field, keeping: ["\n", "\r\n", "\t"])
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
