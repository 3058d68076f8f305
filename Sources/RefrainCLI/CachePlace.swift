import Caching
import Foundation
import Refrain
import Reporting

/// Where the cache stands, and what is said of it.
struct CachePlace {
    private let settings: CommandSettings

    init(settings: CommandSettings) { self.settings = settings }

    /// The cache; nil where none is wanted, or, which is said, where there can be none.
    func cache() -> CacheFile? {
        guard settings.usesCache else { return nil }
        do throws(CacheFault) { return try open() } catch {
            say(error)
            return nil
        }
    }

    /// The cache, in a folder that is made where it is not there.
    func open() throws(CacheFault) -> CacheFile {
        let folder = try folder()
        if Self.makes(folder) {
            // So that a folder in a repository is none of its content.
            _ = FileManager.default.createFile(
                atPath: folder + "/.gitignore", contents: Data("*\n".utf8))
        }
        return try CacheFile(
            folder: folder, program: Self.program, time: Int(Date.now.timeIntervalSince1970))
    }

    /// The cache where there is one, or something in its place; nil where there is nothing, and nothing is made.
    func existing() throws(CacheFault) -> CacheFile? {
        CacheFile.isThere(inFolder: try folder()) ? try open() : nil
    }

    /// The path of the file, whether it is there or not.
    func path() throws(CacheFault) -> String { try folder() + "/" + CacheFile.name }

    /// Writes what the run added to `cache`, and says what is wrong with it.
    func save(_ cache: CacheFile) {
        let leftOut = cache.leftOutCount
        for fault in cache.save() { say(fault) }
        if settings.isVerbose, !settings.isQuiet, leftOut > 0 {
            StandardStreams.message(Wording.leftOut(leftOut, ofCache: cache.path))
        }
    }

    private func say(_ fault: CacheFault) {
        if !settings.isQuiet { StandardStreams.message(Self.message(fault)) }
    }

    /// What went wrong, and what to do about it.
    static func message(_ fault: CacheFault) -> String {
        switch fault {
        case .wasDamaged(let path): "\(path): the cache was damaged and is begun anew"
        case .wasOther(let path): "\(path): the cache is of another version and is begun anew"
        case .unusable(let path, let number):
            "\(path): this run has no cache: \(Wording.system(number)); name another folder with --cache-folder, or none with --no-cache"
        case .readOnly(let path):
            "\(path): nothing was added to the cache, which can only be read; name another folder with --cache-folder, or none with --no-cache"
        case .busy(let path): "\(path): nothing was added to the cache: another run was writing to it"
        case .isLink(let path):
            "\(path): this run has no cache: the file is a link to another, which is left alone; name another folder with --cache-folder, or none with --no-cache"
        }
    }

    /// The folder that is named, or else the one where programs keep such things.
    private func folder() throws(CacheFault) -> String {
        if let named = settings.cacheFolder { return named }
        let environment = ProcessInfo.processInfo.environment
        if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") { return caches + "/refrain" }
        guard let home = environment["HOME"], home.hasPrefix("/") else {
            throw .unusable(path: "~/.cache/refrain", ENOENT)
        }
        return home + "/.cache/refrain"
    }

    /// Whether the folder was made, with those above it; only its owner may look into it, since documents stand in the cache.
    private static func makes(_ folder: String) -> Bool {
        if mkdir(folder, 0o700) == 0 { return true }
        guard errno == ENOENT else { return false }
        let above = URL(fileURLWithPath: folder).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
        return mkdir(folder, 0o700) == 0
    }

    /// Which build of the program this is.
    private static var program: CacheKey {
        CacheKey(ofFile: "/proc/self/exe") ?? CacheKey(of: "refrain \(Version.current)")
    }
}
