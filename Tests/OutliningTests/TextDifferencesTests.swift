import Testing

@testable import Outlining

/// What two wordings say differently, and which of it contradicts.
struct TextDifferencesTests {
    private func differences(_ a: String, _ b: String) -> [String] {
        var numbering = TokenNumbering()
        let (first, second) = (
            TokenizedText(a, numbering: &numbering), TokenizedText(b, numbering: &numbering)
        )
        return TextDifferences.between(first, second).map {
            "\($0.kind.rawValue): \($0.canonical) / \($0.variant)"
        }
    }

    @Test(arguments: [
        ("每 24 小时备份一次", "每 12 小时备份一次", "number: 24 小时 / 12 小时"),
        ("花到八成就通知负责人", "花到九成就通知负责人", "number: 八成 / 九成"),
        ("The session lasts two hours.", "The session lasts four hours.", "number: two hours / four hours"),
        ("Kept for 30 days.", "Kept for 30 weeks.", "unit: 30 days / 30 weeks"),
        ("Use release 1.2.3 of it.", "Use release 1.2.4 of it.", "version: 1.2.3 / 1.2.4"),
        ("Due on 2024-05-01 at noon.", "Due on 2024-06-01 at noon.", "date: 2024-05-01 / 2024-06-01"),
        ("截止 2024年5月1日 为止", "截止 2024年6月1日 为止", "date: 2024年5月1日 / 2024年6月1日"),
        ("Write to the desk first.", "Do not write to the desk first.", "negation:  / Do not"),
        ("重大改动必须提前打招呼", "重大改动不必提前打招呼", "negation: 必须 / 不必"),
        (
            "See https://a.example/x for it.", "See https://a.example/y for it.",
            "url: https://a.example/x / https://a.example/y"
        ),
        ("Cool it to -5 degrees at night.", "Cool it to 5 degrees at night.", "number: -5 / 5"),
        (
            "See www.a.example/x for it.", "See www.b.example/x for it.",
            "url: www.a.example/x / www.b.example/x"
        ),
        ("记录非必需加密保存", "记录必需加密保存", "negation: 非 / "),
        ("等待二十四小时再试", "等待十二小时再试", "number: 二十四小时 / 十二小时"),
        ("累计3.5亿条记录", "累计3.5万条记录", "number: 3.5亿条 / 3.5万条"),
        ("Back within two hours.", "Back within some hours.", "number: two hours / some hours"),
        (
            "Wait: renewed permissions expire within 30 days here.",
            "Wait: everyone's licences last forever but 60 days here.",
            "number: renewed permissions expire within 30 days / everyone's licences last forever but 60 days"
        ),
        ("Seal the copy by e-mail.", "Seal the copy in writing.", "wording: by e-mail / in writing"),
    ])
    func factsThatDifferAreNamed(_ a: String, _ b: String, _ expected: String) {
        #expect(differences(a, b) == [expected])
    }

    @Test(arguments: [
        ("Wait 24 hours.", "Wait 24 hours!"), ("Wait 24h.", "Wait 24 hours."),
        ("Wait two days.", "Wait 2 days."),
        ("A  line\nbreak", "a line break"), ("ＡＢ：１２", "ab:12"),
    ])
    func punctuationCaseWidthAndSpellingOfNumbersAreNoDifference(_ a: String, _ b: String) {
        #expect(differences(a, b) == [])
    }

    @Test func wordsThatOnlyLookLikeNegationsContradictNothing() {
        #expect(differences("展示模型在处理特征时的权重", "展示模型在处理不同特征时的权重") == ["wording:  / 不同"])
    }

    @Test func numberThatIsAddedContradictsNothing() {
        #expect(differences("Keep the key.", "Keep the key for 3 days.") == ["wording:  / for 3 days"])
    }

    @Test(arguments: [
        ("Send it to us.", "Send it to cn-north-1.", "wording: us / cn-north-1"),
        ("把费用压到成倍下降", "把费用压到几倍下降", "wording: 成倍 / 几倍"),
        (
            "Sort it.", "Sort it. The order of equal entries does not change.",
            "wording:  / The order of equal entries does not change."
        ),
        ("层与层之间互不依赖", "层与层之间互不依赖。并且每一层都可以根据需要替换，而不会影响整个结构", "wording:  / 。并且每一层都可以根据需要替换，而不会影响整个结构"),
        (
            "The copies of the week are sealed by the second crew of the harbour on Sunday.",
            "The copies are sealed.",
            "wording: of the week / ; wording: by the second crew of the harbour on Sunday / "
        ),
    ])
    func whatSaysMoreContradictsNothing(_ a: String, _ b: String, _ expected: String) {
        #expect(differences(a, b).joined(separator: "; ") == expected)
    }

    @Test func additionsAroundAFullStopDoNotReplaceIt() {
        #expect(
            differences("备份：使用工具备份数据", "备份和恢复：定期使用工具备份数据") == ["wording:  / 和恢复", "wording:  / 定期"])
    }

    @Test func longTextsAreComparedByLines() {
        let lines = (0..<1_000).map { "line \($0) says \($0 * 7) things" }
        var other = lines
        other[3] = "another line"
        other[800] = "and one more"
        #expect(
            differences(lines.joined(separator: "\n"), other.joined(separator: "\n")) == [
                "wording: line 3 says 21 things / another line",
                "wording: line 800 says 5600 things / and one more",
            ])
    }

    @Test(arguments: [
        ("等待二十四小时再试", "等待24小时再试"), ("花费1万元以内", "花费１０，０００元以内"), ("保留八成记录", "保留80%记录"),
        ("一百二十天后删除", "120天后删除"), ("第三章写明", "第3章写明"), ("Use v1.2.3 of it.", "Use 1.2.3 of it."),
        ("Starts on May 1, 2024 at noon.", "Starts on 1 May, 2024 at noon."),
        ("Wait twenty-four hours.", "Wait 24 hours."), ("截止 2024年5月1日", "截止 2024-05-01"),
    ])
    func oneAmountWrittenInTwoWaysIsNoContradiction(_ a: String, _ b: String) {
        #expect(differences(a, b) == [])
    }

    @Test func anArticleBesideAnAdjectiveIsNoNumber() {
        #expect(differences("先提供一个方案给客户", "先提供完整方案给客户") == ["wording: 一个 / 完整"])
    }

    @Test(arguments: [
        ("二十四", 24), ("一百二十", 120), ("两万", 20_000), ("一亿二千万", 120_000_000), ("一万亿", 1_000_000_000_000),
        ("二〇二四", 2024), ("十", 10),
    ])
    func ideographsSayNumbers(_ numeral: String, _ value: Int) {
        #expect(Ideographs.value(of: Array(numeral.unicodeScalars)[...]) == value)
    }

    @Test(arguments: ["半", "几十", "亿亿亿亿亿亿亿"]) func whatSaysNoNumberHasNoValue(_ numeral: String) {
        #expect(Ideographs.value(of: Array(numeral.unicodeScalars)[...]) == nil)
    }
}
