import Programs

/// The text of a PDF.
struct PDFOpening {
    /// A page with fewer letters and digits than this, and a picture, has no text of its own.
    private static let lettersMin = 20

    let programs: ProgramRunner
    let limits: TextLimits

    func open(_ file: DocumentFile, recognises: Bool) async throws(DocumentError) -> DocumentText {
        let facts = try await PDFFacts.read(file, programs, limits)
        var pages = try await pages(of: file)
        let pictures = try await picturedPages(file, pages, facts.pageCount)
        let isScanned = pictures.count * 2 > facts.pageCount || pages.allSatisfy { $0.letterCount == 0 }
        guard !pictures.isEmpty || isScanned else { return text(pages, facts, .pdf) }
        let recognition = Recognition(programs: programs, limits: limits)
        if recognises, programs.isInstalled(.tesseract) {
            for page in try await recognition.pages(isScanned ? pages.map(\.number) : pictures, of: file) {
                if let index = pages.firstIndex(where: { $0.number == page.number }) { pages[index] = page }
            }
            return text(pages, facts, .recognised)
        }
        guard !isScanned else {
            if recognises { throw .programMissing(program: "tesseract", package: "tesseract-ocr") }
            throw .scanned(pages: facts.pageCount, canRecognise: programs.isInstalled(.tesseract))
        }
        return text(pages, facts, .pdf)
    }

    private func text(_ pages: [PrintedPage], _ facts: PDFFacts, _ origin: DocumentText.Origin) -> DocumentText {
        DocumentText(origin: origin, lines: pages.flatMap(\.documentLines), pageCount: facts.pageCount)
    }

    private func pages(of file: DocumentFile) async throws(DocumentError) -> [PrintedPage] {
        let output: [UInt8]
        do throws(ProgramError) {
            output = try await programs.run(
                .pdfToText, ["-q", "-layout", "-enc", "UTF-8", file.absolutePath, "-"],
                limits: ProgramLimits(seconds: 120, outputBytes: limits.textBytesMax))
        } catch .limit(_, .outputBytes) {
            throw .limit(.textBytes, max: limits.textBytesMax)
        } catch {
            throw DocumentError(ofPDF: error)
        }
        return try await Blocking.run { PrintedPage.pages(of: output).map(Columns.inReadingOrder) }
    }

    /// Numbers of pages that are pictures without text.
    private func picturedPages(
        _ file: DocumentFile, _ pages: [PrintedPage], _ pageCount: Int
    ) async throws(DocumentError) -> [Int] {
        let bare = Set(pages.filter { $0.letterCount < Self.lettersMin }.map(\.number))
        guard !bare.isEmpty else { return [] }
        let list: [UInt8]
        do throws(ProgramError) {
            list = try await programs.run(.pdfImages, ["-list", file.absolutePath], limits: ProgramLimits(seconds: 30))
        } catch {
            throw DocumentError(ofPDF: error)
        }
        let pictured = String(decoding: list, as: UTF8.self).split(separator: "\n").dropFirst(2).compactMap {
            $0.split(separator: " ").first.flatMap { Int($0) }
        }
        return bare.intersection(pictured).sorted()
    }
}
