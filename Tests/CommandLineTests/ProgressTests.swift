import Foundation
import Testing

/// What a run shows of its progress.
struct ProgressTests {
    @Test func terminalHasALineThatIsTakenAway() throws {
        let terminal = try Terminal(columns: 80)
        let program = try RunningProgram(["find", "-"], in: try WorkFolder(), errors: terminal.handle)
        #expect(try terminal.output(upTo: "\r", 2).hasPrefix("\rread: "))
        try program.write(SampleText.single)
        try program.endInput()
        #expect(try program.output(100) == "1 section, 0 clusters, 0 sections repeat others\n")
        program.process.waitUntilExit()
        let rest = try terminal.outputAtEnd()
        let last = rest.split(separator: "\r", omittingEmptySubsequences: true).last ?? ""
        #expect(last.allSatisfy { $0 == " " })
        #expect(rest.hasSuffix("\r"))
    }

    @Test func lineIsNoWiderThanTheTerminal() throws {
        let terminal = try Terminal(columns: 6)
        let program = try RunningProgram(["find", "-"], in: try WorkFolder(), errors: terminal.handle)
        // A line of six columns has five for text: in the last one some terminals begin the next line.
        #expect(try terminal.output(upTo: "\r", 2) == "\rread…\r")
        #expect(program.interrupt(by: SIGINT).status == SIGINT)
    }

    @Test func interruptionTakesTheLineAway() throws {
        let terminal = try Terminal(columns: 80)
        let program = try RunningProgram(["find", "-"], in: try WorkFolder(), errors: terminal.handle)
        _ = try terminal.output(upTo: "\r", 2)
        #expect(program.interrupt(by: SIGINT).status == SIGINT)
        #expect(try terminal.outputAtEnd().hasSuffix(" \r"))
    }

    @Test func verboseSaysItInMessagesWhereThereIsNoTerminal() throws {
        let program = try RunningProgram(["find", "-", "-v"], in: try WorkFolder(), errors: nil)
        #expect(try program.message().hasPrefix("refrain: read: "))
    }

    @Test(arguments: [[], ["--quiet"]])
    func shortRunShowsNothingOnATerminal(_ options: [String]) throws {
        let terminal = try Terminal(columns: 80)
        let folder = try WorkFolder(["a.md": SampleText.single])
        let program = try RunningProgram(["find", "a.md"] + options, in: folder, errors: terminal.handle)
        program.process.waitUntilExit()
        #expect(try terminal.outputAtEnd() == "")
    }
}

/// A terminal of a test's own.
private final class Terminal {
    /// The end that a program writes to.
    let handle: FileHandle
    private let master: Int32

    init(columns: UInt16) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // TIOCSPTLCK and TIOCGPTN (ioctl_tty(2)): what unlockpt and ptsname do, which Swift does not see.
        var (lock, number) = (Int32(0), Int32(-1))
        try #require(ioctl(master, UInt(0x4004_5431), &lock) == 0)
        try #require(ioctl(master, UInt(0x8004_5430), &number) == 0)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try #require(ioctl(master, UInt(TIOCSWINSZ), &size) == 0)
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(slave >= 0)
        handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    }

    deinit { close(master) }

    /// Waits for output in which `end` stands `count` times.
    func output(upTo end: Character, _ count: Int) throws -> String {
        var text = ""
        while text.filter({ $0 == end }).count < count { text += try #require(part()) }
        return text
    }

    /// What is left once all programs are done with the terminal.
    func outputAtEnd() throws -> String {
        try handle.close()
        var text = ""
        while let part = part() { text += part }
        return text
    }

    private func part() -> String? {
        var bytes = [UInt8](repeating: 0, count: 1000)
        let count = read(master, &bytes, bytes.count)
        // Linux says EIO where no program has the other end any more.
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }
}
