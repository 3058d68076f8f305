import Refrain

extension Variation {
    /// The settings that the defaults were chosen among.
    static let study: [Variation] = [
        Variation("the standard settings", []),
        Variation("3–5", ["ngrams=3-5"]),
        Variation("2–4", ["ngrams=2-4"]),
        Variation("4–5", ["ngrams=4-5"]),
        Variation("binary", ["term-frequency=binary"]),
        Variation("no idf", ["idf=false"]),
        Variation("heading 0 times", ["heading-weight=0"]),
        Variation("heading 2 times", ["heading-weight=2"]),
        Variation("code left out", ["code=false"]),
    ]

    private init(_ name: String, _ changes: [String]) {
        self.init(
            name: name,
            changes: changes.map { text in
                guard let change = Self.change(text) else { preconditionFailure("\(text) is a setting") }
                return change
            })
    }
}
