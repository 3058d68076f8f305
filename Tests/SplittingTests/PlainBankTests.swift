import Splitting
import TestSupport
import Testing

/// Question banks in plain text as people keep them, and documents whose numbers are no titles.
struct PlainBankTests {
    /// A text, and the numbers of its sections: "" for a section without one.
    typealias Bank = (text: String, numbers: [String])

    private static let slips: [Bank] = [
        // A number left out, one that stands twice, one that is wrong, all the same, and a second chapter 2.
        (bank([1, 2, 3, 5]), ["1", "2", "3", "5"]), (bank([1, 2, 3, 3, 4]), ["1", "2", "3", "3", "4"]),
        (bank([1, 2, 3, 2, 5, 6]), ["1", "2", "3", "2", "5", "6"]),
        (bank([1, 1, 1, 1]), ["1", "1", "1", "1"]), (bank([4, 5, 9, 10]), ["4", "5", "9", "10"]),
        (bank([1, 2, 3, 4, 1, 2, 3]), ["1", "2", "3", "4", "1", "2", "3"]),
        (
            "第1章 开始\n文\n第2章 途中\n文\n第2章 再次\n文\n第3章 结束\n文\n", ["第1章", "第2章", "第2章", "第3章"]
        ),
        // The mark behind the number is another.
        (
            "1、为什么？\n因为。\n2.怎么办？\n这样。\n3、什么时候？\n明天。\n4、在哪里？\n这里。\n5、谁？\n你。\n", ["1", "2", "3", "4", "5"]
        ),
        // A question without a question mark, and one without a blank line above it.
        (
            "1. Why?\n\na\n\n2. How?\n\nb\n\n3. Tell me when\n\nc\n\n4. Who?\n\nd\n5. Where?\n\ne\n",
            ["1", "2", "3", "4", "5"]
        ),
    ]

    private static let shapes: [Bank] = [
        ("1、题目\n答：文\n2、又一题\n答：文\n", ["1", "2"]), ("1、题目一\n\n答：文\n\n2、题目二\n\n答：文\n", ["1", "2"]),
        ("1.题目\n解析：文\n2.题目二\n解析：文\n", ["1", "2"]),
        ("Q1. Why?\nBecause.\nQ2. How?\nSo.\n", ["Q1", "Q2"]),
        ("Q1: Why\nA1: so\n\nQ2: How\nA2: so\n", ["Q1", "Q2"]),
        ("Question 1: Why?\nSo.\n\nQuestion 2: How?\nSo.\n", ["Question 1", "Question 2"]),
        ("问题1：为何\n文\n问题2：如何\n文\n", ["问题1", "问题2"]), ("第1题 甲\n文\n第2题 乙\n文\n", ["第1题", "第2题"]),
        ("(1) Why?\nSo.\n(2) How?\nSo.\n", ["1", "2"]), ("1) Why?\nSo.\n2) How?\nSo.\n", ["1", "2"]),
        ("1: Why?\nSo.\n2: How?\nSo.\n", ["1", "2"]), ("（1）为何？\n文\n（2）如何？\n文\n", ["1", "2"]),
        ("Q: Why?\nA: So.\n\nQ: How?\nA: So.\n", ["", ""]), ("问：为何\n答：文\n问：如何\n答：文\n", ["", ""]),
        ("题目：为何\n答案：文\n\n题目：如何\n答案：文\n", ["", ""]),
        // Options, with the answer behind them or none.
        (
            "1. 下列说法正确的是（  ）。\nA. 甲\nB. 乙\nC. 丙\n答案：A\n2. 下列说法错误的是（  ）。\nA. 甲\nB. 乙\n答案：B\n",
            ["1", "2"]
        ),
        ("1. The pump is\n(A) wet\n(B) dry\n2. The valve is\n(A) open\n(B) shut\n", ["1", "2"]),
        // Answers that are lists: with the same marks, with other ones, indented, nested.
        (
            "1. Which colours?\n1. red\n2. green\n3. blue\n\n2. Which sizes?\n1. small\n2. large\n\n3. Which shapes?\n1. round\n2. flat\n",
            ["1", "2", "3"]
        ),
        (
            "1、有哪些颜色？\n1）红\n2）绿\n3）蓝\n2、有哪些大小？\n1）大\n2）小\n", ["1", "2"]
        ),
        ("1. Which?\n   1. red\n   2. green\n2. What?\n   - a\n   - b\n", ["1", "2"]),
        (
            "1、分层是什么？\n答：\n1. 物理层，传比特。\n2. 链路层，传帧。\n\n2、握手是什么？\n答：\n1. 发。\n2. 收。\n3. 确认。\n\n3、挥手是什么？\n答：四次。\n",
            ["1", "2", "3"]
        ),
        // A name behind the dot.
        ("1.什么是甲\n文\n2.python是什么\n文\n3.js呢？\n文\n4.什么是乙\n文\n", ["1", "2", "3", "4"]),
        // Titles that name a subject, without marks and blank lines.
        ("1、开门的准备\n先看灯。\n2、迎客的话\n说你好。\n3、结账的步骤\n收钱。\n", ["1", "2", "3"]),
        // A bank under a title of its own, with a line or two above.
        ("Plumbing questions\n==================\nCollected in May.\n", [""]),
        (
            "Garden questions, 3 of them\n\n1. Why?\nSo.\n\n2. How?\nSo.\n\n3. When?\nNow.\n",
            ["", "1", "2", "3"]
        ),
        // Chapters, with numbering that goes on or starts over.
        (
            "一、水\n1. 为何？\n文\n2. 如何？\n文\n二、火\n3. 何时？\n文\n4. 何地？\n文\n", ["一", "1", "2", "二", "3", "4"]
        ),
        (
            "一、选择题\n1. 下列正确的是\nA. 甲\nB. 乙\n2. 下列错误的是\nA. 甲\nB. 乙\n\n二、简答题\n1. 简述甲。\n答：文\n2. 简述乙。\n答：文\n",
            ["一", "1", "2", "二", "1", "2"]
        ),
        (
            "Chapter 1: Water\nAbout water.\n1. Why?\nSo.\n2. How?\nSo.\nChapter 2: Fire\nAbout fire.\n1. Why?\nSo.\n2. How?\nSo.\n",
            ["Chapter 1", "1", "2", "Chapter 2", "1", "2"]
        ),
        // A table of contents above.
        (
            "Contents\n1. Why?\n2. How?\n3. When?\n\n1. Why?\nSo.\n\n2. How?\nSo.\n\n3. When?\nNow.\n",
            ["", "1", "2", "3"]
        ),
        (
            "目录\n一、水\n二、火\n三、土\n\n一、水\n文\n\n二、火\n文\n\n三、土\n文\n", ["", "一", "二", "三"]
        ),
        // Rules between the questions.
        ("1. Why?\nSo.\n-----\n2. How?\nSo.\n-----\n3. When?\nNow.\n", ["1", "2", "3"]),
    ]

