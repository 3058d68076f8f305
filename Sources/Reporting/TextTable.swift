internal import Scheduling

/// Texts by number, as bytes one after the other: what a report says of each section, made once.
struct TextTable: Sendable {
    /// All texts.
    private(set) var bytes: [UInt8] = []
    private var starts = [0]

    /// So many texts are made by a thread at once.
    private static let piece = 4096

    /// Makes a table of what `write` adds for each number in `0 ..< count`, which is asked on several threads.
    init(count: Int, workers: Workers, _ write: @Sendable (Int, inout [UInt8]) -> Void) {
        let pieces = workers.map((count + Self.piece - 1) / Self.piece) { piece in
            let first = piece * Self.piece
            return TextTable(of: first..<min(count, first + Self.piece), write)
        }
        starts.reserveCapacity(count + 1)
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
        for piece in pieces {
            let start = bytes.count
            starts.append(contentsOf: piece.starts.dropFirst().lazy.map { $0 + start })
            bytes += piece.bytes
        }
    }

    private init(of numbers: Range<Int>, _ write: (Int, inout [UInt8]) -> Void) {
        starts.reserveCapacity(numbers.count + 1)
        for number in numbers {
            write(number, &bytes)
            starts.append(bytes.count)
        }
    }

    /// Where the text with this number stands in `bytes`.
    func range(of number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

    /// The bytes of the text with this number.
    subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }
}
