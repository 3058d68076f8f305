internal import Reading

/// A part of Refrain that reads what others wrote, and what must hold of whatever it is given.
struct FuzzTarget: Sendable {
    /// The name, also that of its folder of inputs in Fixtures/Fuzz.
    let name: String
    /// What does not hold after reading `bytes`; none where all is well. A trap is a fault too.
    let faults: @Sendable (_ bytes: [UInt8]) -> [String]

    /// Every target, in the order in which `make fuzz` runs them.
    static let all: [FuzzTarget] = [
        FuzzTarget(name: "markdown") { DocumentFuzz.faults(of: $0, format: .markdown) },
        FuzzTarget(name: "plain-text") { DocumentFuzz.faults(of: $0, format: .plainText) },
        FuzzTarget(name: "json-lines") { RecordFuzz.faults(of: $0, format: .jsonLines) },
        FuzzTarget(name: "json") { RecordFuzz.faults(of: $0, format: .json) },
        FuzzTarget(name: "csv") { RecordFuzz.faults(of: $0, format: .csv) },
        FuzzTarget(name: "settings", faults: SettingsFuzz.faults),
        FuzzTarget(name: "outline", faults: OutlineFuzz.faults),
    ]

    /// What does not hold after reading `bytes`.
    func faults(of bytes: [UInt8]) -> [String] { faults(bytes) }
}
