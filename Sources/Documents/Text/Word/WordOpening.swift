import Programs

/// The text of a DOCX, ODT, RTF or HTML file, through pandoc.
struct WordOpening {
    let programs: ProgramRunner
    let limits: TextLimits

    func open(_ file: DocumentFile) async throws(DocumentError) -> DocumentText {
        let format: String
        switch FileKind(try file.start(bytesMax: FileKind.sampleBytes)) {
        case .rtf: format = "rtf"
        case .html: format = "html"
        default: format = try WordArchive(path: file.path).kind.rawValue
        }
        let output: [UInt8]
        do throws(ProgramError) {
            output = try await programs.run(
                .pandoc, ["--sandbox", "-f", format, "-t", "json", file.absolutePath],
                limits: ProgramLimits(seconds: 60, memoryBytes: 2 << 30, outputBytes: 128 << 20))
        } catch {
            throw DocumentError(error)
        }
        let origin: DocumentText.Origin = format == "html" ? .plain : .word
        let (limits, path) = (limits, file.path)
        return try await Blocking.run { () throws(DocumentError) in
            var blocks = PandocBlocks(output)
            var text = PandocText(origin: origin, limits: limits)
            while let block = try blocks.next() { try text.add(block) }
            var whole = text.text
            if format == "docx" { whole.headers = PageHeaders.read(path) }
            return whole
        }
    }
}
