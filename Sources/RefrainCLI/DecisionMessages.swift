import Deciding
import Refrain
import Reporting

/// What is said of decisions that can't be read or obeyed.
enum DecisionMessages {
    static func message(_ error: DecisionsError) -> String {
        let place = "\(error.path):\(error.line)"
        switch error.fault {
        case .unreadable(let fault):
            let reason =
                switch fault {
                case .notUTF8: "they are not UTF-8"
                case .tooLarge(let limit): "they take more than \(Wording.bytes(limit))"
                case .system(let number): Wording.system(number)
                }
            return "\(error.path): the decisions can't be read: \(reason)"
        case .notYAML(let column, let problem): return "\(place):\(column): this is not YAML: \(problem)"
        case .repeatedKey(let name): return "\(place): “\(name)” stands twice in one decision; keep one"
        case .notAList:
            return "\(place): decisions are a list, as in “- keep-apart: [4eda3169, 42d6edfc]”"
        case .notADecision:
            return "\(place): a decision is a key with fingerprints, as in “- canonical: 4eda3169”"
        case .unknownKey(let name, let suggestion):
            return "\(place): there is no decision “\(name)”; "
                + (suggestion.map { "did you mean “\($0)”?" }
                    ?? "there are keep-apart, merge and canonical, and because for the reason")
        case .noVerb: return "\(place): this decides nothing; add keep-apart, merge or canonical"
        case .severalVerbs: return "\(place): one decision says one thing; begin another with “- ”"
        case .reasonIsNoText: return "\(place): because takes a text"
        case .notAFingerprint(let text):
            return
                "\(place): “\(text)” is no fingerprint: 8 to 32 hexadecimal digits, as find --format json has them; "
                + "refrain decide writes them"
        case .wrongCount(let verb, let found):
            return
                "\(place): \(verb.rawValue) takes \(verb == .canonical ? "one fingerprint" : "two fingerprints or more"), "
                + "not \(found)"
        }
    }

    static func message(_ conflict: DecisionConflict, path: String) -> String {
        switch conflict {
        case .ambiguous(let prefix, let line):
            "\(path):\(line): “\(prefix.digits)” begins the fingerprints of several sections; write more digits"
        case .twoCanonicals(let line, let otherLine):
            "\(path):\(line): this cluster has its canonical section by line \(otherLine); keep one of the two"
        case .mergedAndApart(let line, let otherLine):
            "\(path):\(line): what this merges, line \(otherLine) keeps apart; remove one of the two"
        }
    }

    static func message(_ unmatched: UnmatchedDecision, path: String) -> String {
        "\(path):\(unmatched.line): no section has the fingerprint “\(unmatched.section.digits)” any more, so what is "
            + "decided of it counts for nothing; remove it, or decide anew with refrain decide"
    }
}
