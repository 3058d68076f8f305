/// Whose definition of similarity holds where no other setting says more.
public enum WeightsDefinition: String, Sendable, CaseIterable {
    /// Binary term frequencies, the balance of lengths and the guard on discriminating tokens: chosen by measure, see
    /// Reports/Quality.
    case refrain
    /// The cosine of scikit-learn's `TfidfVectorizer` with `sublinear_tf`: neither balance nor guard, and a threshold of 0.7.
    case sklearn
}
