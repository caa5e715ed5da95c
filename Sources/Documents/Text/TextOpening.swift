import Programs

/// Gets a document's text through the outside program that reads its format.
struct TextOpening {
    let programs: ProgramRunner
    var limits = TextLimits()

    static func isDocument(_ path: String) -> Bool {
        guard let file = try? DocumentFile(path), let sample = try? file.start(bytesMax: FileKind.sampleBytes) else {
            return false
        }
        return switch FileKind(sample) {
        case .pdf, .rtf, .html, .oldOffice: true
        case .archive: (try? WordArchive(path: path, limits: TextLimits())) != nil
        case .empty, .other: false
        }
    }

    func open(_ path: String, recognises: Bool) async throws(DocumentError) -> DocumentText {
        let file = try DocumentFile(path)
        guard file.sizeBytes <= limits.fileSizeBytesMax else {
            throw .limit(.fileSizeBytes, max: limits.fileSizeBytesMax)
        }
        switch FileKind(try file.start(bytesMax: FileKind.sampleBytes)) {
        case .pdf: return try await PDFOpening(programs: programs, limits: limits).open(file, recognises: recognises)
        case .archive, .rtf, .html: return try await WordOpening(programs: programs, limits: limits).open(file)
        case .oldOffice: throw try OldOffice.error(file)
        case .empty: throw .empty(path: path)
        case .other(let saw): throw .notADocument(saw: saw)
        }
    }
}
