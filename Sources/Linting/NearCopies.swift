internal import Outlining
internal import Splitting

extension SectionRelations {
    /// So much of a text that is nearly a copy stands in the other, too.
    private static let leastCommon = 0.95

    /// Whether two sections of some length say the same but for a few words, and not all of these are what the two are about: the
    /// words of their headings and of their pages' names. What a template's instances differ in is what they are about.
    func areNearCopies(_ a: Int, _ b: Int, _ sections: [Section]) -> Bool {
        guard copies.isLong(a), copies.isLong(b) else { return false }
        let (first, second) = (
            sections[a].text(includingCode: true), sections[b].text(includingCode: true)
        )
        let templates = [SectionTemplate(of: [first, second]), SectionTemplate(of: [second, first])]
        guard templates.allSatisfy({ $0.commonShare >= Self.leastCommon }) else { return false }
        let values = templates[0].slots + templates[1].slots.map { $0.reversed() }
        return values.isEmpty
            || !values.allSatisfy { values in
                pageWords.areAbout(values[0], sections[a]) && pageWords.areAbout(values[1], sections[b])
            }
    }
}
