import Foundation
import FoundationXML
import Testing

@testable import RefrainBenchmarks

struct LogPlotTests {
    private static let results = SampleResults.results([
        SampleResults.measurement(.refrain, 1000, [0.1]),
        SampleResults.measurement(.refrain, 100_000, [5, 6, 7]),
        SampleResults.measurement(.gaoya, 1000, [0.2]), SampleResults.measurement(.gaoya, 100_000, [12]),
        SampleResults.measurement(.datasketch, 1000, [2]),
        SampleResults.measurement(.datasketch, 100_000, [300], outcome: .timeLimit(seconds: 300)),
    ])

    private func elements(of svg: String) -> [String]? {
        let names = ElementNames()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = names
        return parser.parse() ? names.names : nil
    }

    @Test func thePictureIsWellFormed() throws {
        let found = try #require(elements(of: ToolPlots(of: Self.results).time.svg))
        #expect(found.first == "svg")
        // A point for each measurement, the stopped one among them.
        #expect(found.count { $0 == "circle" } == 6)
    }

    @Test func eachLineBearsItsName() {
        let svg = ToolPlots(of: Self.results).time.svg
        #expect(svg.contains(">Refrain</text>") && svg.contains(">gaoya</text>"))
        #expect(svg.contains(">datasketch, stopped</text>"))
    }

    @Test func namesOfStoppedLinesStandOverEachOther() throws {
        let results = SampleResults.results([
            SampleResults.measurement(.refrain, 1000, [0.1]),
            SampleResults.measurement(.refrain, 100_000, [5]),
            SampleResults.measurement(.datasketch, 100_000, [300], outcome: .timeLimit(seconds: 300)),
            SampleResults.measurement(.sparseDotTopn, 100_000, [300], outcome: .timeLimit(seconds: 300)),
        ])
        let heights = try ToolPlots(of: results).time.svg.split(separator: "\n")
            .filter { $0.contains(", stopped</text>") }
            .map { line in try #require(Double(line.split(separator: "\"")[3])) }
        #expect(heights.count == 2)
        #expect(abs(heights[0] - heights[1]) >= 16.9)
    }

    @Test func namesAreEscaped() {
        let plot = LogPlot(title: "a < b & c", xName: "x", yName: "y", lines: [], xMarks: [1, 10])
        #expect(plot.svg.contains("a &lt; b &amp; c"))
        #expect(elements(of: plot.svg) != nil)
    }

    @Test func onePointAloneCanBeDrawn() {
        let results = SampleResults.results([SampleResults.measurement(.refrain, 1000, [0.1])])
        let svg = ToolPlots(of: results).time.svg
        #expect(elements(of: svg) != nil)
        #expect(!svg.contains("nan") && !svg.contains("inf"))
    }

    @Test func namesLieApart() {
        let heights = LogPlot.apart([100, 101, 102, 300])
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 16.9 })
        #expect(heights[0] == 100 && heights[3] == 300)
    }

    @Test func namesStayInThePicture() {
        let heights = LogPlot.apart([495, 498, 499])
        #expect(heights.allSatisfy { $0 <= 500 })
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 16.9 })
    }
}

private final class ElementNames: NSObject, XMLParserDelegate {
    var names: [String] = []

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
        qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
    ) {
        names.append(elementName)
    }
}
