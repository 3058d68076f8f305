/// Rows that say the same thing.
public struct Cluster: Sendable, Equatable {
    /// The items in the cluster, rising; at least two.
    public let members: [Int]
    /// The member that the others should give way to.
    public let canonical: Int
    /// The cosine of each of `members` with the canonical one, in their order; 1 for the canonical member itself.
    public let similarities: [Double]
    /// The mean cosine over all pairs of members, 0…1.
    public let cohesion: Double

    /// Makes a cluster; `members` rise and hold `canonical`, and each has its similarity.
    public init(members: [Int], canonical: Int, similarities: [Double], cohesion: Double) {
        precondition(members.count >= 2 && members.contains(canonical) && similarities.count == members.count)
        self.members = members
        self.canonical = canonical
        self.similarities = similarities
        self.cohesion = cohesion
    }
}
