internal import Refrain

/// `find` for programs that stream: a pair a line, sections by their index in reading order.
enum FindJSONLines {
    static func report(on analysis: Analysis) -> String {
        analysis.pairs.map { FindJSON.pair($0).line + "\n" }.joined()
    }
}
