internal import Foundation
internal import Refrain
internal import Splitting
internal import Vectorizing

/// Why a baseline can't be read.
public enum BaselineFault: Error, Sendable, Equatable {
    /// It is not JSON of the form of a baseline.
    case notABaseline
    /// On this line, 1-based, git left the first mark of a merge that nobody finished.
    case unfinishedMerge(line: Int)
    /// It was written by a later program, whose form this one does not know.
    case unknownVersion(Int)
    /// An entry, 1-based, has no rule, no content, or a count below 1 or above a billion.
    case badEntry(Int)
}

extension Baseline {
    /// The version of the file's form.
    static let schemaVersion = 1
    /// More findings than sections that fit into memory; counts are added up, and a slip of the hand must not overflow.
    private static let mostOfEntry = 1_000_000_000

    private struct File: Codable {
        let schemaVersion: Int
        let findings: [Line]
    }

    /// An entry as it stands in the file.
    private struct Line: Codable {
        let rule: String
        let content: [String]
        let count: Int
        let heading: String?
        let members: [String]?
    }

    /// The findings of a report that count or are known already.
    public init(_ report: LintReport, headingOf: (Int) -> String) {
        self.init(
            report.findings.filter { $0.state == .new || $0.state == .baselined }.map {
                Entry(
                    rule: $0.rule, identity: $0.identity, count: $0.count,
                    heading: headingOf($0.place.section),
                    members: $0.members)
            })
    }

    /// This baseline without what a report found to be about nothing any more.
    public func pruned(by report: LintReport) -> Baseline {
        var gone = report.unmatchedBaseline
        return Baseline(
            entries.compactMap { entry in
                guard
                    let place = gone.firstIndex(where: {
                        $0.rule == entry.rule && $0.identity == entry.identity
                    })
                else { return entry }
                let count = entry.count - gone.remove(at: place).count
                return count == 0 ? nil : entry.counted(count)
            })
    }

    /// The first line, 1-based, that begins as git marks where two versions differ.
    private static func firstMergeMark(in bytes: [UInt8]) -> Int? {
        let marks = ["<<<<<<< ", "=======", ">>>>>>> "].map { Array($0.utf8) }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.firstIndex { line in marks.contains { line.starts(with: $0) } }.map { $0 + 1 }
    }

    /// Reads a baseline from the bytes of its file.
    public init(json: [UInt8]) throws(BaselineFault) {
        let file: File
        do {
            file = try JSONDecoder().decode(File.self, from: Data(json))
        } catch {
            throw Self.firstMergeMark(in: json).map { .unfinishedMerge(line: $0) } ?? .notABaseline
        }
        guard file.schemaVersion == Self.schemaVersion else { throw .unknownVersion(file.schemaVersion) }
        var entries: [Entry] = []
        for (index, line) in file.findings.enumerated() {
            let identity = line.content.compactMap { Fingerprint(digits: $0) }
            let members = (line.members ?? []).compactMap { Fingerprint(digits: $0) }
            guard !line.rule.isEmpty, !identity.isEmpty, identity.count == line.content.count,
                (1...Self.mostOfEntry).contains(line.count),
                members.count == line.members?.count ?? 0
            else { throw .badEntry(index + 1) }
            entries.append(
                Entry(
                    rule: line.rule, identity: identity, count: line.count, heading: line.heading ?? "",
                    members: members))
        }
        self.init(entries)
    }

    /// The file: sorted, a finding a line, so that two branches that change it merge. It reads back as the same baseline.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = entries.map { entry in
            let line = Line(
                rule: entry.rule, content: entry.identity.map(\.description), count: entry.count,
                heading: entry.heading,
                members: entry.members.isEmpty ? nil : entry.members.map(\.description))
            guard let data = try? encoder.encode(line) else { preconditionFailure("text is JSON") }
            return "    " + String(decoding: data, as: UTF8.self)
        }
        return "{\n  \"schemaVersion\": \(Self.schemaVersion),\n  \"findings\": ["
            + (lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n  ") + "]\n}\n"
    }
}
