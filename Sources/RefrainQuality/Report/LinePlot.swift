import Foundation

/// Lines in a plane, as SVG; each line has its name beside it in a legend.
struct LinePlot {
    /// A line.
    struct Line {
        let name: String
        /// Places, rising across.
        let points: [(x: Double, y: Double)]
    }

    let title, xName, yName: String
    /// What the axes span.
    let xRange, yRange: ClosedRange<Double>
    let lines: [Line]

    private static let (width, height) = (860, 520)
    private static let (left, right, top, bottom) = (64.0, 640.0, 56.0, 460.0)
    /// Colours that differ in lightness too (P. Okabe, K. Ito, Color universal design, 2008).
    private static let colors = [
        "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#8C8C00",
    ]

    /// The picture.
    var svg: String {
        let parts = [frame] + grid + lines.enumerated().map { drawn($1, number: $0) }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" width="\(Self.width)" \
            height="\(Self.height)" font-family="Helvetica, Arial, sans-serif" font-size="13" fill="#333">
            \(parts.joined(separator: "\n"))
            </svg>

            """
    }

    private var frame: String {
        """
        <rect width="\(Self.width)" height="\(Self.height)" fill="white"/>
        <text x="\(Self.number(Self.left))" y="28" font-size="16" font-weight="bold">\(Self.escaped(title))</text>
        <text x="\(Self.number((Self.left + Self.right) / 2))" y="\(Self.height - 18)" text-anchor="middle">\
        \(Self.escaped(xName))</text>
        <text x="\(Self.number(Self.left))" y="47" fill="#666">\(Self.escaped(yName))</text>
        """
    }

    private var grid: [String] {
        (0...10).flatMap { step in
            let share = Double(step) / 10
            let (x, y) = (
                xRange.lowerBound + share * (xRange.upperBound - xRange.lowerBound),
                yRange.lowerBound + share * (yRange.upperBound - yRange.lowerBound)
            )
            return [
                "<path d=\"M\(Self.number(Self.left)) \(Self.number(height(y)))H\(Self.number(Self.right))\" stroke=\"#ddd\"/>",
                "<text x=\"\(Self.number(Self.left - 8))\" y=\"\(Self.number(height(y) + 4.5))\" text-anchor=\"end\">"
                    + "\(String(format: "%.2f", y))</text>",
                "<text x=\"\(Self.number(across(x)))\" y=\"\(Self.number(Self.bottom + 20))\" text-anchor=\"middle\">"
                    + "\(String(format: "%.2f", x))</text>",
            ]
        }
    }

    private func drawn(_ line: Line, number: Int) -> String {
        let color = Self.colors[number % Self.colors.count]
        let path = line.points.map { "\(Self.number(across($0.x))) \(Self.number(height($0.y)))" }
            .joined(separator: "L")
        let dots = line.points.map {
            "<circle cx=\"\(Self.number(across($0.x)))\" cy=\"\(Self.number(height($0.y)))\" r=\"3.5\" fill=\"\(color)\"/>"
        }
        let y = Self.top + 20 * Double(number) + 8
        let name =
            "<path d=\"M\(Self.number(Self.right + 16)) \(Self.number(y))h18\" stroke=\"\(color)\" stroke-width=\"3\"/>"
            + "<text x=\"\(Self.number(Self.right + 40))\" y=\"\(Self.number(y + 4.5))\">\(Self.escaped(line.name))</text>"
        let stroke = "<path d=\"M\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\"/>"
        return ((line.points.count > 1 ? [stroke] : []) + dots + [name]).joined(separator: "\n")
    }

    private func across(_ x: Double) -> Double {
        Self.left + (x - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
            * (Self.right - Self.left)
    }

    private func height(_ y: Double) -> Double {
        Self.bottom - (y - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
            * (Self.bottom - Self.top)
    }

    private static func number(_ value: Double) -> String { String(format: "%.1f", value) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
