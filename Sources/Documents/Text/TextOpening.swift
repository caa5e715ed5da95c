import FoundationEssentials
import Programs

/// Gets a document's text through the outside program that reads its format.
struct TextOpening {
    let programs: ProgramRunner

    static func isDocument(_ path: String) -> Bool {
        guard let file = FileManager.default.contents(atPath: path) else { return false }
        return file.starts(with: Array("%PDF-".utf8))
    }

    func open(_ path: String, recognises: Bool) async throws(DocumentError) -> DocumentText {
        let output: [UInt8]
        do throws(ProgramError) {
            output = try await programs.run(.pdfToText, ["-layout", "-enc", "UTF-8", path, "-"])
        } catch {
            throw .programFailed(program: "pdftotext", reason: "\(error)")
        }
        var lines: [DocumentText.Line] = []
        var page = 1
        for part in output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            var part = part
            while part.first == 0x0C {
                page += 1
                part = part.dropFirst()
            }
            let text = String(decoding: part, as: UTF8.self)
            let indent = text.prefix(while: \.isWhitespace).count
            let trimmed = text.drop(while: \.isWhitespace)
            let end = trimmed.lastIndex { !$0.isWhitespace }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
            lines.append(.init(text: String(trimmed[..<end]), indent: indent, page: page))
        }
        return DocumentText(origin: .pdf, lines: lines, pageCount: page - 1)
    }
}
