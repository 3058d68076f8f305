/// The worst mistakes on a set, as places: texts of others are not copied into reports.
struct FaultList {
    let result: SetResult

    var text: String {
        let wrong = table(result.faults.falsePositives)
        let lost = table(result.faults.falseNegatives)
        guard !wrong.isEmpty || !lost.isEmpty else { return "" }
        return
            (["## The worst on \(result.set.name)"]
            + (wrong.isEmpty ? [] : ["Called the same, labelled different, the most similar first:", wrong])
            + (lost.isEmpty ? [] : ["Labelled the same, not found, the least similar first:", lost]))
            .joined(separator: "\n\n")
    }

    private func table(_ faults: [Faults.Fault]) -> String {
        guard !faults.isEmpty else { return "" }
        return Figure.table(
            head: ["similarity", "section", "other section"],
            rows: faults.map { fault in
                [
                    fault.similarity.map(Figure.text) ?? "below \(Measuring.floor)", place(fault.pair.a),
                    place(fault.pair.b),
                ]
            })
    }

    private func place(_ item: Int) -> String {
        let item = result.set.items[item]
        return "\(Figure.cell(item.heading)), \(item.path):\(item.line)"
    }
}
