import Foundation
import TestSupport

/// A way in which copies of a text come to differ, to be done to a share of it.
enum Edit: String, CaseIterable, Sendable {
    /// Characters become others, as an OCR run leaves them.
    case noise = "character noise"
    /// Neighbouring words change places; Chinese characters where there are no spaces.
    case swaps = "word swaps"
    /// Sentences move to another place.
    case reordering = "sentences reordered"
    /// Words of other texts come in.
    case insertions = "words inserted"
    /// Words become bold, code or a link.
    case markup = "mark-up"
    /// ASCII takes its full-width forms.
    case width = "full width"
    /// Simplified characters become traditional ones.
    case script = "traditional script"

    /// Whether texts in `language` have what is edited.
    func isFor(_ language: String) -> Bool { self != .script || language == "zh" }

    /// `text` with about `share` of it edited; the same for the same generator.
    func edited(
        _ text: String, share: Double, others: [String], using random: inout SeededGenerator
    ) -> String {
        switch self {
        case .noise:
            let letters = text.filter(\.isLetter)
            return String(
                text.map { $0.isLetter && random.happens(share) ? random.element(of: letters) : $0 })
        case .swaps: return Self.swapped(Self.words(of: text), share, &random).joined()
        case .reordering: return Self.moved(Self.sentences(of: text), share, &random).joined()
        case .insertions:
            let foreign = others.flatMap { Self.words(of: $0) }
            return Self.words(of: text).map {
                random.happens(share) ? Self.joined($0, random.element(of: foreign)) : $0
            }.joined()
        case .markup:
            return Self.words(of: text).map { random.happens(share) ? Self.marked($0, &random) : $0 }.joined()
        case .width: return String(text.map { random.happens(share) ? Self.fullWidth($0) : $0 })
        case .script: return text.map { random.happens(share) ? Self.traditional($0) : String($0) }.joined()
        }
    }

    /// Words, each with what stands behind it up to the next; characters where text has no spaces.
    private static func words(of text: String) -> [String] {
        var words: [String] = [""]
        for character in text {
            let isHan = character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
            let isStart = isHan || words[words.count - 1].last == " "
            if isStart { words.append(String(character)) } else { words[words.count - 1].append(character) }
        }
        return words.filter { !$0.isEmpty }
    }

    private static func sentences(of text: String) -> [String] {
        var sentences: [String] = [""]
        for character in text {
            sentences[sentences.count - 1].append(character)
            if "。.!?！？；;".contains(character) { sentences.append("") }
        }
        return sentences.filter { !$0.isEmpty }
    }

    private static func swapped(_ words: [String], _ share: Double, _ random: inout SeededGenerator)
        -> [String]
    {
        var words = words
        var place = 0
        while place + 1 < words.count {
            // A swap moves two words.
            guard random.happens(share / 2) else {
                place += 1
                continue
            }
            words.swapAt(place, place + 1)
            place += 2
        }
        return words
    }

    private static func moved(_ parts: [String], _ share: Double, _ random: inout SeededGenerator) -> [String]
    {
        var parts = parts
        for place in parts.indices where random.happens(share) {
            parts.insert(parts.remove(at: place), at: random.below(parts.count))
        }
        return parts
    }

    /// A word with another behind it, a space between them where the first is not Chinese.
    private static func joined(_ word: String, _ other: String) -> String {
        let added = other.trimmingCharacters(in: .whitespaces)
        if word.hasSuffix(" ") { return word + added + " " }
        return word.unicodeScalars.contains { $0.value < 0x80 } ? word + " " + added : word + added
    }

    private static func marked(_ word: String, _ random: inout SeededGenerator) -> String {
        let body = word.trimmingCharacters(in: .whitespaces)
        let tail = word.hasSuffix(" ") ? " " : ""
        return ["**\(body)**", "`\(body)`", "[\(body)](#x)"][random.below(3)] + tail
    }

    private static func fullWidth(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, (0x21...0x7E).contains(scalar.value),
            let wide = Unicode.Scalar(scalar.value + 0xFEE0)
        else { return character }
        return Character(wide)
    }

    private static func traditional(_ character: Character) -> String {
        String(character).applyingTransform(StringTransform("Simplified-Traditional"), reverse: false)
            ?? String(character)
    }
}

extension SeededGenerator {
    /// A number in `0 ..< limit`, the same on every machine.
    mutating func below(_ limit: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// Whether something happens that has this probability.
    mutating func happens(_ probability: Double) -> Bool {
        Double(next() >> 11) / Double(1 << 53) < probability
    }

    /// An element of what is not empty.
    mutating func element<Elements: Collection>(of elements: Elements) -> Elements.Element {
        elements[elements.index(elements.startIndex, offsetBy: below(elements.count))]
    }
}
