internal import Yams

/// What front matter says of the page's title.
///
/// Hostile front matter must neither exhaust the stack nor the time: YAML of more than 64 KiB, nested deeper than
/// 64 levels or with more than 20 aliases is not parsed. Twenty aliases expand to no more than 3⁷ nodes; pages in
/// the wild have front matter of a few lines, seldom three levels deep.
enum FrontMatterTitle: Equatable {
    /// It is a list of keys, with this title among them, if any.
    case keys(title: String?)
    /// It is something else, such as a sentence.
    case noKeys
    /// It can't be parsed, or is beyond the limits.
    case unreadable

    private static let mostBytes = 64 << 10
    private static let deepestNesting = 64
    private static let mostAliases = 20

    /// Reads YAML; nothing but white space and comments is a list of no keys.
    init(yaml content: String) {
        guard Self.isWithinLimits(content), Self.isShallowYAML(content), Self.hasFewAliases(content) else {
            self = .unreadable
            return
        }
        do {
            guard let node = try Yams.compose(yaml: content) else {
                self = .keys(title: nil)
                return
            }
            self = node.mapping.map { .keys(title: Self.title(of: $0)).onOneLine } ?? .noKeys
        } catch {
            self = .unreadable
        }
    }

    /// Reads TOML.
    init(toml content: String) {
        self = TOMLTitle.find(in: content).onOneLine
    }

    private static func title(of mapping: Node.Mapping) -> String? {
        guard let scalar = mapping["title"]?.scalar else { return nil }
        let isNull = scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
        return isNull ? nil : scalar.string
    }

    /// The same with the title's white space collapsed; a title of nothing else is none.
    private var onOneLine: FrontMatterTitle {
        guard case .keys(let title?) = self else { return self }
        let words = title.words
        return .keys(title: words.isEmpty ? nil : words.joined(separator: " "))
    }

    /// Whether `content` is short enough, and brackets in it, closed or not, are not nested too deep.
    private static func isWithinLimits(_ content: String) -> Bool {
        guard content.utf8.count <= mostBytes else { return false }
        var depth = 0
        for byte in content.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            default: break
            }
            if depth > deepestNesting { return false }
        }
        return true
    }

    /// Whether no line of YAML begins further right than `deepestNesting` lists on one line, `- - - `, would.
    private static func isShallowYAML(_ content: String) -> Bool {
        let marks = Set(" -?:".utf8)
        return content.utf8.split(separator: 0x0A).allSatisfy { line in
            line.prefix { marks.contains($0) }.count <= 2 * deepestNesting
        }
    }

    /// Whether there are few enough aliases; emphasis in a description counts where there are anchors.
    private static func hasFewAliases(_ content: String) -> Bool {
        !content.utf8.contains(UInt8(ascii: "&"))
            || content.utf8.count { $0 == UInt8(ascii: "*") } <= mostAliases
    }
}
