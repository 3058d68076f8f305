internal import Reading
internal import Refrain
internal import Scheduling
internal import SimilarityJoin
internal import Splitting

/// `find` for spreadsheets: a header and a pair a line, fields quoted as RFC 4180 says, lines ended by LF.
enum FindCSV {
    private static let header =
        "similarity,a_path,a_line,a_key,a_number,a_heading,b_path,b_line,b_key,b_number,b_heading\n"

    static func write(
        _ pairs: SimilarPairs, of analysis: Analysis, workers: Workers, to buffer: inout ReportBuffer
    ) throws(ReportError) {
        try buffer.append(header)
        let paths = analysis.documents.map { quoted($0.path) }
        let fields = TextTable(count: analysis.sections.count, workers: workers) { index, bytes in
            let section = analysis.sections[index]
            bytes += paths[section.document].utf8
            bytes += ",\(section.startLine)".utf8
            for field in [section.key, section.number, section.heading] {
                bytes.append(UInt8(ascii: ","))
                if let field { bytes += quoted(field).utf8 }
            }
        }
        try lines(fields).write(pairs.stars, to: &buffer)
    }

    private static func lines(_ fields: TextTable) -> PairLines {
        PairLines(names: fields) { star, bytes in
            SixDecimals.append(star.similarity, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            bytes += fields[star.center]
            bytes.append(UInt8(ascii: ","))
        } back: { _, bytes in
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    /// A field, control characters but line ends and tabs written out, in quotation marks where it needs them; one that a
    /// spreadsheet would compute behind an apostrophe.
    static func quoted(_ field: String) -> String {
        let text = ControlCharacters.escaped(field, keeping: ["\n", "\r", "\t"])
        let field = isFormula(text.unicodeScalars) ? "'" + text : text
        let isPlain = field.utf8.allSatisfy {
            $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n")
        }
        return isPlain
            ? field
            : "\""
                + field.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).map {
                    String(Substring($0))
                }.joined(separator: "\"\"") + "\""
    }

    /// Whether a spreadsheet reads a field as a formula: it begins, behind white space, with a sign that formulas begin with
    /// (owasp.org, "CSV Injection"), or with its full-width form, and goes on. A sign alone computes nothing.
    private static func isFormula(_ field: String.UnicodeScalarView) -> Bool {
        let text = field.drop(while: \.isSpace)
        guard let first = text.first, text.count > 1 else { return false }
        return "=+-@＝＋－＠".unicodeScalars.contains(first)
    }
}
