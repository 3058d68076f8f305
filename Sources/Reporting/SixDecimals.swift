/// Numbers between 0 and 1 with six decimals.
enum SixDecimals {
    /// `number` as "0.978123", halves rounded up.
    static func text(_ number: Double) -> String {
        var bytes: [UInt8] = []
        append(number, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds what `text` gives.
    static func append(_ number: Double, to bytes: inout [UInt8]) {
        let millionths = Int((number * 1_000_000).rounded())
        if millionths < 10_000_000 {
            bytes.append(UInt8(ascii: "0") + UInt8(millionths / 1_000_000))
        } else {
            bytes += String(millionths / 1_000_000).utf8
        }
        bytes.append(UInt8(ascii: "."))
        var unit = 100_000
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(millionths / unit % 10))
            unit /= 10
        }
    }

    /// `number` as "0.98", for people. Rounded down, so that only what is equal reads 1.00 and nothing below a threshold
    /// of two decimals reads as if it reached it.
    static func shortText(_ number: Double) -> String {
        let hundredths = Int(number * 100 + 1e-4)
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
