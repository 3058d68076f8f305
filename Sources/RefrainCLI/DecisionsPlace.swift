import Deciding
import Foundation
import Refrain

/// Where the decisions of a run stand.
struct DecisionsPlace {
    /// The path as it is opened and shown.
    let path: String
    /// Whether a file stands there, or has to, as it was named.
    let isExpected: Bool
    /// Whether it was named, and not found by its name.
    private let isNamed: Bool

    /// The file that the settings name, or `.refrain-decisions.yml` in this folder or the nearest above.
    init(settings: CommandSettings) {
        isNamed = settings.decisionsPath != nil
        if let named = settings.decisionsPath {
            (path, isExpected) = (named, true)
            return
        }
        let folder = FileManager.default.currentDirectoryPath
        if let nearest = SettingsFile.nearest(to: folder, named: DecisionsFile.name) {
            path = String(repeating: "../", count: nearest.levelsUp) + DecisionsFile.name
            isExpected = true
        } else {
            (path, isExpected) = (DecisionsFile.name, false)
        }
    }

    /// The decisions; none where no file is expected.
    func decisions() throws(Failure) -> [Decision] {
        guard isExpected else { return [] }
        do throws(DecisionsError) {
            return try DecisionsFile(path: path, shownPath: path).decisions
        } catch {
            throw .decisions(error)
        }
    }

    /// The file to write to.
    func file() throws(Failure) -> ResultFile {
        isNamed ? try ResultFile(path) : try ResultFile(found: path, option: "--decisions")
    }

    /// The text of the file as it stands; empty where there is none yet.
    func text() throws(Failure) -> String {
        guard FileManager.default.fileExists(atPath: path) else { return "" }
        // Reading it as decisions finds whatever is wrong with it first.
        do throws(DecisionsError) {
            _ = try DecisionsFile(path: path, shownPath: path)
        } catch {
            throw .decisions(error)
        }
        return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }
}
