import Foundation
import Testing

/// A JSON value to ask for parts of.
struct JSON {
    private let value: Any

    init(_ text: String) throws {
        value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    private init(value: Any) {
        self.value = value
    }

    /// The member called `name`; null where there is none.
    subscript(name: String) -> JSON {
        JSON(value: (value as? [String: Any])?[name] ?? NSNull())
    }

    /// A string as it is, anything else as its description.
    var text: String { value as? String ?? "\(value)" }

    /// A whole number; -1 where it is none.
    var number: Int { value as? Int ?? -1 }

    /// What `transform` makes of each element, one after the other.
    func flatMap<Result>(_ transform: (JSON) throws -> [Result]) rethrows -> [Result] {
        try map(transform).flatMap { $0 }
    }

    /// What `transform` makes of each element.
    func map<Result>(_ transform: (JSON) throws -> Result) rethrows -> [Result] {
        try (value as? [Any] ?? []).map { try transform(JSON(value: $0)) }
    }
}
