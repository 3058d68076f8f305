import Refrain
import Vectorizing

/// The stages of a run, each measured apart, in this process, on the same records and settings as the program's.
struct StageKernels {
    /// How many threads work.
    let threads: Int
    /// How often each kernel runs.
    let runs: Int

    /// Measures all stages on the records of the file at `path`, and the dense path on rows of its own.
    func results(onFile path: String, dense: DenseKernels) throws -> [KernelResult] {
        let settings = try Self.settings()
        var clock = KernelClock(runs: runs)
        let text = TextKernels(settings: settings, threads: threads)
        let vectorized = text.measureVectorizing(of: try text.measureReading(path, &clock), &clock)
        let pairs = PairKernels(settings: settings, threads: threads)
        pairs.measureClustering(of: pairs.measureJoin(of: vectorized.matrix, &clock), vectorized, &clock)
        try pairs.measureReporting(on: path, &clock)
        dense.measureProduct(&clock)
        dense.measureJoin(&clock)
        return clock.results
    }

    /// `--title-field none --text-format plain --ngrams 3-5 --threshold 0.8`, and files of any size.
    private static func settings() throws -> Settings {
        var typed = TypedSettings()
        for (key, value) in [
            (SettingKey.titleField, "none"), (.textFormat, "plain"), (.ngrams, "3-5"), (.threshold, "0.8"),
            (.maxFileSize, "1024GB"),
        ] {
            typed[key] = TypedSetting([value], origin: .commandLine)
        }
        return try Settings(typed)
    }
}

extension KernelFigure {
    /// So many bytes of something in so many seconds, in MB (10⁶ bytes) a second.
    static func rate(_ bytes: Int, in seconds: Double, of what: String) -> KernelFigure {
        KernelFigure(name: "MB/s of \(what)", value: Double(bytes) / 1e6 / seconds)
    }
}
