/// The guard's forms, a table a set.
struct GuardTable {
    let studies: [GuardStudy]
    /// The threshold that is measured.
    let threshold: Double

    var text: String {
        guard !studies.isEmpty else { return "" }
        return """
            ## The guard: a factor or a class

            The penalty p as a factor 1 − p of the similarity, and as a class of its own for pairs that it is high for: they count \
            as no pairs, all others keep their similarity. P, R and F1 at \(Figure.text(threshold)); clusters do not know of a class.


            """ + studies.map(table).joined(separator: "\n\n")
    }

    private func table(_ study: GuardStudy) -> String {
        Figure.table(
            head: [study.set, "wrongly joined", "P", "R", "F1", "best F1", "average precision", "ARI"],
            rows: study.rows.map { row in
                [
                    row.form.name, "\(row.accuracy.wrong)", Figure.text(row.accuracy.precision),
                    Figure.text(row.accuracy.recall), Figure.text(row.accuracy.f1),
                    "\(Figure.text(row.best)) at \(Figure.text(row.threshold))",
                    Figure.text(row.averagePrecision), row.adjustedRandIndex.map(Figure.text) ?? "",
                ]
            })
    }
}
