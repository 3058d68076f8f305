import Foundation

/// Lines in a plane with logarithmic axes, as SVG. Each line bears its name at its end.
struct LogPlot {
    /// A point with the spread of its value.
    struct Point: Equatable {
        /// Where it stands across, above 0.
        let x: Double
        /// Where it stands in height, all above 0.
        let y: Spread
    }

    /// A line.
    struct Line: Equatable {
        /// Its name.
        let name: String
        /// Its color, as CSS has it.
        let color: String
        /// Whether it is the one that the plot is about.
        let isMain: Bool
        /// Its points, rising across.
        let points: [Point]
        /// Where the tool was stopped: beyond here it did not come.
        let stoppedAt: Point?
    }

    /// What stands over the plane.
    let title: String
    /// What the axes are.
    let xName, yName: String
    /// The lines, the main ones last: they are drawn over the others.
    let lines: [Line]

    /// The values to mark across.
    let xMarks: [Double]

    private static let (width, height) = (860.0, 560.0)
    private static let (left, right, top, bottom) = (72.0, 690.0, 56.0, 500.0)
    /// The height of a name at the end of a line.
    private static let nameHeight = 17.0

    /// The picture. Empty of lines where there is no point.
    var svg: String {
        let scale = Scale(of: lines, xMarks: xMarks)
        var parts = [frame]
        parts += grid(scale)
        parts += lines.map { drawn($0, scale) }
        parts += stoppedNames(scale) + names(scale)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" \
            width="\(Int(Self.width))" height="\(Int(Self.height))" font-family="Helvetica, Arial, sans-serif" \
            font-size="13" fill="#333">
            \(parts.joined(separator: "\n"))
            </svg>

            """
    }

    private var frame: String {
        """
        <rect width="\(Int(Self.width))" height="\(Int(Self.height))" fill="white"/>
        <text x="\(Int(Self.left))" y="28" font-size="16" font-weight="bold">\(Self.escaped(title))</text>
        <text x="\(Int((Self.left + Self.right) / 2))" y="\(Int(Self.height - 16))" text-anchor="middle">\
        \(Self.escaped(xName))</text>
        <text x="\(Int(Self.left))" y="47" fill="#666">\(Self.escaped(yName))</text>
        """
    }

    private func grid(_ scale: Scale) -> [String] {
        let across = scale.yMarks.map { mark in
            let y = Self.number(scale.y(mark))
            return "<path d=\"M\(Self.left) \(y)H\(Self.right)\" stroke=\"#ddd\"/>"
                + "<text x=\"\(Self.left - 8)\" y=\"\(Self.number(scale.y(mark) + 4.5))\" text-anchor=\"end\">"
                + "\(Figures.plain(mark))</text>"
        }
        let upward = xMarks.map { mark in
            let x = Self.number(scale.x(mark))
            return "<path d=\"M\(x) \(Self.top)V\(Self.bottom)\" stroke=\"#eee\"/>"
                + "<text x=\"\(x)\" y=\"\(Self.bottom + 20)\" text-anchor=\"middle\">\(Figures.thousands(Int(mark)))</text>"
        }
        return across + upward
    }

    private func drawn(_ line: Line, _ scale: Scale) -> String {
        let places = line.points.map { (scale.x($0.x), scale.y($0.y.median)) }
        let path = places.map { "\(Self.number($0.0)) \(Self.number($0.1))" }.joined(separator: "L")
        let width = line.isMain ? 3.5 : 1.75
        var parts: [String] = []
        if places.count > 1 {
            parts.append(
                "<path d=\"M\(path)\" fill=\"none\" stroke=\"\(line.color)\" stroke-width=\"\(width)\"/>")
        }
        for (point, place) in zip(line.points, places) {
            let x = Self.number(place.0)
            parts.append(
                "<path d=\"M\(x) \(Self.number(scale.y(point.y.minimum)))V\(Self.number(scale.y(point.y.maximum)))\" "
                    + "stroke=\"\(line.color)\" stroke-width=\"1.5\"/>"
                    + "<circle cx=\"\(x)\" cy=\"\(Self.number(place.1))\" r=\"\(line.isMain ? 5 : 3.5)\" "
                    + "fill=\"\(line.color)\"/>")
        }
        if let stopped = line.stoppedAt {
            let (x, y) = (Self.number(scale.x(stopped.x)), Self.number(scale.y(stopped.y.median)))
            if let last = places.last {
                parts.append(
                    "<path d=\"M\(Self.number(last.0)) \(Self.number(last.1))L\(x) \(y)\" stroke=\"\(line.color)\" "
                        + "stroke-width=\"\(width)\" stroke-dasharray=\"4 4\"/>")
            }
            parts.append(
                "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"5\" fill=\"white\" stroke=\"\(line.color)\" stroke-width=\"2\"/>"
            )
        }
        return parts.joined(separator: "\n")
    }

    /// The names over the places where lines were stopped, from right to left, each over the one before: the places lie
    /// at one height, the limit, and often nearer than a name is long.
    private func stoppedNames(_ scale: Scale) -> [String] {
        let stopped = lines.compactMap { line in line.stoppedAt.map { (line: line, place: $0) } }
            .sorted { $0.place.x > $1.place.x }
        return stopped.enumerated().map { number, end in
            let height = scale.y(end.place.y.median) - 11 - Self.nameHeight * Double(number)
            return "<text x=\"\(Self.number(scale.x(end.place.x) + 6))\" y=\"\(Self.number(height))\" "
                + "text-anchor=\"end\" fill=\"\(end.line.color)\">\(Self.escaped(end.line.name)), stopped</text>"
        }
    }

    /// The names at the right, each at the height of its line's end or as near as the others leave room.
    private func names(_ scale: Scale) -> [String] {
        let ends = lines.filter { $0.stoppedAt == nil }.compactMap { line in
            line.points.last.map { (line: line, x: scale.x($0.x), y: scale.y($0.y.median)) }
        }.sorted { $0.y < $1.y }
        let heights = Self.apart(ends.map(\.y))
        return zip(ends, heights).map { end, height in
            let leader =
                "<path d=\"M\(Self.number(end.x + 7)) \(Self.number(end.y))L\(Self.right + 6) \(Self.number(height))\" "
                + "stroke=\"\(end.line.color)\" stroke-width=\"0.75\" opacity=\"0.6\"/>"
            return leader
                + "<text x=\"\(Self.right + 10)\" y=\"\(Self.number(height + 4.5))\" fill=\"\(end.line.color)\""
                + "\(end.line.isMain ? " font-weight=\"bold\"" : "")>\(Self.escaped(end.line.name))</text>"
        }
    }

    /// Heights that lie a name apart, near the wanted ones, which rise.
    static func apart(_ wanted: [Double]) -> [Double] {
        var heights = wanted
        for index in heights.indices.dropFirst() {
            heights[index] = max(heights[index], heights[index - 1] + nameHeight)
        }
        guard let last = heights.last, last > bottom else { return heights }
        heights[heights.count - 1] = bottom
        for index in heights.indices.dropLast().reversed() {
            heights[index] = min(heights[index], heights[index + 1] - nameHeight)
        }
        return heights
    }

    private static func number(_ value: Double) -> String { String(format: "%.1f", value) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// From values to places.
    private struct Scale {
        private let xRange, yRange: ClosedRange<Double>
        /// 1, 2 and 5 of each decade in reach.
        let yMarks: [Double]

        init(of lines: [Line], xMarks: [Double]) {
            let points = lines.flatMap { $0.points + [$0.stoppedAt].compactMap { $0 } }
            let xs = points.map(\.x) + xMarks
            let ys = points.flatMap { [$0.y.minimum, $0.y.maximum] }
            let (lowX, highX) = (xs.min() ?? 1, xs.max() ?? 10)
            xRange = log10(lowX)...max(log10(highX), log10(lowX) + 0.3)
            let (lowY, highY) = (log10(ys.min() ?? 1) - 0.1, log10(ys.max() ?? 10) + 0.35)
            yRange = lowY...max(highY, lowY + 1)
            var marks: [Double] = []
            for decade in Int(lowY.rounded(.down))...Int(yRange.upperBound.rounded(.up)) {
                marks += [1, 2, 5].map { $0 * pow(10, Double(decade)) }
            }
            yMarks = marks.filter { [yRange] in yRange.contains(log10($0)) }
        }

        func x(_ value: Double) -> Double {
            let share = (log10(value) - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
            return LogPlot.left + 14 + share * (LogPlot.right - LogPlot.left - 28)
        }

        func y(_ value: Double) -> Double {
            let share = (log10(value) - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
            return LogPlot.bottom - share * (LogPlot.bottom - LogPlot.top)
        }
    }
}
