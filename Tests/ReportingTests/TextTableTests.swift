import Scheduling
import Testing

@testable import Reporting

/// Texts by number, made on several threads.
struct TextTableTests {
    /// More texts than a thread makes at once, some of them empty.
    private static func text(_ number: Int) -> String {
        String(repeating: "é", count: number % 3) + "\(number % 7)"
    }

    @Test(arguments: [0, 1, 4095, 4096, 4097, 10_000], [1, 3])
    func eachNumberHasItsText(count: Int, threads: Int) {
        let table = TextTable(count: count, workers: Workers(count: threads)) { number, bytes in
            if number % 5 > 0 { bytes += Self.text(number).utf8 }
        }
        for number in 0..<count {
            #expect(Array(table[number]) == (number % 5 > 0 ? Array(Self.text(number).utf8) : []))
        }
        #expect(table.bytes.count == (0..<count).reduce(0) { $0 + table[$1].count })
    }
}
