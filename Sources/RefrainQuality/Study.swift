import Refrain

extension Variation {
    /// The settings that the defaults were chosen among.
    static let study: [Variation] = [
        Variation("the standard settings", ["weights=refrain"]),
        Variation("scikit-learn's weights", ["weights=sklearn"]),
        Variation("scikit-learn's weights, 2–5", ["weights=sklearn", "ngrams=2-5"]),
        Variation("no guard", ["weights=refrain", "guard=false"]),
        Variation("no guard, no length balance", ["weights=refrain", "guard=false", "length-balance=false"]),
        Variation("sublinear", ["weights=refrain", "term-frequency=sublinear"]),
        Variation("no idf", ["weights=refrain", "idf=false"]),
        Variation("2–5", ["weights=refrain", "ngrams=2-5"]),
        Variation("2–4", ["weights=refrain", "ngrams=2-4"]),
        Variation("4–5", ["weights=refrain", "ngrams=4-5"]),
        Variation("heading 0 times", ["weights=refrain", "heading-weight=0"]),
        Variation("heading 2 times", ["weights=refrain", "heading-weight=2"]),
        Variation("code left out", ["weights=refrain", "code=false"]),
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
