// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A stage of the pipeline, or a part of the program around it.
func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one source target.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "Refrain",
    products: [
        .executable(name: "refrain", targets: ["RefrainCLI"]),
        .library(
            name: "Refrain",
            targets: [
                "Refrain", "Reading", "Splitting", "Vectorizing", "SimilarityJoin", "Scoring",
                "Clustering", "Deciding",
                "Outlining", "Linting", "Reporting", "Spilling", "Caching",
            ]),
    ],
    dependencies: [
        // Buys the command line: options, help, version and shell completions from one declaration.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Buys YAML with line numbers, for the settings file and for front matter.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C libraries. OpenBLAS buys dense products at the machine's peak, cmark-gfm CommonMark with source
        // lines, xxHash a fast stable 128-bit fingerprint, ICU Unicode normalization ten times faster than
        // Foundation's, zlib and zstd record files that are read as they are packed, SQLite a cache that
        // runs side by side may share.
        .systemLibrary(name: "COpenBLAS"),
        .systemLibrary(
            name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CPrefetch"),
        .target(name: "CVectors"),
        // The C library's allocation, which ends the program with a message where there is no more memory.
        .target(name: "CAllocation"),
        .target(name: "CUnicode", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icudata")]),

        // Threads for the stages: the same answer whatever their number.
        stage("Scheduling", []),

        // Working memory on disk, which nothing outlives.
        stage("Spilling", ["CMalloc"]),

        // READ       paths → [Document]
        stage("Reading", ["CZlib", "CZstd"]),
        // SPLIT      Document → [Section]
        stage(
            "Splitting",
            [
                "Reading", "CCMarkGFM", .product(name: "Yams", package: "Yams"),
            ]),
        // Numbers only; the one place that calls BLAS.
        stage("Matrices", ["COpenBLAS", "CPrefetch"]),
        // VECTORIZE  [String] → CSR matrix, rows L2-normalized
        stage("Vectorizing", ["Matrices", "Scheduling", "Spilling", "CUnicode", "CVectors", "CXXHash"]),
        // JOIN       CSR matrix → [SimilarPair]
        stage("SimilarityJoin", ["Matrices", "Scheduling"]),
        // SCORE      two rows, their lengths, headings and tokens → their similarity and a verdict
        stage("Scoring", ["Vectorizing", "SimilarityJoin", "Scheduling"]),
        // CLUSTER    [SimilarPair] → [Cluster]
        stage("Clustering", ["Scoring", "SimilarityJoin", "Matrices", "Scheduling", "Spilling"]),
        // DECIDE     [Cluster] + what an editor has decided → [Cluster]
        stage("Deciding", ["Splitting", "Clustering"]),
        // OUTLINE    [Section] + [Cluster] → Outline
        stage(
            "Outlining",
            ["Splitting", "Clustering", "Vectorizing", "SimilarityJoin", "Matrices", "Scheduling"]),

        // CACHE      what stages made → bytes in a file, and back
        stage("Caching", ["Splitting", "Vectorizing", "Matrices", "CSQLite", "CXXHash"]),

        // The library's front door: the whole run on one page.
        stage(
            "Refrain",
            [
                "Caching", "Reading", "Splitting", "Vectorizing", "Matrices", "SimilarityJoin",
                "Scoring",
                "Clustering", "Deciding", "Outlining",
                "Scheduling", "Spilling", .product(name: "Yams", package: "Yams"),
            ]),
        // LINT       Analysis → [Finding]
        stage(
            "Linting",
            [
                "Refrain", "Deciding", "Reading", "Splitting", "Vectorizing", "SimilarityJoin", "Clustering",
                "Outlining", "Scheduling",
            ]),
        // REPORT     Analysis, Outline, [Finding] → text
        stage(
            "Reporting",
            [
                "Refrain", "Linting", "Reading", "Splitting", "Vectorizing", "SimilarityJoin", "Clustering",
                "Deciding", "Scoring", "Outlining", "Scheduling",
            ]),

        // The program: options, exit status, messages.
        .executableTarget(
            name: "RefrainCLI",
            dependencies: [
                "Refrain", "Linting", "Reporting", "Reading", "Deciding", "Outlining", "Spilling",
                "Scheduling", "Caching", "CAllocation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Measures the program, its stages and its peers; writes Reports/Speed. Built by `make bench` only.
        .executableTarget(
            name: "RefrainBenchmarks",
            dependencies: [
                "Refrain", "Reading", "Splitting", "Matrices", "Vectorizing", "SimilarityJoin", "Clustering",
                "Reporting", "Scheduling", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Measures what is found against labelled sets; writes Reports/Quality. Built by `make quality` only.
        .executableTarget(
            name: "RefrainQuality",
            dependencies: [
                "Refrain", "Reading", "Splitting", "SimilarityJoin", "Clustering", "Scoring",
                "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Runs what reads other people's files on inputs that libFuzzer makes. Linked with it by `make fuzz` only.
        .target(name: "CFuzzer"),
        .executableTarget(
            name: "RefrainFuzz",
            dependencies: [
                "Refrain", "Linting", "Outlining", "Reading", "Reporting", "Splitting", "TestSupport",
                "CFuzzer",
            ],
            swiftSettings: settings),

        .target(
            name: "TestSupport", dependencies: ["Matrices", "Splitting"], path: "Tests/TestSupport",
            swiftSettings: settings),
        tests(of: "Scheduling"),
        tests(of: "Spilling"),
        tests(of: "Reading", ["CZlib", "CZstd"]),
        tests(of: "Splitting", ["Reading"]),
        tests(of: "Matrices"),
        tests(of: "Vectorizing", ["Matrices", "Scheduling", "Spilling", "CVectors"]),
        tests(of: "SimilarityJoin", ["Matrices", "Scheduling"]),
        tests(of: "Scoring", ["Vectorizing", "SimilarityJoin", "Scheduling"]),
        tests(of: "Clustering", ["Scoring", "SimilarityJoin", "Matrices", "Scheduling", "Spilling"]),
        tests(of: "Deciding", ["Reading", "Splitting", "Clustering"]),
        tests(of: "Outlining", ["Reading", "Splitting", "Clustering", "SimilarityJoin", "Vectorizing"]),
        tests(of: "Caching", ["Refrain", "Reading", "Splitting", "Matrices", "Vectorizing"]),
        tests(
            of: "Refrain",
            ["Reading", "Splitting", "Deciding", "Outlining", "Clustering", "SimilarityJoin", "Vectorizing"]),
        tests(of: "Linting", ["Refrain", "Reading", "Splitting", "SimilarityJoin", "Outlining"]),
        tests(
            of: "Reporting",
            [
                "Refrain", "Linting", "Reading", "Splitting", "SimilarityJoin", "Clustering", "Outlining",
                "Scheduling",
            ],
            exclude: ["Snapshots"]),
        .testTarget(
            name: "CommandLineTests", dependencies: ["RefrainCLI", "Refrain", "TestSupport"],
            swiftSettings: settings),
        tests(
            of: "RefrainBenchmarks",
            [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
        tests(of: "RefrainQuality", ["Refrain", "Reading", "SimilarityJoin"]),
        tests(of: "RefrainFuzz"),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
