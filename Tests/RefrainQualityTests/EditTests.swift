import Foundation
import TestSupport
import Testing

@testable import RefrainQuality

/// Seeded edits of a share of a text.
struct EditTests {
    private static let english = "The first point. The second one is longer. A third closes it."
    private static let chinese = "读缓存保存最近访问过的页面。写入页面时会立即落盘。"

    private func edited(_ edit: Edit, _ text: String, _ share: Double, seed: UInt64 = 1) -> String {
        var random = SeededGenerator(seed: seed)
        return edit.edited(text, share: share, others: ["other words"], using: &random)
    }

    @Test(arguments: Edit.allCases, [english, chinese])
    func editsFollowFromTheSeedAndNoneIsMadeOfNothing(_ edit: Edit, _ text: String) {
        #expect(edited(edit, text, 0) == text)
        #expect(edited(edit, text, 0.5) == edited(edit, text, 0.5))
        #expect(edited(edit, "", 0.5) == "")
    }

    @Test func editsDoWhatTheirNamesSay() {
        #expect(edited(.width, "a1!", 1) == "ａ１！")
        #expect(edited(.script, "缓存页面", 1) == "緩存頁面")
        #expect(edited(.noise, Self.english, 1).count == Self.english.count)
        let swapped = edited(.swaps, Self.english, 1)
        #expect(swapped != Self.english && swapped.sorted() == Self.english.sorted())
        let moved = edited(.reordering, Self.english, 1)
        #expect(moved != Self.english && moved.sorted() == Self.english.sorted())
        #expect(edited(.insertions, "one two", 1).split(separator: " ").count == 4)
        #expect(edited(.markup, "one", 1).contains("one"))
    }

    @Test func theShareIsAboutWhatIsEdited() {
        let text = String(repeating: "a", count: 2000)
        let wide = edited(.width, text, 0.3).count { $0 == "ａ" }
        #expect((500...700).contains(wide))
    }
}
