internal import Splitting

/// The labels that a Markdown document defines as it is written: of two definitions of one label only the first counts.
/// Behind `LabelNames` these are the second definitions of a label within one document.
struct DefinedLabels {
    private var definitions: [String: String] = [:]

    /// Takes in the definitions in `text`; true, and none taken, where one of their labels means something else already.
    mutating func redefines(_ text: String) -> Bool {
        var added: [String: String] = [:]
        var label: String?
        for line in text.lines {
            if let (found, rest) = Self.opening(of: line) {
                if added[found] == nil { added[found] = rest } else { return true }
                label = found
            } else if let label {
                added[label, default: ""] += "\n" + line
            }
        }
        if added.contains(where: { definitions[$0] != nil && definitions[$0] != $1 }) { return true }
        definitions.merge(added) { old, _ in old }
        return false
    }

    /// The label that a line defines, in lower case and with single spaces, and what follows it.
    private static func opening(of line: Substring) -> (label: String, rest: String)? {
        let text = line.utf8.drop { $0 == 0x20 }
        guard line.utf8.count - text.count < 4, text.first == UInt8(ascii: "["),
            let end = text.firstRange(of: "]:".utf8)
        else { return nil }
        let label = Substring(text.dropFirst()[..<end.lowerBound])
        return (MarkdownLabel.normalized(String(label)), String(Substring(text[end.upperBound...])))
    }
}
