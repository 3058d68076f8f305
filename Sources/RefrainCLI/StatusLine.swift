import Foundation
import Reporting
import Synchronization

/// The last line of a terminal, rewritten again and again: spaces and returns do it, so that any terminal will do.
enum StatusLine {
    /// How many columns of the line are in use.
    private static let width = Mutex(0)

    /// Whether standard error is a terminal that takes a return for the start of the line.
    static var isPossible: Bool {
        let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
        return isatty(STDERR_FILENO) == 1 && !["", "dumb"].contains(terminal)
    }

    /// Writes `text` over what stands there, as much as fits.
    static func show(_ text: String) {
        let text = DisplayWidth.shortened(text, to: columns - 1)
        let textWidth = DisplayWidth.of(text)
        width.withLock { width in
            let rest = String(repeating: " ", count: max(0, width - textWidth))
            _ = StandardStreams.write("\r\(text)\(rest)\r", to: STDERR_FILENO)
            width = textWidth
        }
    }

    /// Takes away what stands there. Where another thread is about to write, nothing is waited for.
    static func clear() {
        _ = width.withLockIfAvailable { width in
            guard width > 0 else { return }
            _ = StandardStreams.write("\r\(String(repeating: " ", count: width))\r", to: STDERR_FILENO)
            width = 0
        }
    }

    /// How wide the terminal is now; 80 where it does not say.
    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
