internal import Foundation
package import Outlining
public import Reading
package import Refrain
internal import SimilarityJoin
package import Splitting

/// How numbers of things are said.
package enum Wording {
    /// "1 section", "2 sections": `plural` is needed only where an s does not make it.
    package static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
    }

    /// The first line of a report: how much there is and how much of it repeats.
    package static func summary(of analysis: Analysis) -> String {
        let repeating = analysis.repeatingSectionCount
        return [
            count(analysis.sections.count, "section"), count(analysis.clusters.count, "cluster"),
            count(repeating, "section repeats others", "sections repeat others"),
        ].joined(separator: ", ")
    }

    /// How the pairs were found, and at what estimated cost.
    package static func plan(of analysis: Analysis) -> String {
        let plan = analysis.joinPlan
        let seconds = { (seconds: Double) in String(format: "%.3f", seconds) }
        return
            "pairs found by \(plan.method.rawValue); estimated for one core: dense \(seconds(plan.denseSeconds)) s, index "
            + "\(seconds(plan.indexSeconds)) s"
    }

    /// What the texts of a record file were taken for: "r.jsonl: texts are read as markdown: of the first 240 records 61 look like
    /// Markdown and 2 like HTML; --text-format sets another format".
    package static func textFormat(_ choice: TextFormatChoice, in analysis: Analysis) -> String {
        let path = analysis.documents[choice.document].path
        return
            "\(path): texts are read as \(choice.format.rawValue): of the first \(count(choice.recordCount, "record")) "
            + "\(choice.markdownCount) look\(choice.markdownCount == 1 ? "s" : "") like Markdown and \(choice.htmlCount) like HTML; "
            + "--text-format sets another format"
    }

    /// Which of the fields that were to make up a text a file does not have; nil where it has all.
    package static func unseenFields(_ use: RecordFieldUse, in analysis: Analysis) -> String? {
        use.unseen.isEmpty
            ? nil
            : "\(analysis.documents[use.document].path): no record has the field \(alternatives(use.unseen))"
    }

    /// Which lines of a plain text look like titles and are taken for none: the first few, and how many there are.
    package static func linesLikeTitles(_ found: LinesLikeTitles) -> String {
        let most = 10
        let shown = found.lines.prefix(most).map(String.init).joined(separator: ", ")
        let more = found.lines.count > most ? " and \(found.lines.count - most) more" : ""
        return
            "\(ControlCharacters.escaped(found.path)): \(count(found.lines.count, "numbered line is", "numbered lines are")) "
            + "not taken for \(found.lines.count == 1 ? "a title" : "titles") (line \(shown)\(more)); --split-on with a regular "
            + "expression names the lines that are"
    }

    /// What was meant by a size in bytes: "64 MB" where it comes out even, else bytes.
    package static func bytes(_ number: Int) -> String {
        for (unit, name) in [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")]
        where number >= unit && number % unit == 0 {
            return "\(number / unit) \(name)"
        }
        return count(number, "byte")
    }

    /// About how much memory, rounded up: "812 MB".
    package static func megabytes(_ bytes: Int) -> String {
        "\((bytes + (1 << 20) - 1) >> 20) MB"
    }

    /// What a cache at `path` did not take, and why.
    package static func leftOut(_ count: Int, ofCache path: String) -> String {
        "\(path): \(Self.count(count, "result")) not kept in the cache: too large, or more than it holds"
    }

    /// Names between quotes: “a”, “b” or “c”.
    package static func alternatives(_ names: [String]) -> String {
        let quoted = names.map { "“\($0)”" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }

    /// What the system says to an error number.
    package static func system(_ errorNumber: Int32) -> String {
        String(cString: strerror(errorNumber)).lowercased()
    }
}

extension SkipReason {
    /// Why the input was not read, as a clause: "it is binary (a zero byte at offset 12)".
    public var wording: String {
        switch self {
        case .binary(let offset): "it is binary (a zero byte at offset \(offset))"
        case .invalidUTF8(let line, let offset, let byte):
            "it is not UTF-8 (line \(line), byte 0x\(String(byte, radix: 16, uppercase: true)) at offset \(offset))"
        case .invalidUTF16(let offset): "its UTF-16 is broken at offset \(offset)"
        case .tooLarge(let bytes, let limit):
            "it has \(Wording.bytes(bytes)), more than max-file-size (\(Wording.bytes(limit)))"
        case .unreadable(let number): "it can't be read (\(Wording.system(number)))"
        case .linkOutOfTree(let target): "it is a link that leads out of the tree (\(target))"
        case .brokenLink(let target): "it is a link that leads nowhere (\(target))"
        case .brokenRecord(let line, let fault): "line \(line) is no record: \(fault.wording)"
        case .missingColumn(let fields, let found):
            "it has no column \(Wording.alternatives(fields)), but \(Self.list(of: found)); --text-field names the column of the text"
        case .brokenHeader(let line, let fault):
            "line \(line) names no columns: \(fault.wording); nothing of it is read"
        case .notAList(let line):
            "it is no JSON list (line \(line)); write the records between [ and ], or read a record a line with "
                + "--input-format jsonl"
        case .endlessList(let line):
            "its JSON list does not end: it breaks off in what begins on line \(line); the records before are read"
        case .textAfterList(let line):
            "something follows its JSON list on line \(line), which is not read"
        case .endlessRecord(let line, let limit):
            "the record on line \(line) has more than \(Wording.bytes(limit)); from there on it is not read"
        case .truncatedData(let compression, let offset):
            "its \(compression.rawValue) data breaks off at offset \(offset); the records before are read"
        case .corruptData(let compression, 0):
            "it is named like \(compression.rawValue) data, but is none"
        case .corruptData(let compression, let offset):
            "its \(compression.rawValue) data is broken at offset \(offset); the records before are read"
        case .submodule: "it is a submodule, of which only the commit is staged"
        case .unmerged: "it is in conflict, so nothing of it is staged until the merge is finished"
        case .notARegularFile: "it is no regular file"
        }
    }

    /// Names between quotes, the first ten of them; of a file that is no table one may be as long as the file.
    private static func list(of names: [String]) -> String {
        let (most, longest) = (10, 60)
        let shown = names.prefix(most).map {
            "“\($0.count > longest ? $0.prefix(longest) + "…" : $0[...])”"
        }.joined(separator: ", ")
        return names.count > most ? "\(shown) and \(names.count - most) more" : shown
    }
}

extension RecordFault {
    /// What is wrong with the line, as a clause.
    var wording: String {
        switch self {
        case .notJSON: "it is not JSON"
        case .notAnObject: "it is JSON, but no object"
        case .missingField(let fields): "it has no field \(Wording.alternatives(fields))"
        case .notText(let field): "its field “\(field)” is no text"
        case .notUTF8(let offset, let byte):
            "it is not UTF-8 (byte 0x\(String(byte, radix: 16, uppercase: true)) at its offset \(offset))"
        case .tooLarge(let limit): "it has more than \(Wording.bytes(limit))"
        case .wrongColumnCount(let found, let expected):
            "it has \(Wording.count(found, "value")), and there are \(Wording.count(expected, "column"))"
        case .textAfterQuote: "something follows the quote that ends a value"
        case .unclosedQuote: "a value in it begins with a quote that no other ends; nothing after it is read"
        }
    }
}

extension Wording {
    /// What a ledger adds up to: "412 of 412 blocks accounted for: 201 kept, 187 merged, 24 variants; 43 % of the text
    /// repeats".
    package static func coverage(_ coverage: Coverage) -> String {
        "\(coverage.accounted) of \(count(coverage.blocks, "block")) accounted for: \(coverage.kept) kept, "
            + "\(coverage.merged) merged, \(count(coverage.variants, "variant")); "
            + "\(percent(coverage.mergedShare)) of the text repeats"
    }

    /// What an outline was not looked through for, a clause each.
    package static func limits(of outline: Outline) -> [String] {
        let limits = outline.limits
        var clauses: [String] = []
        if let lowest = limits.lowestThemeThreshold {
            clauses.append(
                "with \(outline.topics.count) topics, themes were looked for from a similarity of "
                    + "\(SixDecimals.shortText(lowest)) on; --theme-threshold sets another")
        }
        if limits.formulaCount > 0 {
            clauses.append(
                count(limits.formulaCount, "text stands", "texts stand")
                    + " in more than \(OutlineLimits.mostTopics) topics and \(limits.formulaCount == 1 ? "is" : "are") "
                    + "left out of “see also” and containment")
        }
        if limits.unalignedBlockCount > 0 {
            clauses.append(
                count(limits.unalignedBlockCount, "block was", "blocks were")
                    + " compared with only the first \(OutlineLimits.mostPostings) points that hold a word of it"
            )
        }
        return clauses
    }

    /// What does not add up in a ledger, a clause each: "docs/a.md:12 is missing"; the first few where there are many.
    package static func faults(_ faults: [LedgerFault], in analysis: Analysis) -> [String] {
        let mostFaults = 20
        let clauses = faults.prefix(mostFaults).map { fault in
            let path = ControlCharacters.escaped(analysis.path(of: fault.section))
            let finding =
                switch fault.kind {
                case .missing: "is missing"
                case .repeated: "is accounted for twice"
                case .textLost: "is in no point that it is said to be in"
                case .noBlock: "is accounted for and is no block"
                }
            return "\(path):\(fault.startLine) \(finding)"
        }
        let rest = faults.count - clauses.count
        return clauses + (rest > 0 ? ["\(rest) more"] : [])
    }

    /// A line for each document that an outline carries as it stands, with the first thing that did not add up in it.
    package static func carried(_ lossless: LosslessOutline) -> [String] {
        let analysis = lossless.analysis
        return lossless.carriedDocuments.map { document in
            let fault = lossless.faults.filter { fault in
                analysis.sections.indices.contains(fault.section)
                    && analysis.sections[fault.section].document == document
            }.prefix(1)
            return
                "\(ControlCharacters.escaped(analysis.documents[document].path)): its sections are carried as they stand, as "
                + "merging them would lose text; this is a bug in Refrain, please report it with the document: "
                + faults(Array(fault), in: analysis).joined()
        }
    }

    /// A share as "43 %", rounded down, so that only the whole is "100 %".
    package static func percent(_ share: Double) -> String {
        "\(Int(share * 100 + 1e-9)) %"
    }

    /// What merging a topic's sections does: "3 sections, 1204 characters saved, 2 contradictions".
    package static func candidate(_ candidate: OutlineSummary.Candidate, in outline: Outline) -> String {
        let sections = count(outline.topics[candidate.topic].sections.count, "section")
        return "\(sections), \(count(candidate.savedCharacters, "character")) saved"
            + (candidate.flaggedCount == 0 ? "" : ", \(count(candidate.flaggedCount, "contradiction"))")
    }
}
