internal import Splitting

/// Lines that give way to others.
struct LineChange {
    /// The lines, 1-based and inclusive.
    let lines: ClosedRange<Int>
    /// What stands there afterwards.
    let text: [String]
}

/// A diff in the unified form, as git writes it.
enum UnifiedDiff {
    /// So many lines stand around a change.
    private static let context = 3

    /// The diff of one file.
    ///
    /// - Parameters:
    ///   - path: the file's path from the folder that the diff is applied in.
    ///   - old: the file's text; lines end in LF.
    ///   - changes: by line, none overlapping.
    static func text(path: String, old: String, changes: [LineChange]) -> String {
        var lines = old.lines[...]
        let endsInNewline = lines.last?.isEmpty ?? false
        if endsInNewline { lines = lines.dropLast() }
        var text = "--- \(quoted("a/\(path)"))\n+++ \(quoted("b/\(path)"))\n"
        var shift = 0
        for group in groups(of: changes) {
            guard let first = group.first, let last = group.last else { continue }
            let start = max(1, first.lines.lowerBound - context)
            let end = min(lines.count, last.lines.upperBound + context)
            let added = group.reduce(0) { $0 + $1.text.count - $1.lines.count }
            text += "@@ -\(start),\(end - start + 1) +\(start + shift),\(end - start + 1 + added) @@\n"
            shift += added
            text += body(of: group, start...end, lines, endsInNewline: endsInNewline)
        }
        return text
    }

    /// A path as git writes it: in quotation marks, with escapes, where a line could not hold it, or not to its end.
    private static func quoted(_ path: String) -> String {
        let needsQuotes = path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }
        guard needsQuotes else { return path }
        let escaped = path.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case "\u{00}"..."\u{1F}", "\u{7F}": "\\" + octal(scalar.value)
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// Three octal digits.
    private static func octal(_ value: UInt32) -> String {
        let digits = String(value, radix: 8)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }

    /// Changes that share context lines stand in one hunk.
    private static func groups(of changes: [LineChange]) -> [[LineChange]] {
        changes.reduce(into: []) { groups, change in
            if let last = groups.last?.last, change.lines.lowerBound - last.lines.upperBound <= 2 * context {
                groups[groups.count - 1].append(change)
            } else {
                groups.append([change])
            }
        }
    }

    private static func body(
        of changes: [LineChange], _ range: ClosedRange<Int>, _ lines: ArraySlice<Substring>,
        endsInNewline: Bool
    ) -> String {
        var text = ""
        var line = range.lowerBound
        func add(_ sign: String, _ content: some StringProtocol, isLast: Bool) {
            text += sign + content + "\n"
            if isLast, !endsInNewline { text += "\\ No newline at end of file\n" }
        }
        for change in changes {
            while line < change.lines.lowerBound {
                add(" ", lines[line - 1], isLast: line == lines.count)
                line += 1
            }
            for old in change.lines { add("-", lines[old - 1], isLast: old == lines.count) }
            line = change.lines.upperBound + 1
            for (place, new) in change.text.enumerated() {
                add("+", new, isLast: line > lines.count && place + 1 == change.text.count)
            }
        }
        while line <= range.upperBound {
            add(" ", lines[line - 1], isLast: line == lines.count)
            line += 1
        }
        return text
    }
}
