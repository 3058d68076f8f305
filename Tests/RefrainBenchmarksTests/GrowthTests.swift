import Testing

@testable import RefrainBenchmarks

/// Growth is measured on documents of so many parts, and linear time reads as 1.
struct GrowthTests {
    @Test func timeThatGrowsAsThePartsDoIsOne() {
        let table = GrowthTable(sizes: [1000, 10_000])
        #expect(table.excess(of: [0.5, 5]) == 1)
        #expect(table.excess(of: [0.5, 50]) == 10)
        #expect(table.excess(of: [0.5, nil]) == nil && table.excess(of: [nil, 5]) == nil)
    }

    @Test func aRunThatWasStoppedIsSaid() {
        var table = GrowthTable(sizes: [10, 100])
        table.add("lint, headings", seconds: [0.25, nil])
        #expect(table.text.hasSuffix("| lint, headings | 0.25 s | stopped | – |"))
    }

    @Test(arguments: GrownDocument.allCases)
    func aDocumentHasSoManyParts(_ document: GrownDocument) {
        let lines = { (count: Int) in document.text(count: count).split(separator: "\n").count }
        let perPart = document == .identicalSections ? 2 : 1
        #expect(lines(30) - lines(10) == 20 * perPart)
    }
}
