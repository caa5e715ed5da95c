import CZip

/// The archive that a DOCX or ODT is, looked through before pandoc sees it.
final class WordArchive {
    enum Kind: String, Sendable { case docx, odt }

    let kind: Kind
    private let archive: OpaquePointer
    private let limits: TextLimits
    private var unpackedBytes = 0

    /// Throws where it is no archive, or not of a text document.
    init(path: String, limits: TextLimits) throws(DocumentError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw .damaged(reason: "its archive cannot be opened (\(String(cString: zip_error_strerror(&error))))")
        }
        self.archive = archive
        self.limits = limits
        do throws(DocumentError) {
            guard zip_get_num_entries(archive, 0) <= limits.archiveEntriesMax else {
                throw .limit(.archiveEntries, max: limits.archiveEntriesMax)
            }
            kind = try Self.kind(of: archive)
        } catch {
            zip_discard(archive)
            throw error
        }
    }

    deinit { zip_discard(archive) }

    private static func kind(of archive: OpaquePointer) throws(DocumentError) -> Kind {
        func contains(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }
        if contains("word/document.xml") { return .docx }
        if contains("xl/workbook.xml") {
            throw .notADocument(saw: "a spreadsheet (XLSX), which `rapporteur import` reads")
        }
        if contains("ppt/presentation.xml") { throw .notADocument(saw: "a presentation (PPTX); save it as PDF") }
        guard contains("content.xml"), contains("META-INF/manifest.xml") else {
            throw .notADocument(saw: "a zip archive; unpack it first")
        }
        return .odt
    }

    /// Names of the parts whose text matters; pictures and what else is packed beside them are never unpacked.
    var textParts: [String] {
        (0..<max(0, zip_get_num_entries(archive, 0))).compactMap { index in
            guard let name = zip_get_name(archive, zip_uint64_t(index), 0) else { return nil }
            let text = String(cString: name)
            return text.hasSuffix(".xml") || text.hasSuffix(".rels") || text == "mimetype" ? text : nil
        }
    }

    /// A part, unpacked under limits; nil where there is none of this name. What counts is what comes out: the directory may lie.
    func part(_ name: String) throws(DocumentError) -> [UInt8]? {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat(archive, name, 0, &status) == 0 else { return nil }
        if status.encryption_method != 0 { throw .passwordProtected }
        guard let file = zip_fopen(archive, name, 0) else { throw .damaged(reason: "\(name) cannot be unpacked") }
        defer { zip_fclose(file) }
        let packed = max(1, Int(clamping: status.comp_size))
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Int(zip_fread(file, &buffer, zip_uint64_t(buffer.count)))
            guard count >= 0 else { throw .damaged(reason: "\(name) is damaged or cut off") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            unpackedBytes += count
            guard bytes.count <= limits.ratioFreeBytes || bytes.count / packed <= limits.archiveRatioMax else {
                throw .limit(.archiveRatio, max: limits.archiveRatioMax)
            }
            guard unpackedBytes <= limits.archiveTextBytesMax else {
                throw .limit(.textBytes, max: limits.archiveTextBytesMax)
            }
        }
    }
}
