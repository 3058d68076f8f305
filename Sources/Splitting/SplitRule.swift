/// What opens a section besides headings.
public enum SplitRule: Sendable, Equatable {
    /// Numbered list items that begin with headings, and questions in bold or in `<summary>` where they form a run.
    case auto
    /// Every paragraph in bold, and every first line of a paragraph that is in bold.
    case bold
    /// Every `<summary>`.
    case summary
    /// Every item of a list.
    case list
    /// Every paragraph, list item and HTML heading whose first line a regular expression matches; in plain text every line.
    case pattern(String)

    /// The rule that a word or a regular expression stands for; nil for an expression that can't be read, or that matches every
    /// line because it matches the empty one.
    public init?(_ text: String) {
        switch text {
        case "auto": self = .auto
        case "bold": self = .bold
        case "summary": self = .summary
        case "list": self = .list
        default:
            guard let pattern = LinePattern(text), !pattern.matches("") else { return nil }
            self = .pattern(text)
        }
    }
}

/// A regular expression that lines are searched for, scalar by scalar.
struct LinePattern {
    private let expression: Regex<AnyRegexOutput>

    /// Makes a pattern; nil where the expression can't be read.
    init?(_ text: String) {
        guard let expression = try? Regex(text) else { return nil }
        self.expression = expression.matchingSemantics(.unicodeScalar)
    }

    /// Whether the expression matches anywhere in `line`.
    func matches(_ line: Substring) -> Bool {
        (try? expression.firstMatch(in: line)) != nil
    }
}
