import Foundation
import FoundationXML
import Testing

/// An element of an XML document with what it holds, as a reader gets it.
final class XMLNode {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [XMLNode] = []
    /// The text directly in it, without white space at its ends.
    fileprivate(set) var text = ""

    fileprivate init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// The elements called `name` in it, at any depth, in their order.
    func all(_ name: String) -> [XMLNode] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    /// The root of a document; the test fails where it is not well-formed.
    static func root(of document: String) throws -> XMLNode {
        let parser = XMLParser(data: Data(document.utf8))
        let reader = XMLTreeReader()
        parser.delegate = reader
        try #require(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
        return try #require(reader.root)
    }
}

/// Builds a tree of what a parser reports.
private final class XMLTreeReader: NSObject, XMLParserDelegate {
    var root: XMLNode?
    private var open: [XMLNode] = []

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        let node = XMLNode(name: elementName, attributes: attributes)
        open.last?.children.append(node)
        if root == nil { root = node }
        open.append(node)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        open.last?.text += string
    }

    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard let node = open.popLast() else { return }
        node.text = node.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
