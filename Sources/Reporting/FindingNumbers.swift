internal import Linting
internal import Vectorizing

/// Fingerprints of findings, each its own.
enum FindingNumbers {
    /// For each finding the fingerprint of its rule and identity, and its place among equal ones: "3f…/1".
    static func numbered(_ findings: [Finding]) -> [String] {
        var counts: [String: Int] = [:]
        return findings.map { finding in
            let key = "\(Fingerprint(ofGroup: [Fingerprint(of: finding.rule)] + finding.identity))"
            counts[key, default: 0] += 1
            return "\(key)/\(counts[key] ?? 1)"
        }
    }
}
