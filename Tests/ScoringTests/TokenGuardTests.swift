import Testing
import Vectorizing

@testable import Scoring

/// What pairs of sections lose for the tokens that they differ by.
struct TokenGuardTests {
    private static let lora =
        "LoRA freezes the base model. Because LoRA stores two small matrices, a checkpoint of LoRA is small."

    private func tokens(_ headings: [String], _ body: String) -> SectionTokens {
        var buffer = ScalarBuffer()
        return SectionTokens(headings: headings, body: body, buffer: &buffer)
    }

    private func penalty(_ a: (String, String), _ b: (String, String)) -> Double {
        TokenGuard.penalty(tokens([a.0], a.1), tokens([b.0], b.1))
    }

    @Test func theSameTextLosesNothing() {
        #expect(penalty(("Features of LoRA", Self.lora), ("Features of LoRA", Self.lora)) == 0)
        #expect(TokenGuard.penalty(tokens([], ""), tokens([], "")) == 0)
    }

    @Test func anotherSubjectInHeadingAndTextLosesHalf() {
        let other = Self.lora.replacing("LoRA", with: "QLoRA")
        #expect(penalty(("Features of LoRA", Self.lora), ("Features of QLoRA", other)) == 0.5)
    }

    @Test func anOppositeInTheHeadingLosesHalfInBothLanguages() {
        #expect(penalty(("Enable TLS", "Set the flag."), ("Disable TLS", "Set the flag.")) == 0.5)
        #expect(penalty(("架构的优点", "需要结合团队规模判断。"), ("架构的缺点", "需要结合团队规模判断。")) == 0.5)
    }

    @Test func twoVersionsInTheHeadingLoseHalf() {
        #expect(
            penalty(("Upgrade to v1", "Stop all writers."), ("Upgrade to v2", "Stop all writers.")) == 0.5)
    }

    @Test func versionsInTheHeadingsAboveLoseNothingOverTheSameWords() {
        func section(_ version: String, _ body: String) -> SectionTokens {
            tokens(["Upgrade from \(version)", "Preparation"], body)
        }
        let text = "Stop all writers, then take a snapshot of each member."
        #expect(TokenGuard.penalty(section("3.3", text), section("3.5", text + " Wait.")) == 0)
        #expect(
            TokenGuard.penalty(section("3.3", text + " Use 3.3."), section("3.5", text + " Use 3.5.")) == 0.5)
    }

    @Test func aNegationCountsByTheLengthOfTheText() {
        let rule = "Personal devices are allowed here."
        let turned = "Personal devices are not allowed here."
        let filler = String(
            repeating: " Ask the team that runs the network about any of it first.", count: 20)
        let short = penalty(("Devices", rule), ("Devices", turned))
        let long = penalty(("Devices", rule + filler), ("Devices", turned + filler))
        #expect(short == 0.5)
        #expect(long > 0 && long < 0.1)
    }

    @Test func aFigureThatHasDriftedInACopyLosesNothing() {
        let text = "The session lasts 2 hours and then closes by itself."
        #expect(penalty(("Access", text), ("Access", text.replacing("2", with: "4"))) == 0)
    }

    @Test func aRewordedHeadingOverTheSameTextLosesNothing() {
        #expect(penalty(("Read cache", "Pages are kept."), ("The cache for reads", "Pages are kept.")) == 0)
    }

    @Test func negationsInOtherWordsCancel() {
        let a = "The zone of the server is of no importance at all."
        #expect(penalty(("Zone", a), ("Zone", "The zone of the server does not matter at all.")) == 0)
    }

    @Test func aTemplateFilledWithTwoNamesLosesSome() {
        func page(_ name: String) -> String {
            "Name of the \(name). Body: \(name), required. Answer: a \(name)."
        }
        let lost = penalty(("Parameters", page("policy")), ("Parameters", page("binding")))
        #expect(lost == 0.5)
    }

    @Test func penaltiesAreSymmetricAndBounded() {
        let texts = ["a b c", "a b d d", "not a b", "x1 y2 z", "更大 更小", "never ever 12", ""]
        for a in texts {
            for b in texts {
                let (first, second) = (penalty((a, b), (b, a)), penalty((b, a), (a, b)))
                #expect(first == second && (0...0.5).contains(first))
            }
        }
    }

    @Test func withoutHeadingsTheOpeningStandsForOne() {
        let a = "Upgrade to v1. Stop all writers first."
        let b = "Upgrade to v2. Stop all writers first."
        #expect(TokenGuard.penalty(tokens([], a), tokens([], b)) == 0.5)
    }

    @Test func theTokensAreNamedInOrderAndNormalized() {
        let found = DiscriminatingTokens(
            headings: (["Features of LoRA"], ["Features of QLoRA"]),
            bodies: ("LoRA is on.", "QLoRA is off."))
        #expect(found.first == ["lora", "on"] && found.second == ["qlora", "off"] && found.penalty == 0.5)
    }

    @Test func ideographsThatFollowEachOtherAreAWord() {
        let found = DiscriminatingTokens(
            headings: (["模型的透明"], ["模型的公平"]),
            bodies: ("透明最难。透明要写清原因，透明也要时间。", "公平最难。公平要写清原因，公平也要时间。"))
        #expect(found.first == ["透明"])
        #expect(found.second == ["公平"])
    }
}
