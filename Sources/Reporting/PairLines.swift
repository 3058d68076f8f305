internal import SimilarityJoin

/// Pairs as lines, each the same but for two sections and a similarity.
struct PairLines {
    /// What each section is called.
    let names: TextTable
    /// What stands between two lines.
    var separator = ""
    /// Adds what stands in a line before the second section: made once a star.
    let front: (PairStar, inout [UInt8]) -> Void
    /// Adds what stands behind the second section.
    let back: (PairStar, inout [UInt8]) -> Void

    /// Writes a line for each pair, in the order of `stars`.
    func write(_ stars: PairStars, to buffer: inout ReportBuffer) throws(ReportError) {
        try names.bytes.withUnsafeBufferPointer { bytes throws(ReportError) in
            try write(stars, UnsafeRawBufferPointer(bytes), to: &buffer)
        }
    }

    private func write(
        _ stars: PairStars, _ nameBytes: UnsafeRawBufferPointer, to buffer: inout ReportBuffer
    ) throws(ReportError) {
        var (line, isFirst) = ([UInt8](), true)
        for star in stars {
            line.removeAll(keepingCapacity: true)
            if !isFirst { line += separator.utf8 }
            front(star, &line)
            let frontCount = line.count
            back(star, &line)
            try Self.write(star.leaves.prefix(1), line, frontCount, names, nameBytes, to: &buffer)
            guard star.leaves.count > 1 else {
                isFirst = false
                continue
            }
            if isFirst { line.insert(contentsOf: separator.utf8, at: 0) }
            try Self.write(
                star.leaves.dropFirst(), line, frontCount + (isFirst ? separator.utf8.count : 0), names,
                nameBytes, to: &buffer)
            isFirst = false
        }
    }

    /// Writes `line` once a leaf, its name after the first `frontCount` bytes.
    private static func write(
        _ leaves: ArraySlice<Int>, _ line: [UInt8], _ frontCount: Int, _ names: TextTable,
        _ nameBytes: UnsafeRawBufferPointer, to buffer: inout ReportBuffer
    ) throws(ReportError) {
        try line.withUnsafeBufferPointer { bytes throws(ReportError) in
            let bytes = UnsafeRawBufferPointer(bytes)
            let front = UnsafeRawBufferPointer(rebasing: bytes[..<frontCount])
            let back = UnsafeRawBufferPointer(rebasing: bytes[frontCount...])
            for leaf in leaves {
                let name = UnsafeRawBufferPointer(rebasing: nameBytes[names.range(of: leaf)])
                try buffer.append(front, name, back)
            }
        }
    }
}
