import Foundation

/// Where a result goes: standard output, or a file that holds either its old content or the whole new one.
enum ResultFile {
    /// Writes `text` to `path`, or to standard output where there is none.
    ///
    /// A file is written beside its place and then renamed, so that neither a full disk nor an interruption leaves half.
    static func write(_ text: String, to path: String?) throws(Failure) {
        guard let path else { return StandardStreams.output(text) }
        let partial = "\(path).partial-\(getpid())"
        do {
            try Data(text.utf8).write(to: URL(filePath: partial))
        } catch {
            unlink(partial)
            throw .output(path: path, problem: problem(error))
        }
        guard rename(partial, path) == 0 else {
            let number = errno
            unlink(partial)
            throw .output(path: path, problem: String(cString: strerror(number)).lowercased())
        }
    }

    private static func problem(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        if let number = underlying?.code, underlying?.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(number))).lowercased()
        }
        return (error as NSError).localizedDescription
    }
}
