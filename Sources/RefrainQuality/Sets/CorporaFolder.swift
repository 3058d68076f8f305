import Foundation

/// A folder of corpora, each with `docs` and `ground-truth.json`, or an archive of one.
struct CorporaFolder {
    /// The folder, or a .tar.gz.
    let path: String
    /// Where an archive is unpacked.
    let work: String

    /// The sets, by name. Folders without labels are passed over.
    func sets() throws(QualityFailure) -> [LabelledSet] {
        let folder = path.hasSuffix(".gz") || path.hasSuffix(".tgz") ? try unpacked() : path
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        var sets: [LabelledSet] = []
        for name in names {
            let labels = "\(folder)/\(name)/ground-truth.json"
            guard FileManager.default.fileExists(atPath: labels) else { continue }
            sets.append(
                try GroundTruth.read(labels).labelledSet(name: name, folder: "\(folder)/\(name)/docs"))
        }
        guard !sets.isEmpty else { throw .noCorpus(folder: folder) }
        return sets
    }

    private func unpacked() throws(QualityFailure) -> String {
        let folder = "\(work)/corpora"
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "xzf", path, "-C", folder]
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try tar.run()
        } catch {
            throw .file(path: folder, problem: error.localizedDescription)
        }
        tar.waitUntilExit()
        guard tar.terminationStatus == 0 else {
            throw .notUnpacked(path: path, status: tar.terminationStatus)
        }
        return folder
    }
}
