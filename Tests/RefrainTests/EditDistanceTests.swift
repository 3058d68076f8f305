import Refrain
import Testing

/// How far apart names are, and which one was meant.
struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("abc", "abc", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abd", 1), ("abc", "ab", 1),
        ("abc", "xabc", 1), ("kitten", "sitting", 3),
    ])
    func editsAreCounted(_ a: String, _ b: String, _ distance: Int) {
        #expect(EditDistance.between(a, b) == distance)
    }

    @Test func neighboursThatChangePlacesAreOneEdit() {
        #expect(EditDistance.between("thershold", "threshold") == 1)
    }

    @Test func charactersAndNotBytesAreCounted() {
        #expect(EditDistance.between("重复", "重叠") == 1)
    }

    @Test func nearestNameIsSuggested() {
        #expect(EditDistance.closest(to: "linkge", among: ["include", "linkage"]) == "linkage")
    }

    @Test func caseIsNoMatter() {
        #expect(EditDistance.closest(to: "Threshold", among: ["threshold"]) == "threshold")
    }

    @Test func firstOfEquallyNearNamesIsSuggested() {
        #expect(EditDistance.closest(to: "code", among: ["cove", "core"]) == "cove")
    }

    @Test func nameWithHalfOfItsLettersWrongIsNotSuggested() {
        #expect(EditDistance.closest(to: "abcd", among: ["abxy"]) == nil)
    }

    @Test func nothingIsSuggestedAmongNothing() {
        #expect(EditDistance.closest(to: "code", among: []) == nil)
    }
}
