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
        add(shownPath: file.shownPath, format: format) { limitBytes throws(SkipReason) in
            try FileSystem.contents(of: file.path, opening: .anything, limitBytes: limitBytes)
        }
    }

    /// Reads, or notes as skipped, what a walk came upon.
    mutating func take(_ entry: WalkEntry) {
        guard seen.insert(entry.path).inserted else { return }
        switch entry.outcome {
        case .skipped(let reason):
            skipped.append(SkippedInput(path: ShownPath.text(entry.shownPath), reason: reason))
        case .document(let format):
            add(shownPath: entry.shownPath, format: format) { limitBytes throws(SkipReason) in
                try FileSystem.contents(of: entry.path, opening: .regularFileOnly, limitBytes: limitBytes)
            }
        }
    }

    /// Reads standard input, unless it was read before. Its identity is `-`; real paths begin with a slash.
    mutating func readStandardInput(_ bytes: () throws(ReadingError) -> [UInt8]) throws(ReadingError) {
        let identity = Array("-".utf8)
        guard seen.insert(identity).inserted else { return }
        let input = try bytes()
        add(shownPath: identity, format: settings.inputFormat ?? .markdown) { limitBytes throws(SkipReason) in
            guard input.count <= limitBytes else {
                throw .tooLarge(bytes: input.count, limitBytes: limitBytes)
            }
            return input
        }
    }

    private mutating func add(
        shownPath: [UInt8], format: DocumentFormat,
        contents: (_ limitBytes: Int) throws(SkipReason) -> [UInt8]
    ) {
        let path = ShownPath.text(shownPath)
        do throws(SkipReason) {
            // The limit keeps a mistake from being split and compared as one text; records are many.
            let limit = format == .jsonLines ? Int.max : settings.maximumFileBytes
            let text = try TextDecoding.text(of: contents(limit))
            documents.append(Document(path: path, format: format, text: text))
        } catch {
            skipped.append(SkippedInput(path: path, reason: error))
        }
    }
}
