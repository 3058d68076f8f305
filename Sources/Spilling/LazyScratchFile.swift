internal import Synchronization

/// A scratch file that is made when it is first asked for, by whichever thread.
package final class LazyScratchFile: Sendable {
    private let folder: String
    private let made = Mutex<ScratchFile?>(nil)

    /// Describes a file in `folder`; nothing is opened yet.
    package init(inFolder folder: String) { self.folder = folder }

    /// The file.
    ///
    /// - Throws: `ScratchFileError` where the folder does not take one.
    package func file() throws(ScratchFileError) -> ScratchFile {
        let result = made.withLock { made -> Result<ScratchFile, ScratchFileError> in
            if let made { return .success(made) }
            return Result { () throws(ScratchFileError) in try ScratchFile(inFolder: folder) }
                .map { file in
                    made = file
                    return file
                }
        }
        return try result.get()
    }
}
