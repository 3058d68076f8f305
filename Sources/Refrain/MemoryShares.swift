internal import SimilarityJoin
internal import Splitting

/// How the memory budget is shared out.
extension Settings {
    /// How many bytes the similarities of one component may take in memory while it is clustered: a quarter of the budget.
    var similarityBudgetBytes: Int { join.memoryBudgetBytes / 4 }

    /// How many bytes the rows of all sections may take in memory: a fifth of what the sections themselves leave of the budget,
    /// but never less than a sixteenth of it. The rest is for n-gram tables, the index, pairs and what is in hand.
    func rowBudgetBytes(besides sections: [Section]) -> Int {
        let budget = join.memoryBudgetBytes
        // What a section takes besides its text: measured at some 300 bytes a record.
        let taken = sections.reduce(0) { $0 + $1.source.utf8.count + 300 }
        return max(budget / 16, (budget - taken) / 5)
    }
}
