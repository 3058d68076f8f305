internal import CXXHash
internal import Foundation

/// Under which a value stands in a cache: a hash of everything that it follows from.
///
/// XXH3 with 128 bits: two different origins among n share a key with a probability below n²/2¹²⁹ (chance, not malice).
public struct CacheKey: Sendable, Hashable {
    /// The hash, 16 bytes.
    let bytes: [UInt8]

    /// The key of what follows from `text`.
    public init(of text: String) {
        var text = text
        self = text.withUTF8 { CacheKey(ofBytes: UnsafeRawBufferPointer($0)) }
    }

    /// The key of what follows from the bytes of a file; nil where they can't be read. O(bytes), of which none is copied.
    public init?(ofFile path: String) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
            return nil
        }
        self = data.withUnsafeBytes { CacheKey(ofBytes: $0) }
    }

    /// The key of what follows from all of `origins`, in their order, and from what `settings` says.
    package init(of origins: [CacheKey], settings: String) {
        let words = origins.flatMap(\.bytes) + Array(settings.utf8)
        self = words.withUnsafeBytes { CacheKey(ofBytes: $0) }
    }

    private init(ofBytes bytes: UnsafeRawBufferPointer) {
        let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
        self.bytes = withUnsafeBytes(of: (hash.high64.bigEndian, hash.low64.bigEndian)) { Array($0) }
    }
}
