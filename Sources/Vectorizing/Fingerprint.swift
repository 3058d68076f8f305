internal import CXXHash

/// The identity of a text by what it says: equal for texts that are equal after Unicode normalization.
///
/// XXH3 with 128 bits over the UTF-32 scalars of the text normalized as `TextNormalization.unicode` does,
/// written as 32 hexadecimal digits. Two different texts among n share one with a probability below n²/2¹²⁹
/// (chance, not malice: the hash is not cryptographic). Source: Y. Collet, xxHash, 2019.
public struct Fingerprint: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The upper 64 bits.
    public let high: UInt64
    /// The lower 64 bits.
    public let low: UInt64

    /// The fingerprint of `text`.
    public init(of text: String) {
        var buffer = ScalarBuffer()
        self.init(of: text, buffer: &buffer)
    }

    /// The fingerprint of `text`, with working memory that the caller keeps.
    package init(of text: String, buffer: inout ScalarBuffer) {
        buffer.fill(text, normalization: .unicode)
        self.init(ofScalars: buffer.scalars)
    }

    /// The fingerprint of a text from which a reader can reach `targets`, in this order, each as it stands; without any that of
    /// the text alone.
    package init(of text: String, reaching targets: [String], buffer: inout ScalarBuffer) {
        self.init(of: text, buffer: &buffer)
        guard !targets.isEmpty else { return }
        var bytes: [UInt8] = []
        withUnsafeBytes(of: (high.littleEndian, low.littleEndian)) { bytes += $0 }
        for target in targets { bytes += Array(target.utf8) + [0] }
        self = bytes.withUnsafeBytes { Fingerprint(ofBytes: $0) }
    }

    /// The fingerprint of a group of texts: of the sorted fingerprints of its members, so order is no matter.
    public init(ofGroup members: [Fingerprint]) {
        let words = members.sorted().flatMap { [$0.high.littleEndian, $0.low.littleEndian] }
        self = words.withUnsafeBytes { Fingerprint(ofBytes: $0) }
    }

    /// The hash of a text's scalars as they are: for finding equal texts.
    init(ofScalars scalars: [UInt32]) {
        self = scalars.withUnsafeBytes { Fingerprint(ofBytes: $0) }
    }

    /// The hash of a text's bytes as they are: for finding texts that are the same to the last byte.
    package init(ofBytesOf text: String) {
        var text = text
        self = text.withUTF8 { Fingerprint(ofBytes: UnsafeRawBufferPointer($0)) }
    }

    /// The fingerprint with these halves.
    package init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    private init(ofBytes bytes: UnsafeRawBufferPointer) {
        let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
        high = hash.high64
        low = hash.low64
    }

    /// The fingerprint with these digits, as `description` writes them; nil where they are none.
    public init?(digits: String) {
        guard digits.utf8.count == 32,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
            let high = UInt64(digits.prefix(16), radix: 16), let low = UInt64(digits.suffix(16), radix: 16)
        else { return nil }
        (self.high, self.low) = (high, low)
    }

    /// 32 lower-case hexadecimal digits, the upper 64 bits first.
    public var description: String { Self.hexadecimal(high) + Self.hexadecimal(low) }

    /// Orders by number, the upper 64 bits first.
    public static func < (a: Fingerprint, b: Fingerprint) -> Bool {
        (a.high, a.low) < (b.high, b.low)
    }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
