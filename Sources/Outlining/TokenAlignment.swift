/// The heaviest common subsequence of two token sequences: what they share, in order.
///
/// The classical dynamic programme (R. Wagner, M. Fischer, The string-to-string correction problem, 1974) on what lies
/// between the common beginning and end, O(n·m) for its n and m tokens. Above `largestTable` what lies between counts as
/// wholly different; the caller compares by lines then.
struct TokenAlignment {
    /// The pairs of equal tokens, rising in both sequences.
    private(set) var matches: [(Int, Int)] = []
    /// Whether the middle was too large to align.
    private(set) var isCoarse = false

    /// The most cells of a table: a megabyte, some 4 ms.
    static let largestTable = 1 << 20

    private enum Step {
        static let match: UInt8 = 0
        static let skipFirst: UInt8 = 1
        static let skipSecond: UInt8 = 2
    }

    /// Aligns `a` and `b`, numbers that are equal where tokens are; `weights` are those of `a`'s tokens.
    init(_ a: [Int32], _ b: [Int32], weights: [Int32]) {
        var start = 0
        while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
        var end = 0
        while end < a.count - start, end < b.count - start, a[a.count - 1 - end] == b[b.count - 1 - end] {
            end += 1
        }
        matches = (0..<start).map { ($0, $0) }
        let (n, m) = (a.count - start - end, b.count - start - end)
        if n > 0, m > 0 {
            if n * m <= Self.largestTable {
                alignMiddle(a[start..<start + n], b[start..<start + m], weights)
            } else {
                isCoarse = true
            }
        }
        matches += (0..<end).map { (a.count - end + $0, b.count - end + $0) }
    }

    /// Fills the table from the end, so that walking it from the beginning takes the earliest of equally heavy matches.
    private mutating func alignMiddle(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>, _ weights: [Int32]) {
        let (n, m) = (a.count, b.count)
        var steps = [UInt8](repeating: 0, count: n * m)
        // A match counts 1 besides its weight, so that punctuation is matched too.
        var below = [Int32](repeating: 0, count: m + 1)
        var row = below
        for i in (0..<n).reversed() {
            let (token, weight) = (a[a.startIndex + i], 4 * weights[a.startIndex + i] + 1)
            row[m] = 0
            for j in (0..<m).reversed() {
                var best = below[j]
                var step = Step.skipFirst
                if row[j + 1] > best { (best, step) = (row[j + 1], Step.skipSecond) }
                if token == b[b.startIndex + j], below[j + 1] + weight >= best {
                    (best, step) = (below[j + 1] + weight, Step.match)
                }
                row[j] = best
                steps[i * m + j] = step
            }
            swap(&below, &row)
        }
        var (i, j) = (0, 0)
        while i < n, j < m {
            switch steps[i * m + j] {
            case Step.match:
                matches.append((a.startIndex + i, b.startIndex + j))
                (i, j) = (i + 1, j + 1)
            case Step.skipFirst: i += 1
            default: j += 1
            }
        }
    }
}
