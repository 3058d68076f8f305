import ArgumentParser
import Caching
import Refrain
import Reporting

/// `refrain cache`.
struct CacheCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cache", abstract: "Show or empty what lint keeps for its next run.",
        discussion: """
            Lint keeps how documents were split and counted, by their content: a run over documents that have not changed only reads \
            and compares them. What is found never depends on it.
            """,
        subcommands: [Show.self, Clear.self], defaultSubcommand: Show.self)

    /// `refrain cache show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Say where the cache is, and how large.")

        @OptionGroup var place: CacheOptions

        func run() throws {
            try place.use { (cache) throws(CacheFault) in
                let size = try cache.size()
                return
                    "\(cache.path): \(Wording.count(size.values, "entry", "entries")), \(Wording.megabytes(size.bytes))"
            }
        }
    }

    /// `refrain cache clear`.
    struct Clear: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "clear", abstract: "Empty the cache.")

        @OptionGroup var place: CacheOptions

        func run() throws {
            try place.use { (cache) throws(CacheFault) in
                let size = try cache.size()
                try cache.clear()
                return
                    "\(cache.path): let go of \(Wording.count(size.values, "entry", "entries")), \(Wording.megabytes(size.bytes))"
            }
        }
    }
}

/// Which cache is meant.
struct CacheOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of the cache. (default: refrain in XDG_CACHE_HOME or ~/.cache)", valueName: "folder"),
        completion: .directory)
    var cacheFolder: String?

    @Option(
        help: ArgumentHelp(
            "The settings file. (default: .refrain.yml in this folder or the nearest above)",
            valueName: "file"),
        completion: .file(extensions: ["yml", "yaml"]))
    var config: String?

    /// Opens the cache, which is not made for it, and prints what `work` says of it.
    func use(_ work: (CacheFile) throws(CacheFault) -> String) throws(Failure) {
        var typed = TypedSettings()
        typed.type(.cacheFolder, cacheFolder)
        let settings = try CommandSettings(options: typed, config: config, command: "lint")
        let text: String
        do throws(CacheFault) {
            let place = CachePlace(settings: settings)
            if let cache = try place.existing() {
                text = try work(cache)
            } else {
                text = "\(try place.path()): no cache"
            }
        } catch {
            throw .cache(error)
        }
        try StandardStreams.output(text + "\n")
    }
}
