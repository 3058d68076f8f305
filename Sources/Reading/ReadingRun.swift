/// One run's documents and skipped inputs as they come in. Sees to it that nothing is read twice.
struct ReadingRun {
    private(set) var documents: [Document] = []
    private(set) var skipped: [SkippedInput] = []
    private var seen: Set<[UInt8]> = []
    private let settings: ReadingSettings
    private let tree: any FileTree

    /// Starts a run that has read nothing.
    init(settings: ReadingSettings, tree: any FileTree = FileSystem()) {
        self.settings = settings
        self.tree = tree
    }

    /// Notes as skipped what was named and can't be looked at.
    mutating func skip(_ argument: Argument.Skipped) {
        guard seen.insert(argument.path).inserted else { return }
        skipped.append(SkippedInput(path: ShownPath.text(argument.shownPath), reason: argument.reason))
    }

    /// Reads a file named explicitly.
    mutating func read(_ file: Argument.File) {
        guard seen.insert(file.identity).inserted else { return }
        let format =
            settings.inputFormat ?? DocumentFormat(path: ShownPath.text(file.shownPath)) ?? .plainText
        read(
            Place(path: file.path, identity: file.identity, shownPath: file.shownPath), format: format,
            opening: .anything)
    }

    /// Reads, or notes as skipped, what a walk came upon.
    mutating func take(_ entry: WalkEntry) {
        guard seen.insert(entry.path).inserted else { return }
        switch entry.outcome {
        case .skipped(let reason):
            skipped.append(SkippedInput(path: ShownPath.text(entry.shownPath), reason: reason))
        case .document(let format):
            read(
                Place(path: entry.path, identity: entry.path, shownPath: entry.shownPath), format: format,
                opening: .regularFileOnly)
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
        add(Place(path: identity, identity: nil, shownPath: identity), format: format) {
            (limitBytes) throws(SkipReason) in
            guard input.count <= limitBytes else {
                throw .tooLarge(bytes: input.count, limitBytes: limitBytes)
            }
            return input
        }
    }

    /// Where a document is.
    private struct Place {
        /// What to open.
        let path: [UInt8]
        /// What tells it from others; nil for standard input.
        let identity: [UInt8]?
        let shownPath: [UInt8]
    }

    private mutating func read(_ place: Place, format: DocumentFormat, opening: FileOpening) {
        if format.holdsRecords {
            addRecords(place, format: format, opening: opening)
            return
        }
        let tree = tree
        add(place, format: format) { limitBytes throws(SkipReason) in
            try tree.contents(of: place.path, opening: opening, limitBytes: limitBytes)
        }
    }

    private mutating func addRecords(_ place: Place, format: DocumentFormat, opening: FileOpening) {
        let shown = ShownPath.text(place.shownPath)
        let compression = DocumentFormat.parted(place.shownPath[...]).flatMap {
            Compression(extension: $0.extension)
        }
        do throws(SkipReason) {
            documents.append(
                Document(
                    path: shown, format: format,
                    records: try tree.records(of: place.path, opening: opening, compression: compression),
                    file: place.identity))
        } catch {
            skipped.append(SkippedInput(path: shown, reason: error))
        }
    }

    private mutating func add(
        _ place: Place, format: DocumentFormat,
        contents: (_ limitBytes: Int) throws(SkipReason) -> [UInt8]
    ) {
        let path = ShownPath.text(place.shownPath)
        do throws(SkipReason) {
            let text = try TextDecoding.text(of: contents(settings.maximumFileBytes))
            documents.append(Document(path: path, format: format, text: text, file: place.identity))
        } catch {
            skipped.append(SkippedInput(path: path, reason: error))
        }
    }
}
