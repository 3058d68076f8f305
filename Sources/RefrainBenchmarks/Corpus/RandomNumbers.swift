import TestSupport

extension SeededGenerator {
    /// A number in `0 ..< limit`, the same on every machine and with every compiler: the standard library promises that of
    /// none of its own. Skewed by at most limit/2⁶⁴.
    mutating func below(_ limit: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// The generator of the part of a corpus that `part` numbers.
    init(seed: UInt64, part: UInt64) {
        self.init(seed: seed ^ (part &+ 1) &* 0xD6E8_FEB8_6659_FD93)
    }
}
