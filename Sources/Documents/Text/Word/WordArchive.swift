import CZip

/// The archive that a DOCX or ODT is, looked through before pandoc sees it.
final class WordArchive {
    enum Kind: String, Sendable { case docx, odt }

    let kind: Kind
    private let archive: OpaquePointer

    /// Throws where it is no archive, or not of a text document.
    init(path: String) throws(DocumentError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw .damaged(reason: "its archive cannot be opened (\(String(cString: zip_error_strerror(&error))))")
        }
        self.archive = archive
        do throws(DocumentError) {
            kind = try Self.kind(of: archive)
        } catch {
            zip_discard(archive)
            throw error
        }
    }

    deinit { zip_discard(archive) }

    private static func kind(of archive: OpaquePointer) throws(DocumentError) -> Kind {
        func contains(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }
        if contains("word/document.xml") || contains("word/document2.xml") { return .docx }
        if contains("xl/workbook.xml") {
            throw .notADocument(saw: "a spreadsheet (XLSX), which `rapporteur import` reads")
        }
        if contains("ppt/presentation.xml") { throw .notADocument(saw: "a presentation (PPTX); save it as PDF") }
        guard contains("content.xml") else { throw .notADocument(saw: "a zip archive; unpack it first") }
        return .odt
    }
}
