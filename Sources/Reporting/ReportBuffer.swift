/// The place that a report goes to refused it.
public struct ReportError: Error, Sendable, Equatable {
    /// The system's `errno`.
    public let errorNumber: Int32

    /// Makes an error from an `errno`.
    public init(errorNumber: Int32) {
        self.errorNumber = errorNumber
    }
}

/// A report on its way out: bytes gather in memory and go on piece by piece, so that a report of any length takes the memory
/// of one piece.
public struct ReportBuffer: ~Copyable {
    private let storage: UnsafeMutableRawBufferPointer
    private var count = 0
    private let drain: (UnsafeRawBufferPointer) throws(ReportError) -> Void

    /// Makes an empty buffer.
    ///
    /// - Parameters:
    ///   - pieceBytes: how many bytes go on at once, at least 1; a single text that is longer goes on as a whole.
    ///   - drain: takes the pieces, in order; they are not valid after it returns.
    public init(
        pieceBytes: Int = 1 << 18, drain: @escaping (UnsafeRawBufferPointer) throws(ReportError) -> Void
    ) {
        precondition(pieceBytes > 0, "a piece has at least a byte")
        storage = .allocate(byteCount: pieceBytes, alignment: 1)
        self.drain = drain
    }

    deinit { storage.deallocate() }

    /// Adds the bytes of `text`.
    ///
    /// - Throws: `ReportError` where a piece is full and `drain` refuses it, as everything here that adds.
    public mutating func append(_ text: String) throws(ReportError) {
        var text = text
        let refusal = text.withUTF8 { bytes -> ReportError? in
            do throws(ReportError) {
                try append(bytes: UnsafeRawBufferPointer(bytes))
                return nil
            } catch {
                return error
            }
        }
        if let refusal { throw refusal }
    }

    /// Adds `bytes`.
    mutating func append(_ bytes: [UInt8]) throws(ReportError) {
        try bytes.withUnsafeBufferPointer { bytes throws(ReportError) in
            try append(bytes: UnsafeRawBufferPointer(bytes))
        }
    }

    /// Adds `bytes`.
    mutating func append(bytes: UnsafeRawBufferPointer) throws(ReportError) {
        if bytes.count > storage.count - count {
            try flush()
            if bytes.count > storage.count { return try drain(bytes) }
        }
        put(bytes)
    }

    /// Adds three parts, one after the other.
    mutating func append(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, _ third: UnsafeRawBufferPointer
    ) throws(ReportError) {
        guard first.count + second.count + third.count <= storage.count - count else {
            for part in [first, second, third] { try append(bytes: part) }
            return
        }
        put(first)
        put(second)
        put(third)
    }

    /// Gives what has gathered to `drain`: due at the end of a report.
    public mutating func flush() throws(ReportError) {
        guard count > 0 else { return }
        let piece = UnsafeRawBufferPointer(rebasing: storage[..<count])
        count = 0
        try drain(piece)
    }

    /// Copies `part`, for which there is room: every caller has made sure of it.
    private mutating func put(_ part: UnsafeRawBufferPointer) {
        guard let source = part.baseAddress, let target = storage.baseAddress else { return }
        (target + count).copyMemory(from: source, byteCount: part.count)
        count += part.count
    }
}

extension String {
    /// What `report` adds to a buffer, as one text.
    package init(reporting report: (inout ReportBuffer) throws(ReportError) -> Void) {
        var bytes: [UInt8] = []
        do throws(ReportError) {
            var buffer = ReportBuffer { piece in bytes += piece }
            try report(&buffer)
            try buffer.flush()
        } catch {
            preconditionFailure("memory refuses no piece")
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
