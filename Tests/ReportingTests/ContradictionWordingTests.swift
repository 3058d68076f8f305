import Outlining
import Testing

@testable import Reporting

/// How a message shows where copies disagree.
struct ContradictionWordingTests {
    private func contradiction(_ first: String, _ second: String, isInCode: Bool = false) -> Contradiction {
        Contradiction(
            kind: .number, isInCode: isInCode, first: first, second: second, firstLine: 1, secondLine: 1)
    }

    @Test func oneIsSaidWhole() {
        #expect(
            ContradictionWording.text([contradiction("24 hours", "")])
                == "“24 hours” here, nothing there (number)")
    }

    @Test func threeAreShownAndTheOthersCounted() {
        let five = (1...5).map { contradiction("\($0)", "1\($0)", isInCode: $0 == 2) }
        #expect(
            ContradictionWording.text(five)
                == "“1” here, “11” there; “2” / “12”; “3” / “13” (number, code); 2 more")
    }

    @Test func whatIsSaidTwiceIsShownOnce() {
        let same = [contradiction("2.1", "2.0"), contradiction("3", "4"), contradiction("2.1", "2.0")]
        #expect(ContradictionWording.text(same) == "“2.1” here, “2.0” there; “3” / “4” (number)")
    }

    @Test func longOnesAreFew() {
        let long = (1...3).map { contradiction(String(repeating: "\($0)", count: 60), "none") }
        let shown = String(repeating: "1", count: 39) + "…"
        let second = String(repeating: "2", count: 39) + "…"
        #expect(
            ContradictionWording.text(long)
                == "“\(shown)” here, “none” there; “\(second)” / “none” (number); 1 more")
    }
}
