import ArgumentParser
import Testing

@testable import RefrainBenchmarks

struct SpeedCommandTests {
    @Test(arguments: [
        (["--sizes", "10,x"], "--sizes 10,x: whole numbers above 0, by commas, as 1000,10000"),
        (["--runs", "0"], "--runs 0: at least 1"),
        (["--tools", "refrain,gaoja"], "--tools gaoja: no such tool; there are refrain, refrain-pairs, "),
    ])
    func aWrongOptionIsSaid(arguments: [String], message: String) {
        do {
            _ = try SpeedCommand.parse(arguments)
            Issue.record("\(arguments) is accepted")
        } catch {
            #expect(SpeedCommand.message(for: error).hasPrefix(message))
        }
    }

    @Test func refrainComparesTheTextAloneAsThePeersDo() {
        let commands = ToolCommands(refrain: "refrain", python: "python", script: "peers.py", threads: 2)
        #expect(
            commands.arguments(for: .refrainPlain, input: "in", output: "out").joined(separator: " ")
                == "refrain find in --title-field none --weights sklearn --ngrams 3-5 --threshold 0.8 --threads 2 --verbose --output out "
                + "--format jsonl --id-field none --normalization none")
        #expect(
            commands.arguments(for: .gaoya, input: "in", output: "out").joined(separator: " ")
                == "python peers.py gaoya in --pairs out --threads 2")
    }
}
