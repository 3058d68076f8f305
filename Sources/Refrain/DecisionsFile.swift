public import Deciding
internal import Glibc
internal import Yams

/// A `.refrain-decisions.yml`: what an editor has decided about sections, a list of decisions.
///
/// Each is one of `keep-apart`, `merge` and `canonical` with fingerprints, or their first digits, and may say `because`.
public struct DecisionsFile: Sendable {
    /// The name that is looked for.
    public static let name = ".refrain-decisions.yml"

    /// The path as it is shown.
    public let path: String
    /// The decisions, in the order of the file.
    public let decisions: [Decision]

    private static let reason = "because"

    /// Reads the file at `path`.
    ///
    /// - Parameter shownPath: the path that errors name.
    /// - Throws: every case of `DecisionsError`.
    public init(path: String, shownPath: String) throws(DecisionsError) {
        let bytes: [UInt8]
        do throws(SettingsFileFault) {
            bytes = try SettingsFile.bytes(ofFile: path)
        } catch {
            throw DecisionsError(path: shownPath, line: 1, fault: .unreadable(error))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DecisionsError(path: shownPath, line: 1, fault: .unreadable(.notUTF8))
        }
        try self.init(text: text, shownPath: shownPath)
    }

    /// Reads decisions from the text of a file.
    ///
    /// - Throws: as `init(path:shownPath:)`, but never `unreadable`.
    public init(text: String, shownPath: String) throws(DecisionsError) {
        path = shownPath
        let node: Node?
        do throws(SettingsError) {
            node = try SettingsFile.compose(text, path: shownPath)
        } catch {
            throw Self.decisionsError(error, path: shownPath)
        }
        guard let node else {
            decisions = []
            return
        }
        guard let list = node.sequence else {
            throw DecisionsError(path: shownPath, line: node.mark?.line ?? 1, fault: .notAList)
        }
        var decisions: [Decision] = []
        for entry in list {
            do throws(DecisionFault) {
                decisions.append(try Self.decision(entry))
            } catch {
                throw DecisionsError(
                    path: shownPath, line: error.line ?? entry.mark?.line ?? 1, fault: error.fault)
            }
        }
        self.decisions = decisions
    }

    /// A fault on its way out of a decision, and its line where it is not the decision's first.
    private struct DecisionFault: Error {
        let fault: DecisionsError.Fault
        var line: Int?
    }

    private static func decision(_ entry: Node) throws(DecisionFault) -> Decision {
        guard let mapping = entry.mapping else { throw DecisionFault(fault: .notADecision) }
        var found: (verb: Decision.Verb, value: Node, line: Int)?
        for (key, value) in mapping {
            let line = key.mark?.line ?? 1
            guard let name = key.scalar?.string else { throw DecisionFault(fault: .notADecision, line: line) }
            if name == reason {
                guard value.scalar != nil else { throw DecisionFault(fault: .reasonIsNoText, line: line) }
            } else if let verb = Decision.Verb(rawValue: name) {
                if found != nil { throw DecisionFault(fault: .severalVerbs, line: line) }
                found = (verb, value, line)
            } else {
                let names = Decision.Verb.allCases.map(\.rawValue) + [reason]
                throw DecisionFault(
                    fault: .unknownKey(name, suggestion: EditDistance.closest(to: name, among: names)),
                    line: line)
            }
        }
        guard let found else { throw DecisionFault(fault: .noVerb) }
        return Decision(
            verb: found.verb, sections: try sections(of: found.value, for: found.verb, line: found.line),
            line: found.line)
    }

    private static func sections(
        of value: Node, for verb: Decision.Verb, line: Int
    ) throws(DecisionFault) -> [FingerprintPrefix] {
        let nodes = value.sequence.map(Array.init) ?? [value]
        var sections: [FingerprintPrefix] = []
        for node in nodes {
            let line = node.mark?.line ?? line
            guard let text = node.scalar?.string else {
                throw DecisionFault(fault: .notAFingerprint(""), line: line)
            }
            guard let prefix = FingerprintPrefix(text) else {
                throw DecisionFault(fault: .notAFingerprint(text), line: line)
            }
            sections.append(prefix)
        }
        let isEnough = verb == .canonical ? sections.count == 1 : sections.count > 1
        guard isEnough else {
            throw DecisionFault(fault: .wrongCount(verb, found: sections.count), line: line)
        }
        return sections
    }

    private static func decisionsError(_ error: SettingsError, path: String) -> DecisionsError {
        switch error {
        case .notYAML(_, let line, let column, let problem):
            DecisionsError(path: path, line: line, fault: .notYAML(column: column, problem: problem))
        case .repeatedKey(let name, _, let line):
            DecisionsError(path: path, line: line, fault: .repeatedKey(name))
        default: DecisionsError(path: path, line: 1, fault: .notAList)
        }
    }
}

/// What is wrong with a decisions file.
public struct DecisionsError: Error, Sendable, Equatable {
    /// What can be wrong.
    public enum Fault: Sendable, Equatable {
        /// The file can't be read.
        case unreadable(SettingsFileFault)
        /// It is not YAML.
        case notYAML(column: Int, problem: String)
        /// A key stands twice in a decision.
        case repeatedKey(String)
        /// The file holds something else than a list.
        case notAList
        /// An entry of the list is no mapping.
        case notADecision
        /// A decision has a key that means nothing.
        case unknownKey(String, suggestion: String?)
        /// A decision decides nothing.
        case noVerb
        /// A decision decides several things.
        case severalVerbs
        /// The reason is a list or a mapping.
        case reasonIsNoText
        /// What should be a fingerprint is none.
        case notAFingerprint(String)
        /// A decision names too few or too many sections.
        case wrongCount(Decision.Verb, found: Int)
    }

    /// The path as it is shown.
    public let path: String
    /// The line, 1-based.
    public let line: Int
    /// What is wrong.
    public let fault: Fault

    /// Makes an error.
    public init(path: String, line: Int, fault: Fault) {
        self.path = path
        self.line = line
        self.fault = fault
    }
}
