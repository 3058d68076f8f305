internal import Outlining
internal import Reading
internal import Refrain
internal import Splitting

/// The versions and years that a page is about: those of its title and its name, as in "Upgrading from 3.2 to 3.3".
///
/// Two pages about two versions say different versions in the same place, as they should. A small number is none: what chapters 3 and
/// 4 keep for three and for four days is a contradiction.
struct PageNumbers: Sendable {
    private let numbersOfDocument: [Set<String>]

    init(_ analysis: Analysis) {
        var titles = [String](repeating: "", count: analysis.documents.count)
        for section in analysis.sections where titles[section.document].isEmpty {
            titles[section.document] = section.heading
        }
        numbersOfDocument = zip(titles, analysis.documents).map { title, document in
            let name = document.path.split(separator: "/").last ?? ""
            return Set(
                Self.numbers(in: title + "\n" + name).filter {
                    $0.contains(".") || $0.count >= Self.fewestDigits
                }
                    + Self.versions(in: title))
        }
    }

    /// Shorter numbers count things, unless they have a point or a v.
    private static let fewestDigits = 3

    /// Whether two sections contradict each other only in that each names a number that its own page is about.
    func explain(_ contradiction: Contradiction, _ first: Section, _ second: Section) -> Bool {
        guard first.document != second.document else { return false }
        let (own, others) = (Self.numbers(in: contradiction.first), Self.numbers(in: contradiction.second))
        return !own.isEmpty && !others.isEmpty
            && own.allSatisfy { isAbout($0, first.document) }
            && others.allSatisfy { isAbout($0, second.document) }
    }

    /// Whether a number is one of the page's, or a part of one: "3.2.10" of "3.2".
    private func isAbout(_ number: String, _ document: Int) -> Bool {
        numbersOfDocument[document].contains { number == $0 || number.hasPrefix($0 + ".") }
    }

    /// The numbers behind a v: "v2", "V3".
    private static func versions(in text: String) -> [String] {
        // Making the expression takes 20 µs, a second for 50,000 pages.
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let mayHold = zip(text.utf8, text.utf8.dropFirst()).contains {
            $0 | 0x20 == UInt8(ascii: "v") && digits.contains($1)
        }
        guard mayHold else { return [] }
        return text.matches(of: /(?i)\bv([0-9]+)\b/).map { String($0.1) }
    }

    /// The numbers in a text, digits joined by points, which a name may write as other signs: "upgrade_3_3".
    private static func numbers(in text: String) -> [String] {
        text.split { !$0.isASCII || !($0.isNumber || "._-".contains($0)) }.compactMap {
            let parts = $0.split { !$0.isNumber }
            return parts.isEmpty ? nil : parts.joined(separator: ".")
        }
    }
}
