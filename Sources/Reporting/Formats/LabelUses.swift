/// Finds the references and addresses in a run of inline Markdown, as CommonMark 0.31, section 6, reads it: not in code spans, tags
/// and the destinations of inline links, and not where a bracket is escaped or the label undefined.
struct LabelUses {
    private let bytes: [UInt8]
    private let end: Int
    private let isDefined: (String) -> Bool
    private var index: Int
    private var openings: [Opening] = []
    private var places: [LabelPlace] = []
    private var addresses: [AddressPlace] = []

    private struct Opening {
        let index: Int
        let isImage: Bool
        var isActive = true
    }

    /// The places in `range` that name a label for which `isDefined` holds, in order, and the addresses of inline links,
    /// images and tags.
    static func places(
        in bytes: [UInt8], _ range: Range<Int>, isDefined: (String) -> Bool
    ) -> (labels: [LabelPlace], addresses: [AddressPlace]) {
        withoutActuallyEscaping(isDefined) { isDefined in
            var uses = LabelUses(bytes: bytes, range: range, isDefined: isDefined)
            while uses.index < uses.end { uses.step() }
            return (uses.places, uses.addresses)
        }
    }

    private init(bytes: [UInt8], range: Range<Int>, isDefined: @escaping (String) -> Bool) {
        (self.bytes, self.isDefined) = (bytes, isDefined)
        (index, end) = (range.lowerBound, range.upperBound)
    }

    private mutating func step() {
        switch bytes[index] {
        case UInt8(ascii: "\\"): index += 2
        case UInt8(ascii: "`"): index = InlineSpan.endOfCode(bytes, from: index, to: end)
        case UInt8(ascii: "<"):
            let next = InlineSpan.endOfTag(bytes, from: index, to: end)
            if let next { addresses += AddressPlace.inTags(of: bytes, index..<next) }
            index = next ?? index + 1
        case UInt8(ascii: "["):
            openings.append(Opening(index: index, isImage: isAfterExclamationMark))
            index += 1
        case UInt8(ascii: "]"): close()
        default: index += 1
        }
    }

    private var isAfterExclamationMark: Bool {
        guard index > 0, bytes[index - 1] == UInt8(ascii: "!") else { return false }
        return index < 2 || bytes[index - 2] != UInt8(ascii: "\\")
    }

    /// Takes the bracket at `index` as the end of a link's text.
    private mutating func close() {
        let closing = index
        index += 1
        guard let opening = openings.popLast(), opening.isActive else { return }
        if byte(at: index) == UInt8(ascii: "("),
            let next = InlineSpan.endOfDestination(bytes, from: index, to: end)
        {
            addresses.append(
                AddressPlace(range: InlineSpan.address(bytes, from: index, to: end), isInTag: false))
            index = next
            return linked(opening)
        }
        guard let (place, next) = reference(opening.index, closing) else { return }
        places.append(place)
        index = next
        if !MarkdownLabel.isFootnote(place.label) { linked(opening) }
    }

    /// Links hold no links: brackets around one are only brackets.
    private mutating func linked(_ opening: Opening) {
        guard !opening.isImage else { return }
        for other in openings.indices.reversed() where !openings[other].isImage {
            // All before an inactive one are inactive.
            guard openings[other].isActive else { return }
            openings[other].isActive = false
        }
    }

    /// The reference whose text ends at `closing`, and where it ends itself.
    private func reference(_ opening: Int, _ closing: Int) -> (LabelPlace, next: Int)? {
        let own = opening + 1..<closing
        let isWhole = MarkdownLabel.content(of: bytes, from: opening, to: closing + 1) == own
        let label = isWhole ? MarkdownLabel.label(bytes, own) : nil
        if byte(at: closing + 1) == UInt8(ascii: "["),
            let second = MarkdownLabel.content(of: bytes, from: closing + 1, to: end)
        {
            if let named = MarkdownLabel.label(bytes, second), !MarkdownLabel.isFootnote(named) {
                if isDefined(named) {
                    return (LabelPlace(form: .named, label: named, range: second), second.upperBound + 1)
                }
                guard let label, MarkdownLabel.isFootnote(label) else { return nil }
            } else if second.isEmpty, let label, !MarkdownLabel.isFootnote(label), isDefined(label) {
                return (LabelPlace(form: .collapsed, label: label, range: second), second.upperBound + 1)
            }
        }
        guard let label, isDefined(label) else { return nil }
        return MarkdownLabel.isFootnote(label)
            ? (LabelPlace(form: .named, label: label, range: own), closing + 1)
            : (LabelPlace(form: .shortcut, label: label, range: closing + 1..<closing + 1), closing + 1)
    }

    private func byte(at index: Int) -> UInt8? { index < end ? bytes[index] : nil }
}
