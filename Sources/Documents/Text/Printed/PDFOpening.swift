import Programs

/// The text of a PDF.
struct PDFOpening {
    let programs: ProgramRunner
    let limits: TextLimits

    func open(_ file: DocumentFile) async throws(DocumentError) -> DocumentText {
        let output: [UInt8]
        do throws(ProgramError) {
            output = try await programs.run(.pdfToText, ["-layout", "-enc", "UTF-8", file.absolutePath, "-"])
        } catch {
            throw DocumentError(error)
        }
        var lines: [DocumentText.Line] = []
        var page = 1
        for part in output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            var part = part
            while part.first == 0x0C {
                page += 1
                part = part.dropFirst()
            }
            let text = PlainText.of(String(decoding: part, as: UTF8.self))
            let indent = text.prefix(while: \.isWhitespace).count
            let trimmed = text.drop(while: \.isWhitespace)
            let end = trimmed.lastIndex { !$0.isWhitespace }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
            lines.append(.init(text: String(trimmed[..<end]), indent: indent, page: page))
        }
        return DocumentText(origin: .pdf, lines: lines, pageCount: page - 1)
    }
}
