import Testing

@testable import Splitting

/// What is numbering in front of a title, and what only looks like it.
struct HeadingNumberTests {
    @Test(arguments: [
        ("1. Title", "1", "Title"), ("12) Title", "12", "Title"), ("3: Title", "3", "Title"),
        ("1.2 Title", "1.2", "Title"), ("1.2.3. Title", "1.2.3", "Title"), ("10.1 标题", "10.1", "标题"),
        ("(4) x", "4", "x"), ("（12）、x", "12", "x"), ("12、x", "12", "x"), ("12.标题", "12", "标题"),
        ("１２．x", "１２", "x"), ("2）标题", "2", "标题"), ("4 . x", "4", "x"),
    ])
    func decimalNumbersAreTakenOff(title: String, number: String, rest: String) {
        expectNumber(of: title, number, rest)
    }

    @Test(arguments: [
        ("三、标题", "三", "标题"), ("十二：标题", "十二", "标题"), ("一百二十三、x", "一百二十三", "x"),
        ("（三）x", "三", "x"), ("(十) x", "十", "x"), ("第3章 开始", "第3章", "开始"), ("第三节：开始", "第三节", "开始"),
        ("第 12 题 x", "第 12 题", "x"), ("第二部分 x", "第二部分", "x"), ("第一步、x", "第一步", "x"),
        ("问题3：x", "问题3", "x"), ("题 7. x", "题 7", "x"),
    ])
    func chineseNumbersAreTakenOff(title: String, number: String, rest: String) {
        expectNumber(of: title, number, rest)
    }

    @Test(arguments: [
        ("Q7: x", "Q7", "x"), ("q7：x", "q7", "x"), ("Q7:What", "Q7", "What"),
        ("Question 12. x", "Question 12", "x"),
        ("Step 2: x", "Step 2", "x"), ("CHAPTER 3) x", "CHAPTER 3", "x"), ("Part 1: x", "Part 1", "x"),
    ])
    func labelledNumbersAreTakenOff(title: String, number: String, rest: String) {
        expectNumber(of: title, number, rest)
    }

    @Test(arguments: [
        "10:30 meeting", "3.js", "2023 年总结", "3D printing", "v1.2", "1.5x faster", "C. elegans",
        "1:N relations",
        "16:9 screens", "192.168.1.1 setup", "2023.12 release", "1.6.1 - 2025-07-01", "1.6.1 (beta)",
        "3 little pigs", "1️⃣ x", "1234567. x", "三个问题", "一体化", "二〇二三年", "第一", "第x章", "Q & A: x", "Steps 2: x",
        "Q3 2024: results", "Quick 2: x", "(a) x", "(4 x", "（）x", "+1: x", "-3. x", "", " ", "#",
    ])
    func whatOnlyLooksLikeNumberingStays(title: String) {
        #expect(HeadingNumber(of: title) == nil)
    }

    @Test(arguments: ["1.", "12) ", "第3章", "三、", "Q7:", "(4)"])
    func aNumberAloneIsATitle(title: String) {
        #expect(HeadingNumber(of: title) == nil)
    }

    @Test(arguments: [
        ("1. x", 1), ("1.2.15 x", 15), ("１２．x", 12), ("十、x", 10), ("十五、x", 15), ("二十、x", 20),
        ("一百零三、x", 103), ("二〇、x", 20), ("第两百章 x", 200), ("Q007: x", 7),
    ])
    func theValueIsThatOfTheLastPart(title: String, value: Int) {
        #expect(HeadingNumber(of: title)?.value == value)
    }

    private func expectNumber(of title: String, _ number: String, _ rest: String) {
        let found = HeadingNumber(of: title)
        #expect(found?.text == number && found?.rest == rest)
    }
}
