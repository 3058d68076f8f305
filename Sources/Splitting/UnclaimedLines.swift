/// Finds the lines that no block holds and gives them blocks of their own.
struct UnclaimedLines {
    let source: SourceText

    /// `blocks`, which are in the order of their lines and do not overlap, with definition blocks in the gaps
    /// that are not blank between the lines `first` and `last`.
    func filled(_ blocks: [Block], from first: Int, through last: Int) -> [Block] {
        var result: [Block] = []
        var next = first
        for block in blocks {
            result += definitions(from: next, through: block.startLine - 1)
            result.append(block)
            next = max(next, block.endLine + 1)
        }
        return result + definitions(from: next, through: last)
    }

    /// A block for each run of lines without a blank one between.
    private func definitions(from first: Int, through last: Int) -> [Block] {
        var result: [Block] = []
        var start = first
        while start <= last {
            if source.isBlank(start) {
                start += 1
                continue
            }
            var end = start
            while end < last, !source.isBlank(end + 1) { end += 1 }
            let lines = source.lines(start, end)
            result.append(
                Block(kind: .definition, startLine: start, endLine: end, text: String(lines), source: lines))
            start = end + 1
        }
        return result
    }
}
