package import Splitting

/// What holds of every document's sections: nothing of it is lost, nothing stands twice.
package struct LosslessContract {
    private let lines: [Substring]
    private let hasFootnotes: Bool
    private var faults: [String] = []
    /// How many sections or blocks claim each line; 1-based, the first is unused.
    private var claims: [Int]

    /// The breaches of the contract in the sections of `text`; none where all is well.
    package static func faults(in sections: [Section], of text: String) -> [String] {
        var contract = LosslessContract(text)
        for section in sections { contract.check(section) }
        contract.checkOrder(sections.map { ($0.startLine, $0.endLine) }, in: "document")
        contract.checkClaims()
        return contract.faults
    }

    private init(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        self.lines = lines
        hasFootnotes = text.contains("[^")
        claims = Array(repeating: 0, count: lines.count + 1)
    }

    private mutating func check(_ section: Section) {
        let place = "section \(section.startLine)-\(section.endLine)"
        expect(isWithin(section.startLine, section.endLine, 1, lines.count), "\(place) is in the document")
        guard faults.isEmpty else { return }
        expect(section.source == source(section.startLine, section.endLine), "\(place) has its lines")
        expect(!isBlank(section.endLine), "\(place) ends in a line with text")
        expect(
            section.headingEndLine >= section.startLine - 1 && section.headingEndLine <= section.endLine,
            "\(place) holds its heading")
        for line in section.startLine..<section.headingEndLine + 1 { claims[line] += 1 }
        expect((section.blocks.first?.startLine ?? .max) > section.headingEndLine, "\(place): heading first")
        for block in section.blocks {
            check(block, section.startLine, section.endLine)
            guard faults.isEmpty else { return }
            for line in block.startLine...block.endLine { claims[line] += 1 }
        }
        checkOrder(section.blocks.map { ($0.startLine, $0.endLine) }, in: place)
    }

    private mutating func check(_ block: Block, _ first: Int, _ last: Int) {
        let place = "\(block.kind) \(block.startLine)-\(block.endLine)"
        expect(isWithin(block.startLine, block.endLine, first, last), "\(place) is in \(first)-\(last)")
        guard faults.isEmpty else { return }
        expect(block.source == source(block.startLine, block.endLine), "\(place) has its lines")
        expect(!isBlank(block.startLine) && !isBlank(block.endLine), "\(place) has text at its ends")
        expect(holdsItsWords(block), "\(place) says \(block.text.debugDescription) on its lines")
        // A footnote that nothing refers to may go on for lines without a bracket; a byte order mark shows nothing.
        if block.kind == .definition, !hasFootnotes, block.source != "\u{FEFF}" {
            expect(block.source.utf8.contains(UInt8(ascii: "[")), "\(place) defines something")
        }
        for child in block.children { check(child, block.startLine, block.endLine) }
        checkOrder(block.children.map { ($0.startLine, $0.endLine) }, in: place)
    }

    /// Whether the ASCII letters and digits of a block's text stand on its lines in their order.
    private func holdsItsWords(_ block: Block) -> Bool {
        var rest = block.source.utf8[...]
        return block.text.utf8.filter(Self.isWordByte).allSatisfy { byte in
            guard let place = rest.firstIndex(of: byte) else { return false }
            rest = rest[rest.index(after: place)...]
            return true
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    private mutating func checkOrder(_ ranges: [(start: Int, end: Int)], in place: String) {
        for (a, b) in zip(ranges, ranges.dropFirst()) {
            expect(a.end < b.start, "\(a) stands before \(b) in \(place)")
        }
    }

    private mutating func checkClaims() {
        guard faults.isEmpty else { return }
        for (index, text) in lines.enumerated() {
            let count = claims[index + 1]
            let isClaimedOnce = count == 1 || count == 0 && isBlank(index + 1)
            expect(isClaimedOnce, "line \(index + 1) has \(count) claims: \(text)")
        }
    }

    private func isWithin(_ start: Int, _ end: Int, _ first: Int, _ last: Int) -> Bool {
        first <= start && start <= end && end <= last
    }

    private func source(_ first: Int, _ last: Int) -> String {
        lines[(first - 1)..<last].joined(separator: "\n")
    }

    private func isBlank(_ line: Int) -> Bool {
        lines[line - 1].unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    private mutating func expect(_ holds: Bool, _ claim: @autoclosure () -> String) {
        if !holds { faults.append("does not hold: " + claim()) }
    }
}
