/// What is measured: Refrain in several ways of use, and its peers.
enum Tool: String, CaseIterable, Codable {
    /// Refrain, exact: clusters as text, as a person would run it.
    case refrain
    /// Refrain, all pairs written as JSON lines.
    case refrainPairs = "refrain-pairs"
    /// Refrain on texts as they are, lower-cased only, all pairs written: scikit-learn's cosine to the letter, and the list
    /// of exact pairs that every tool is compared with.
    case refrainPlain = "refrain-plain"
    /// Refrain at threshold 0.5, on 10,000 records only.
    case refrainLow = "refrain-0.5"
    /// scikit-learn's vectors and sparse_dot_topn's product, exact.
    case sparseDotTopn = "sparse_dot_topn"
    /// gaoya, MinHash LSH in Rust.
    case gaoya
    /// rensa, MinHash LSH in Rust.
    case rensa
    /// datasketch, MinHash LSH in Python.
    case datasketch
    /// FastSketchLSH, in C++, its n-grams hashed by numpy.
    case fastsketch

    /// Whether it is one of the peers.
    var isPeer: Bool { [.sparseDotTopn, .gaoya, .rensa, .datasketch, .fastsketch].contains(self) }

    /// The only size it runs at; nil for all.
    var onlySize: Int? { self == .refrainLow ? 10_000 : nil }

    /// What its list of pairs is written as; nil where it writes none.
    var pairFormat: PairList.Format? {
        switch self {
        case .refrain, .refrainLow: nil
        case .refrainPairs, .refrainPlain: .jsonLines
        case .sparseDotTopn, .gaoya, .rensa, .datasketch, .fastsketch: .binary
        }
    }

    /// What a report says it does.
    var method: String {
        switch self {
        case .refrain: "exact cosine ≥ 0.8, text normalized (NFKC, case folded), clusters written as text"
        case .refrainPairs: "the same, every pair written as JSON lines"
        case .refrainPlain: "the same on text as it is (`--normalization none`): scikit-learn's cosine"
        case .refrainLow: "as `refrain`, cosine ≥ 0.5"
        case .sparseDotTopn:
            "exact cosine ≥ 0.8, scikit-learn's `TfidfVectorizer` (char, 3–5, sublinear), all threads"
        case .gaoya: "MinHash LSH, character 5-grams, 128 hashes, Jaccard 0.7, all threads"
        case .rensa: "MinHash LSH, character 5-grams, 128 hashes, 32 bands, estimated Jaccard ≥ 0.5"
        case .datasketch: "MinHash LSH, character 5-grams, 128 hashes, estimated Jaccard ≥ 0.7"
        case .fastsketch: "FastSketchLSH, character 5-grams, 128 hashes, 32 bands, estimated Jaccard ≥ 0.5"
        }
    }
}

/// How tools are started.
struct ToolCommands {
    /// The paths of the program, of Python with the peers, and of the script that runs one of them.
    let refrain, python, script: String
    /// How many threads every tool that can may use.
    let threads: Int

    /// What is set for every process: libraries that ask the environment get as many threads as the others.
    var environment: [String: String] {
        let threads = "\(threads)"
        return [
            "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads, "RAYON_NUM_THREADS": threads,
            "PYTHONHASHSEED": "0",
        ]
    }

    /// The command line of `tool` on the records at `input`, which writes its result to `output`.
    func arguments(for tool: Tool, input: String, output: String) -> [String] {
        switch tool {
        case .refrain: find(input, output) + asItStands
        case .refrainPairs: find(input, output) + asItStands + ["--format", "jsonl", "--id-field", "none"]
        case .refrainPlain:
            find(input, output) + ["--format", "jsonl", "--id-field", "none", "--normalization", "none"]
        case .refrainLow: find(input, output, threshold: "0.5") + asItStands
        case .sparseDotTopn, .gaoya, .rensa, .datasketch, .fastsketch:
            [python, script, tool.rawValue, input, "--pairs", output, "--threads", "\(threads)"]
        }
    }

    /// The peers take no mark-up away; `--normalization none` implies the same.
    private var asItStands: [String] { ["--text-format", "plain"] }

    /// Refrain on the text field alone and with plain TF-IDF, as the peers have it.
    func find(_ input: String, _ output: String, threshold: String = "0.8") -> [String] {
        [
            refrain, "find", input, "--title-field", "none", "--weights", "sklearn", "--ngrams", "3-5",
            "--threshold", threshold, "--threads", "\(threads)", "--verbose", "--output", output,
        ]
    }
}
