internal import Foundation
internal import FoundationXML
internal import Linting
internal import Outlining
internal import Reading
internal import Refrain
internal import Reporting
internal import Splitting

/// Every report is what its form promises: JSON, XML or a table.
enum ReportForms {
    /// What can't be read of the outlines and of what `find` says.
    static func faults(of outline: Outline, of analysis: Analysis) -> [String] {
        var faults: [String] = []
        for format in OutlineFormat.allCases {
            let text = format.report(on: outline, of: analysis)
            switch format {
            case .json: faults += json(text, "outline")
            case .opml: faults += xml(text, "opml")
            case .markdown, .html, .text: break
            }
        }
        for format in FindFormat.allCases {
            let text = format.report(on: analysis)
            switch format {
            case .json: faults += json(text, "find")
            case .jsonl: faults += text.split(separator: "\n").flatMap { json(String($0), "jsonl") }
            case .csv: faults += csv(text)
            case .text, .markdown: break
            }
        }
        return faults
    }

    /// What can't be read of the forms in which lint writes its findings.
    static func faults(of report: LintReport, of analysis: Analysis) -> [String] {
        LintFormat.allCases.flatMap { format in
            let text = format.text(of: report, of: analysis)
            switch format {
            case .json, .sarif, .codeclimate, .rdjson: return json(text, format.rawValue)
            case .checkstyle, .junit: return xml(text, format.rawValue)
            case .text, .github, .markdown: return []
            }
        }
    }

    private static func json(_ text: String, _ form: String) -> [String] {
        let isJSON = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil
        return isJSON ? [] : ["\(form) is no JSON: \(text)"]
    }

    private static func xml(_ text: String, _ form: String) -> [String] {
        XMLParser(data: Data(text.utf8)).parse() ? [] : ["\(form) is no XML: \(text)"]
    }

    /// Whether each row has the columns of the header, as the reader of records sees it.
    private static func csv(_ text: String) -> [String] {
        let document = Document(
            path: "pairs.csv", format: .csv, records: RecordSource(bytes: Array(text.utf8)))
        let fields = RecordFields(text: "b_heading", id: "a_path", title: "a_heading")
        let splitter = Splitter(settings: SplittingSettings(recordFields: fields))
        var skipped: [String] = []
        var pieces = splitter.pieces(of: [document])
        while let piece = pieces.next() { skipped += splitter.split(piece).skipped.map { "\($0)" } }
        return skipped.map { "a row of the table is none: \($0)" }
    }
}
