import Refrain
import Reporting

/// What is said of ids that several records have: each is named with its records, the first few of many.
enum RepeatedKeyMessages {
    /// Enough to see what kind of ids they are.
    private static let mostKeys = 10
    private static let mostPlaces = 2

    /// A message each, and one for those that are left.
    static func messages(on analysis: Analysis) -> [String] {
        let keys = analysis.repeatedKeys
        let named = keys.prefix(mostKeys).map { message($0, in: analysis) }
        let rest = keys.count - named.count
        return named
            + (rest > 0
                ? ["\(Wording.count(rest, "more id is", "more ids are")) those of several records"] : [])
    }

    private static func message(_ sections: [Int], in analysis: Analysis) -> String {
        let places = sections.prefix(mostPlaces).map { analysis.place(of: $0) }
        let rest = sections.count - places.count
        let list =
            rest > 0
            ? places.joined(separator: ", ") + " and \(rest) more" : places.joined(separator: " and ")
        return
            "“\(analysis.key(of: sections[0]))” is the id of \(sections.count) records, \(list); --format jsonl names them by their "
            + "number in reading order, from 0"
    }
}
