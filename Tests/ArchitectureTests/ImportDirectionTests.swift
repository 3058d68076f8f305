import Testing

/// Who may import whom: the table of Sources/README.md. SwiftPM accepts more than that on a warm build.
struct ImportDirectionTests {
    private static let system: Set<String> = [
        "Foundation", "FoundationXML", "Dispatch", "Synchronization", "Glibc",
    ]

    /// Per target, what it may import besides the system's modules.
    private static let allowed: [String: Set<String>] = [
        "Scheduling": [],
        "Spilling": ["CMalloc"],
        "Reading": ["CZlib", "CZstd"],
        "Splitting": ["Reading", "CCMarkGFM", "Yams"],
        "Matrices": ["COpenBLAS", "CPrefetch"],
        "Vectorizing": ["Matrices", "Scheduling", "Spilling", "CUnicode", "CVectors", "CXXHash"],
        "SimilarityJoin": ["Matrices", "Scheduling"],
        "Scoring": ["Vectorizing", "SimilarityJoin", "Scheduling"],
        "Clustering": ["Scoring", "SimilarityJoin", "Matrices", "Scheduling", "Spilling"],
        "Deciding": ["Splitting", "Clustering"],
        "Outlining": ["Splitting", "Clustering", "Vectorizing", "SimilarityJoin", "Matrices", "Scheduling"],
        "Caching": ["Splitting", "Vectorizing", "Matrices", "CSQLite", "CXXHash"],
        "Refrain": [
            "Caching", "Reading", "Splitting", "Matrices", "Vectorizing", "SimilarityJoin", "Clustering",
            "Deciding",
            "Scoring", "Outlining", "Scheduling", "Spilling", "Yams",
        ],
        "Linting": [
            "Refrain", "Deciding", "Reading", "Splitting", "Vectorizing", "SimilarityJoin", "Clustering",
            "Outlining", "Scheduling",
        ],
        "Reporting": [
            "Refrain", "Scoring", "Linting", "Reading", "Splitting", "Vectorizing", "SimilarityJoin",
            "Clustering", "Deciding", "Outlining", "Scheduling",
        ],
        "RefrainCLI": [
            "Refrain", "Linting", "Reporting", "Reading", "Deciding", "Outlining", "Spilling", "Scheduling",
            "Caching", "CAllocation", "ArgumentParser",
        ],
        "RefrainBenchmarks": [
            "Refrain", "Reading", "Splitting", "Matrices", "Vectorizing", "SimilarityJoin", "Clustering",
            "Reporting", "Scheduling", "TestSupport", "ArgumentParser",
        ],
        "RefrainQuality": [
            "Refrain", "Reading", "Splitting", "SimilarityJoin", "Clustering", "Scoring",
            "TestSupport",
            "ArgumentParser",
        ],
        "RefrainFuzz": [
            "Refrain", "Linting", "Outlining", "Reading", "Reporting", "Splitting", "TestSupport", "CFuzzer",
        ],
    ]

    /// The targets that are programs.
    private static let programs: Set<String> = [
        "RefrainCLI", "RefrainBenchmarks", "RefrainQuality", "RefrainFuzz",
    ]

    @Test func everyImportIsInTheTable() throws {
        for file in try SourceTree.files() {
            let allowed = try #require(
                Self.allowed[file.target], "\(file.target) stands in no row of the table")
            for line in file.lines {
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count else {
                    continue
                }
                let module = String(words[place + 1])
                #expect(
                    allowed.contains(module) || Self.system.contains(module), "\(file.path) imports \(module)"
                )
            }
        }
    }

    @Test func theTableNamesNoTargetThatIsGone() throws {
        let targets = Set(try SourceTree.files().map(\.target))
        #expect(targets == Set(Self.allowed.keys))
    }

    @Test func onlyProgramsPrintExitOrReadTheEnvironment() throws {
        // With the bracket: a character class of globs is called print.
        let forbidden = [" print(", "debugPrint(", " exit(", "getenv(", "ProcessInfo.", "FileHandle."]
        for file in try SourceTree.files() where !Self.programs.contains(file.target) {
            for line in file.lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                for word in forbidden where line.contains(word) {
                    Issue.record("\(file.path) has \(word): \(line)")
                }
            }
        }
    }
}
