package import Programs

/// Pictures of a PDF's pages, for reading beside what was found.
package struct PagePicture: Sendable {
    package static let heightMin = 100
    package static let heightMax = 3_000

    private let programs: ProgramRunner

    package init(programs: ProgramRunner) { self.programs = programs }

    /// One page as PNG, `height` pixels tall (kept within `heightMin...heightMax`), in sixteen greys (about 60 KB for a full page of text
    /// at 1,000 pixels) or in colour (three times that). Throws `notADocument` for files without pages and `noSuchPage` beyond the last.
    package func png(
        _ path: String, page: Int, height: Int = 1_000, isGrey: Bool = true
    ) async throws(DocumentError) -> [UInt8] {
        let file = try DocumentFile(path)
        guard FileKind(try file.start(bytesMax: FileKind.sampleBytes)) == .pdf else {
            throw .notADocument(saw: "a file without pages; only pages of a PDF can be shown")
        }
        guard page > 0 else { throw .noSuchPage(page) }
        let height = min(max(height, Self.heightMin), Self.heightMax)
        let picture = try await run(
            [
                "-q", isGrey ? "-gray" : "-png", "-singlefile", "-f", String(page), "-l", String(page), "-scale-to-y",
                String(height), "-scale-to-x", "-1", file.absolutePath,
            ], page)
        if !isGrey, picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return picture }
        guard let grey = GreyPicture(pgm: picture) else { throw .noSuchPage(page) }
        guard let png = grey.png else { throw .programLimit(program: OutsideProgram.pdfToPicture.name) }
        return png
    }

    private func run(_ arguments: [String], _ page: Int) async throws(DocumentError) -> [UInt8] {
        do throws(ProgramError) {
            return try await programs.run(
                .pdfToPicture, arguments, limits: ProgramLimits(seconds: 20, outputBytes: 32 << 20))
        } catch .failed(_, 99, _) {
            throw .noSuchPage(page)
        } catch {
            throw DocumentError(ofPDF: error)
        }
    }
}
