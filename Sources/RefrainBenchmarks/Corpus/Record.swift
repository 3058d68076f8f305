import Foundation

/// A record of a corpus, as a line of JSON has it.
struct Record: Codable, Equatable {
    /// What names it, as text.
    var id: String
    /// Its title, possibly empty.
    var title: String
    /// Its text, which is what the tools compare.
    var text: String

    init(id: String, title: String, text: String) {
        (self.id, self.title, self.text) = (id, title, text)
    }

    /// Reads the record of a line; nil where it is no JSON object with a text. An id may be a number.
    init?(line: Data) {
        guard let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
            let text = object["text"] as? String
        else { return nil }
        self.init(
            id: object["id"].map { "\($0)" } ?? "", title: object["title"] as? String ?? "", text: text)
    }

    /// The record as a line of JSON, its line break included; the same bytes for the same record.
    func line(_ encoder: JSONEncoder) throws -> Data {
        try encoder.encode(self) + [0x0A]
    }

    /// An encoder for `line(_:)`.
    static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
