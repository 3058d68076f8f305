import Foundation

/// The pairs that a tool found, by record number.
struct PairList: Equatable {
    /// How a list is written.
    enum Format: String, Codable {
        /// Two unsigned 32-bit little-endian numbers a pair.
        case binary
        /// `{"a": 0, "b": 5, …}` a line.
        case jsonLines
    }

    /// The lower number in the upper half, the higher in the lower; rising, each once.
    let pairs: [UInt64]

    /// Makes a list of pairs in any order, either number first.
    init(_ pairs: [(Int, Int)]) {
        self.init(sorting: pairs.map { Self.key($0.0, $0.1) })
    }

    /// Reads a list.
    init(path: String, format: Format) throws(BenchmarkFailure) {
        let data: Data
        do { data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped) } catch {
            throw .file(path: path, errorNumber: ENOENT)
        }
        let keys =
            switch format {
            case .binary: Self.binaryKeys(data)
            case .jsonLines: Self.lineKeys(data)
            }
        guard let keys else { throw .brokenPairs(path: path) }
        self.init(sorting: keys)
    }

    private init(sorting keys: [UInt64]) {
        let sorted = keys.sorted()
        pairs = sorted.indices.filter { $0 == 0 || sorted[$0 - 1] != sorted[$0] }.map { sorted[$0] }
    }

    /// How many pairs stand in both lists.
    func commonCount(with other: PairList) -> Int {
        var (own, others, common) = (0, 0, 0)
        while own < pairs.count, others < other.pairs.count {
            if pairs[own] == other.pairs[others] { common += 1 }
            let (a, b) = (pairs[own], other.pairs[others])
            if a <= b { own += 1 }
            if b <= a { others += 1 }
        }
        return common
    }

    private static func key(_ a: Int, _ b: Int) -> UInt64 {
        UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    }

    private static func binaryKeys(_ data: Data) -> [UInt64]? {
        guard data.count % 8 == 0 else { return nil }
        return data.withUnsafeBytes { bytes in
            (0..<bytes.count / 8).map { pair in
                let a = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: pair * 8, as: UInt32.self))
                let b = UInt32(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: pair * 8 + 4, as: UInt32.self))
                return key(Int(a), Int(b))
            }
        }
    }

    /// The first two numbers of each line.
    private static func lineKeys(_ data: Data) -> [UInt64]? {
        data.withUnsafeBytes { bytes in
            var (keys, place): ([UInt64], Int) = ([], 0)
            while place < bytes.count {
                guard let a = number(after: UInt8(ascii: ":"), in: bytes, from: &place),
                    let b = number(after: UInt8(ascii: ":"), in: bytes, from: &place)
                else { return nil }
                keys.append(key(a, b))
                while place < bytes.count, bytes[place] != 0x0A { place += 1 }
                place += 1
            }
            return keys
        }
    }

    /// The number that follows the next `mark` on this line.
    private static func number(after mark: UInt8, in bytes: UnsafeRawBufferPointer, from place: inout Int)
        -> Int?
    {
        while place < bytes.count, bytes[place] != mark, bytes[place] != 0x0A { place += 1 }
        guard place < bytes.count, bytes[place] == mark else { return nil }
        place += 1
        while place < bytes.count, bytes[place] == 0x20 { place += 1 }
        let start = place
        var value = 0
        while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39, place - start < 10 {
            value = value * 10 + Int(bytes[place] - 0x30)
            place += 1
        }
        return place > start ? value : nil
    }
}

/// How a tool's pairs stand to the exact ones at one size.
struct Accuracy: Codable, Equatable {
    /// The tool.
    var tool: Tool
    /// How many records it was given.
    var records: Int
    /// How many pairs it found.
    var pairs: Int
    /// How many pairs reach the threshold.
    var exactPairs: Int
    /// How many of the exact pairs it found.
    var foundExactPairs: Int

    /// The share of the exact pairs that it found, 0…1; 1 where there are none.
    var share: Double { exactPairs == 0 ? 1 : Double(foundExactPairs) / Double(exactPairs) }
    /// How many of its pairs lie below the exact threshold.
    var pairsBelowThreshold: Int { pairs - foundExactPairs }

    /// Compares `found` with `exact`.
    init(of found: PairList, exact: PairList, tool: Tool, records: Int) {
        (self.tool, self.records) = (tool, records)
        pairs = found.pairs.count
        exactPairs = exact.pairs.count
        foundExactPairs = found.commonCount(with: exact)
    }
}