    @Test(arguments: slips + shapes)
    func eachQuestionIsASection(bank: Bank) {
        #expect(sections(ofPlainText: bank.text).map { $0.number ?? "" } == bank.numbers)
    }

    @Test(arguments: slips + shapes)
    func noLineOfABankIsLost(bank: Bank) {
        let faults = LosslessContract.faults(in: sections(ofPlainText: bank.text), of: bank.text)
        #expect(faults.isEmpty)
    }

    @Test(arguments: [
        // Steps inside prose: one a line, with blank lines between, wrapped, with commands below.
        "Descaling\n\nDo this in spring.\n\n1. Unplug the kettle\n\n2. Fill it\n\n3. Wait an hour\n\nThen it is clean.\n",
        "Descaling\n\nDo this in spring.\n\n1. Unplug the kettle.\n2. Fill it.\n3. Wait.\n\nThen it is clean.\n",
        "How the pump is put in\n\n1. The pump must be put in by someone\nwho has done it before.\n\n2. The valve has to be shut by hand\nmeanwhile.\n\nWhat comes then is easy.\n",
        "Putting it in\n\nThis takes an hour.\n\n1. Fetch it\n\n   get pump\n\n2. Build it\n\n   make pump\n\nThat is all there is to it.\n",
        "How to start.\n\nThe house is old, and so is the pump.\n\n1. Open the valve.\nIt is stiff.\n\n2. Shut the tap.\nIt drips.\n\nThe water comes in a minute.\n",
        // Lists in the middle and at the end of prose.
        "The house has three rooms. They are:\n1. the kitchen\n2. the bath\n3. the hall\nAll of them are dry.\n",
        "We keep:\n\n1. bread\n\n2. butter\n\n3. jam\n\nAsk for more.\nWe are here all day.\nThe door is open.\n",
        "本店须知\n\n欢迎光临，请注意：\n\n1、请勿吸烟，\n违者罚款。\n\n2、请勿喧哗。\n\n3、请勿拍照。\n\n谢谢合作。\n",
        "A long story.\nIt has a list.\n1. one\n2. two\n\nIt goes on, and has one more.\n1. three\n2. four\n\nAnd so it ends.\n",
        // Questions that nobody answers there are a list.
        "Before you sign, ask:\n1. Is it dry?\n2. Is it warm?\n3. Who has the key?\n\nSign when you know.\n",
        // Years, amounts and times.
        "1987. A good year.\nWe built the barn.\n1988. A bad one.\nIt burnt down.\n",
        "10:30 start\ntalk\n11:30 pause\ncoffee\n", "3 pumps\nred\n4 valves\nblue\n",
        // A step or two with a longer text around them.
        "The garden\n\nIt was dug in May and sown in June.\n\nStep 1: Dig\nDeep.\nStep 2: Sow\nThin.\n\nThen we waited.\n\nIt rained a lot.\n\nThe beans came first.\n\nThe peas came never.\n",
    ])
    func aListInsideProseMakesNoSections(text: String) {
        #expect(sections(ofPlainText: text).map(\.level) == [0])
    }

    @Test func titlesBelowChaptersAreOfTheSecondLevel() {
        let text = "一、水\n1. 为何？\n文\n2. 如何？\n文\n二、火\n1. 何时？\n文\n2. 何地？\n文\n"
        let sections = sections(ofPlainText: text)
        #expect(sections.map(\.level) == [1, 2, 2, 1, 2, 2])
        #expect(sections[4].headingPath == ["火", "何时？"])
    }

    @Test func hundredsOfQuestionsWithListsInsideAreAsManySections() {
        let text = (1...400).map { "\($0)、第\($0)个问题是什么\n答：\n1. 一点\n2. 又一点\n3. 再一点\n" }.joined()
        #expect(sections(ofPlainText: text).map { $0.number ?? "" } == (1...400).map(String.init))
    }

    private static func bank(_ numbers: [Int]) -> String {
        numbers.map { "\($0). What about \($0)?\nIt is so.\n\n" }.joined()
    }
}
