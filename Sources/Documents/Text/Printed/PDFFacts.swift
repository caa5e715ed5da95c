import Programs

/// What `pdfinfo` tells of a PDF.
struct PDFFacts: Sendable {
    var pageCount: Int

    /// Throws where the file has a password, is broken or has more pages than are read.
    static func read(
        _ file: DocumentFile, _ programs: ProgramRunner, _ limits: TextLimits
    ) async throws(DocumentError) -> PDFFacts {
        guard try file.endsAsPDF() else { throw .damaged(reason: "it breaks off before its end") }
        let said: [UInt8]
        do throws(ProgramError) {
            said = try await programs.run(.pdfInfo, [file.absolutePath], limits: ProgramLimits(seconds: 20))
        } catch {
            throw DocumentError(ofPDF: error)
        }
        let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
        let pages = lines.first { $0.hasPrefix("Pages:") }?.drop { !$0.isNumber }.prefix(while: \.isNumber)
        guard let pageCount = pages.flatMap({ Int($0) }), pageCount > 0 else {
            throw .damaged(reason: "it has no pages")
        }
        guard pageCount <= limits.pagesMax else { throw .limit(.pages, max: limits.pagesMax) }
        return PDFFacts(pageCount: pageCount)
    }
}

extension DocumentFile {
    /// Whether the mark that ends a PDF stands near its end.
    fileprivate func endsAsPDF() throws(DocumentError) -> Bool {
        let end = try bytes(from: max(0, sizeBytes - (64 << 10)), bytesMax: 64 << 10)
        let mark = Array("%%EOF".utf8)
        guard end.count >= mark.count else { return false }
        return (0...(end.count - mark.count)).reversed().contains {
            end[$0] == mark[0] && end[$0...].starts(with: mark)
        }
    }
}

extension DocumentError {
    /// What poppler's programs say, as what became of the document.
    init(ofPDF error: ProgramError) {
        guard case .failed(_, let status, let reason) = error else {
            self.init(error)
            return
        }
        if reason.contains("Incorrect password") || reason.contains("encrypted") {
            self = .passwordProtected
        } else if status == 1 {
            self = .damaged(reason: "its parts cannot be found")
        } else {
            self.init(error)
        }
    }
}
