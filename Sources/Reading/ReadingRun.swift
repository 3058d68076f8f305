/// One run's documents and skipped inputs as they come in. Sees to it that nothing is read twice.
struct ReadingRun {
    private(set) var documents: [Document] = []
    private(set) var skipped: [SkippedInput] = []
    private var seen: Set<[UInt8]> = []
    private let settings: ReadingSettings

    /// Starts a run that has read nothing.
    init(settings: ReadingSettings) {
        self.settings = settings
    }

    /// Reads a file named explicitly.
    mutating func read(_ file: Argument.File) {
        guard seen.insert(file.identity).inserted else { return }
        let format =
            settings.inputFormat ?? DocumentFormat(path: ShownPath.text(file.shownPath)) ?? .plainText
        read(path: file.path, shownPath: file.shownPath, format: format, opening: .anything)
    }

    /// Reads, or notes as skipped, what a walk came upon.
    mutating func take(_ entry: WalkEntry) {
        guard seen.insert(entry.path).inserted else { return }
        switch entry.outcome {
        case .skipped(let reason):
            skipped.append(SkippedInput(path: ShownPath.text(entry.shownPath), reason: reason))
        case .document(let format):
            read(path: entry.path, shownPath: entry.shownPath, format: format, opening: .regularFileOnly)
        }
    }

    /// Reads standard input, unless it was read before. Its identity is `-`; real paths begin with a slash.
    mutating func readStandardInput(_ next: @escaping StandardInput) throws(ReadingError) {
        let identity = Array("-".utf8)
        guard seen.insert(identity).inserted else { return }
        let format = settings.inputFormat ?? .markdown
        if format.holdsRecords {
            documents.append(
                Document(path: "-", format: format, records: try RecordSource(standardInput: next)))
            return
        }
        var input: [UInt8] = []
        while input.count <= settings.maximumFileBytes, case let part = try next(), !part.isEmpty {
            input += part
        }
        add(shownPath: identity, format: format) { limitBytes throws(SkipReason) in
            guard input.count <= limitBytes else {
                throw .tooLarge(bytes: input.count, limitBytes: limitBytes)
            }
            return input
        }
    }

    private mutating func read(
        path: [UInt8], shownPath: [UInt8], format: DocumentFormat, opening: FileSystem.Opening
    ) {
        if format.holdsRecords {
            addRecords(path: path, shownPath: shownPath, format: format, opening: opening)
            return
        }
        add(shownPath: shownPath, format: format) { limitBytes throws(SkipReason) in
            try FileSystem.contents(of: path, opening: opening, limitBytes: limitBytes)
        }
    }

    /// Takes note of a record file that can be opened. A pipe is not tried: what writes to it would end with the attempt.
    private mutating func addRecords(
        path: [UInt8], shownPath: [UInt8], format: DocumentFormat, opening: FileSystem.Opening
    ) {
        let shown = ShownPath.text(shownPath)
        do throws(SkipReason) {
            if (try? FileSystem.kind(of: path, followingLinks: true)) != .other {
                _ = try OpenFile(path: path, opening: opening)
            }
            let compression = DocumentFormat.parted(shownPath[...]).flatMap {
                Compression(extension: $0.extension)
            }
            documents.append(
                Document(
                    path: shown, format: format,
                    records: RecordSource(path: path, opening: opening, compression: compression)))
        } catch {
            skipped.append(SkippedInput(path: shown, reason: error))
        }
    }

    private mutating func add(
        shownPath: [UInt8], format: DocumentFormat,
        contents: (_ limitBytes: Int) throws(SkipReason) -> [UInt8]
    ) {
        let path = ShownPath.text(shownPath)
        do throws(SkipReason) {
            let text = try TextDecoding.text(of: contents(settings.maximumFileBytes))
            documents.append(Document(path: path, format: format, text: text))
        } catch {
            skipped.append(SkippedInput(path: path, reason: error))
        }
    }
}
