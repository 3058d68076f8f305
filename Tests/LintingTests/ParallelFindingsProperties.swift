import Outlining
import Reading
import Refrain
import Splitting
import TestSupport
import Testing

@testable import Linting

/// What is the same in each of several trees, held against all findings of trees that a seed makes.
struct ParallelFindingsProperties {
    /// Trees that are copied from one another with pages moved, headings reworded, values and sections changed.
    private struct Trees {
        let linted: LintedText
        let all: [Finding]
        let firsts: [Finding]

        init(seed: UInt64) throws {
            var generator = SeededGenerator(seed: seed)
            let passages = [Passage.backups, Passage.invoices, Passage.visitors]
            var pages: [(path: String, text: String)] = []
            for tree in 1...4 {
                for page in 0..<5 {
                    let folder = ["", "guide/", "old/"].randomElement(using: &generator) ?? ""
                    let sections = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                        let heading = ["Notice", "Note", "On notice"].randomElement(using: &generator) ?? ""
                        let days = ["thirty days", "sixty days", "ninety days"].randomElement(
                            using: &generator)
                        let text = passages.randomElement(using: &generator) ?? ""
                        let more = ["", " Truly.", "\n\n" + Passage.invoices].randomElement(using: &generator)
                        return
                            "## \(heading)\n\n\(text.replacing("thirty days", with: days ?? ""))\(more ?? "")"
                    }
                    pages.append(
                        (
                            "v\(tree)/\(folder)p\(page).md",
                            "# P\(page)\n\n\(sections.joined(separator: "\n\n"))\n"
                        ))
                }
            }
            linted = try LintedText(pages, settings: [.parallel: ["/v*"]])
            var typed = TypedSettings()
            typed[.parallel] = TypedSetting(["/v*"], origin: .commandLine)
            let input = LintInput(linted.analysis, settings: try LintSettings(typed))
            all = Linter.allRules.filter { !$0.readsOtherFindings }.flatMap { $0.findings(in: input) }
            firsts = ParallelFindings.firsts(of: all, in: input)
        }

        func path(_ section: Int) -> [Substring] {
            linted.analysis.documents[linted.analysis.sections[section].document].path.split(separator: "/")
        }

        func pages(_ finding: Finding) -> Set<Substring> {
            Set(finding.sections.compactMap { path($0).last })
        }
    }

    private static let seeds: ClosedRange<UInt64> = 1...12

    @Test(arguments: seeds)
    func noTreeHasMoreFindingsThanAreTold(_ seed: UInt64) throws {
        let trees = try Trees(seed: seed)
        #expect(trees.firsts.count < trees.all.count)
        for rule in Set(trees.all.map(\.rule)) {
            let told = trees.firsts.count { $0.rule == rule }
            for tree in 1...4 {
                let own = trees.all.count { $0.rule == rule && trees.path($0.place.section)[0] == "v\(tree)" }
                #expect(own <= told, "\(rule) in v\(tree)")
            }
        }
    }

    /// What vanishes stands in another finding of its rule that is about its page and, where copies disagree, about a value of it.
    @Test(arguments: seeds)
    func whatIsNotToldIsToldElsewhere(_ seed: UInt64) throws {
        let trees = try Trees(seed: seed)
        let told = Set(trees.firsts.map(\.sections))
        for finding in trees.all where !told.contains(finding.sections) {
            let standing = trees.firsts.filter { first in
                first.rule == finding.rule && first.otherIdentities.contains(finding.identity)
                    && Set(first.sectionsElsewhere).isSuperset(of: finding.sections)
            }
            let page = try #require(trees.path(finding.place.section).last)
            let about = standing.filter { trees.pages($0).contains(page) }
            #expect(!about.isEmpty, "\(finding)")
            let values = Self.values(finding)
            #expect(values.isEmpty || about.contains { !Self.values($0).isDisjoint(with: values) })
        }
        // A family has further identities of its own.
        let firsts = trees.firsts.filter { $0.rule != ParallelTemplate().id }
        let all = trees.all.count { $0.rule != ParallelTemplate().id }
        #expect(firsts.reduce(firsts.count) { $0 + $1.otherIdentities.count } == all)
    }

    private static func values(_ finding: Finding) -> Set<[String]> {
        guard case .drifted(_, let contradictions) = finding.evidence else { return [] }
        return Set(contradictions.map { [$0.first, $0.second].sorted() })
    }
}
