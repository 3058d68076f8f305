/// Items that say the same thing.
public struct Cluster: Sendable, Equatable {
    /// The items in the cluster, rising; at least two.
    public let members: [Int]
    /// The member that the others should give way to.
    public let canonical: Int
    /// The similarity of each of `members` with the canonical one, in their order; 1 for the canonical member itself.
    public let similarities: [Double]
    /// The mean similarity over all pairs of members, 0…1: of the numbers in the list of pairs, and of those that the model gives
    /// pairs below the threshold.
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
