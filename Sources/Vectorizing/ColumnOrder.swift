/// The columns of all partitions by rising document frequency; equals by partition, then by first appearance.
///
/// A counting sort over columns, not over their postings: O(columns + highest frequency).
struct ColumnOrder: Sendable {
    /// For each column the partition that holds it and its place there.
    let places: [(partition: UInt32, column: UInt32)]
    /// In how many texts each column's n-gram stands; rising.
    let documentFrequencies: [UInt32]

    init(of partitions: [ColumnPartition]) {
        let highest = partitions.reduce(0) { max($0, $1.documentFrequencies.max() ?? 0) }
        var cursors = [Int](repeating: 0, count: Int(highest) + 2)
        for partition in partitions {
            for frequency in partition.documentFrequencies { cursors[Int(frequency) + 1] += 1 }
        }
        for frequency in 1..<cursors.count { cursors[frequency] += cursors[frequency - 1] }
        let total = cursors[cursors.count - 1]
        var places = [(partition: UInt32, column: UInt32)](repeating: (0, 0), count: total)
        var frequencies = [UInt32](repeating: 0, count: total)
        for (number, partition) in partitions.enumerated() {
            for (column, frequency) in partition.documentFrequencies.enumerated() {
                places[cursors[Int(frequency)]] = (UInt32(number), UInt32(column))
                frequencies[cursors[Int(frequency)]] = frequency
                cursors[Int(frequency)] += 1
            }
        }
        self.places = places
        documentFrequencies = frequencies
    }
}
