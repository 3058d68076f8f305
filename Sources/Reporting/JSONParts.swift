internal import Deciding
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

    /// The settings that the result depends on, by name; those that only an outline or only findings depend on, where it is one.
    /// What can be typed in several ways ("64MB", "65536KB") is written in one, so that equal settings are equal bytes.
    static func settings(_ settings: Settings, ofOutline: Bool = false, ofLint: Bool = false) -> JSONValue {
        let values = SettingValues(settings.typed)
        return .object(
            SettingKey.allCases.filter {
                $0.affectsResult || ofOutline && $0.affectsOutline || ofLint && $0.affectsFindings
            }.map { key in
                do {
                    return (key.rawValue, try setting(key, settings.typed[key].values, values))
                } catch {
                    preconditionFailure("settings are checked when they are made: \(error)")
                }
            })
    }

    private static func setting(
        _ key: SettingKey, _ typed: [String], _ values: SettingValues
    ) throws(SettingsError) -> JSONValue {
        switch key.domain {
        case .globs, .entries: return .array(typed.map(JSONValue.string))
        case .ratio:
            return typed.isEmpty
                ? .string([.containment, .boilerplate].contains(key) ? "none" : "auto")
                : .decimal(try values.number(key))
        case .integer: return .integer(try values.integer(key))
        case .byteCount: return .integer(try values.byteCount(key))
        case .flag: return .boolean(try values.flag(key))
        case .range:
            let range = try values.range(key)
            return .string("\(range.lowerBound)-\(range.upperBound)")
        case .names where typed.count > 1: return .array(typed.map(JSONValue.string))
        case .oneOf, .path, .name, .names, .memory, .calibration, .splitRule:
            return .string(typed.first ?? "")
        }
    }

    /// What was not read, and why.
    static func skipped(_ analysis: Analysis) -> JSONValue {
        .array(
            analysis.skipped.map {
                .object([("path", .string($0.path)), ("reason", .string($0.reason.wording))])
            })
    }

    /// What was decided about sections, in the order of the file: for each fingerprint its sections, none where no section
    /// has it any more.
    static func decisions(_ analysis: Analysis) -> JSONValue {
        .array(
            analysis.decisions.decisions.map { decision in
                .object([
                    ("verb", .string(decision.verb.rawValue)), ("line", .integer(decision.line)),
                    ("sections", .array(decision.groups.map { .array($0.map(JSONValue.integer)) })),
                ])
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

    /// A section, by its place in reading order.
    static func section(_ index: Int, in analysis: Analysis) -> JSONValue {
        let section = analysis.sections[index]
        var members: [(String, JSONValue)] = [
            ("index", .integer(index)), ("path", .string(analysis.path(of: index))),
        ]
        if let key = section.key { members.append(("key", .string(key))) }
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
