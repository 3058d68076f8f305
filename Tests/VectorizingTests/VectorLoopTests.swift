import CVectors
import TestSupport
import Testing

/// The loops in C, held against the plain way; on a processor without wide vectors the plain loops are tested.
struct VectorLoopTests {
    private static func hash(_ ngram: ArraySlice<UInt32>) -> UInt64 {
        var polynomial: UInt64 = 0x2545_F491_4F6C_DD1D
        for scalar in ngram { polynomial = polynomial &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(scalar) }
        let value = (polynomial ^ polynomial >> 32) &* 0xD6E8_FEB8_6659_FD93
        return value ^ value >> 32
    }

    @Test(arguments: [1...1, 1...4, 2...2, 3...5, 5...9], [1, 2, 7, 8, 9, 63, 64, 512])
    func everyNGramHasItsHash(lengths: ClosedRange<Int>, places: Int) {
        var generator = SeededGenerator(seed: 17)
        let stride = 600
        let scalars = (0..<places + lengths.upperBound - 1).map { _ in
            UInt32.random(in: 0...0x10FFFF, using: &generator)
        }
        var polynomials = [UInt64](repeating: 0, count: places)
        var output = [UInt64](repeating: 7, count: stride * lengths.count)
        refrain_hash_ngrams(
            scalars, Int64(places), Int64(lengths.lowerBound), Int64(lengths.upperBound), &polynomials,
            &output,
            Int64(stride))
        for (row, length) in lengths.enumerated() {
            for place in 0..<places {
                #expect(output[row * stride + place] == Self.hash(scalars[place..<place + length]))
            }
            // Nothing is written behind the last place.
            #expect(output[(row * stride + places)..<((row + 1) * stride)].allSatisfy { $0 == 7 })
        }
    }

    @Test func asciiEndsAtTheFirstOtherByte() {
        for count in 0...70 {
            for other in 0...count {
                var bytes = [UInt8](repeating: 0x61, count: count)
                if other < count { bytes[other] = 0x80 + UInt8(other) }
                #expect(refrain_ascii_length(bytes, Int64(count)) == Int64(other))
            }
        }
    }
}
