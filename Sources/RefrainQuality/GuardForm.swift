/// What the guard's penalty p can do to a pair.
enum GuardForm: Sendable, Equatable {
    /// Nothing.
    case none
    /// The similarity is multiplied by 1 − p: what the library does.
    case factor
    /// A pair with a penalty of at least this is in a class of its own and no pair; any other keeps its similarity.
    case apart(from: Double)

    /// The forms that are held against each other.
    static let compared: [GuardForm] = [.none, .factor] + [0.05, 0.1, 0.2, 0.3, 0.4].map(GuardForm.apart)

    /// What the report calls it.
    var name: String {
        switch self {
        case .none: "none"
        case .factor: "factor"
        case .apart(let least): "class, p ≥ \(Figure.text(least))"
        }
    }

    /// The similarity of a pair that has `similarity` without the guard; 0 for no pair.
    func similarity(_ similarity: Double, penalty: Double) -> Double {
        switch self {
        case .none: similarity
        case .factor: similarity * (1 - penalty)
        case .apart(let least): penalty >= least ? 0 : similarity
        }
    }
}
