import ArgumentParser

/// Where the records come from.
struct CorpusOptions: ParsableArguments {
    @Option(
        name: .customLong("corpus"),
        help: "A file with a {\"id\", \"title\", \"text\"} a line. (default: made from the seed)")
    var path: String?

    @Option(help: "What made records, and edits of copies, are drawn from.")
    var seed: UInt64 = 1

    /// The corpus.
    var corpus: Corpus {
        path.map(Corpus.file) ?? .synthetic(SyntheticCorpus(seed: seed))
    }
}
