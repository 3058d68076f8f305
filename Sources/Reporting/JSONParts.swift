internal import Reading
internal import Refrain
internal import Splitting
internal import Vectorizing

/// The parts that several JSON reports share.
enum JSONParts {
    /// The version of all JSON formats: raised when a field is removed or changes its meaning.
    static let schemaVersion = JSONValue.integer(1)

    /// The program that wrote the report.
    static let tool = JSONValue.object([("name", .string("refrain")), ("version", .string(Version.current))])

    /// The settings that the result depends on, by name.
    static func settings(_ settings: Settings) -> JSONValue {
        .object(
            SettingKey.allCases.filter(\.affectsResult).map { key in
                (key.rawValue, setting(settings.typed[key].values, domain: key.domain))
            })
    }

    private static func setting(_ values: [String], domain: SettingDomain) -> JSONValue {
        guard domain != .globs else { return .array(values.map(JSONValue.string)) }
        let value = values.first ?? ""
        return switch domain {
        case .ratio: Double(value).map(JSONValue.decimal) ?? .string(value)
        case .integer: Int(value).map(JSONValue.integer) ?? .string(value)
        case .flag: .boolean(["true", "yes", "on"].contains(value))
        default: .string(value)
        }
    }

    /// What was not read, and why.
    static func skipped(_ analysis: Analysis) -> JSONValue {
        .array(
            analysis.skipped.map {
                .object([("path", .string($0.path)), ("reason", .string($0.reason.wording))])
            })
    }

    /// The documents read.
    static func documents(_ analysis: Analysis) -> JSONValue {
        var counts = [Int](repeating: 0, count: analysis.documents.count)
        for section in analysis.sections { counts[section.document] += 1 }
        return .array(
            zip(analysis.documents, counts).map { document, count in
                .object([
                    ("path", .string(document.path)), ("format", .string(document.format.rawValue)),
                    ("sectionCount", .integer(count)),
                ])
            })
    }

    /// All sections, in reading order.
    static func sections(_ analysis: Analysis) -> JSONValue {
        .array(analysis.sections.indices.map { section($0, in: analysis) })
    }

    private static func section(_ index: Int, in analysis: Analysis) -> JSONValue {
        let section = analysis.sections[index]
        var members: [(String, JSONValue)] = [
            ("index", .integer(index)), ("path", .string(analysis.path(of: index))),
        ]
        if let number = section.number { members.append(("number", .string(number))) }
        members += [
            ("heading", .string(section.heading)),
            ("headingPath", .array(section.headingPath.map(JSONValue.string))),
            ("level", .integer(section.level)), ("startLine", .integer(section.startLine)),
            ("endLine", .integer(section.endLine)),
            ("fingerprint", .string(analysis.fingerprints[index].description)),
        ]
        return .object(members)
    }
}
