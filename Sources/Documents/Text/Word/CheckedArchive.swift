import CZip

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The parts of a word processor's document that hold text, looked through and packed anew: pandoc unpacks what was checked, and
/// nothing else.
struct CheckedArchive: Sendable {
    var kind: WordArchive.Kind
    /// An archive without compression.
    var bytes: [UInt8]
    /// Texts of page headers, where UN documents have their symbol.
    var headers: [String]

    static func read(_ path: String, _ limits: TextLimits) throws(DocumentError) -> CheckedArchive {
        let archive = try WordArchive(path: path, limits: limits)
        var parts: [(name: String, bytes: [UInt8])] = []
        for name in archive.textParts {
            guard let bytes = try archive.part(name) else { continue }
            if name != "mimetype", name != "word/document.xml" { try check(bytes, limits) }
            parts.append((name, bytes))
        }
        var headers: [String] = []
        if archive.kind == .docx { try number(&parts, limits) } else { try refuseEncrypted(parts) }
        for part in parts.sorted(by: { $0.name < $1.name }) where part.name.hasPrefix("word/header") {
            for text in try WordParagraphs.texts(of: part.bytes, depthMax: limits.depthMax)
            where headers.count < 20 && !headers.contains(text) { headers.append(text) }
        }
        return CheckedArchive(kind: archive.kind, bytes: try packed(parts), headers: headers)
    }

    private static func check(_ bytes: [UInt8], _ limits: TextLimits) throws(DocumentError) {
        var tags = try XMLTags(bytes, depthMax: limits.depthMax)
        while try tags.next() != nil {}
    }

    private static func number(_ parts: inout [(name: String, bytes: [UInt8])], _ limits: TextLimits)
        throws(DocumentError)
    {
        func bytes(_ name: String) -> [UInt8] { parts.first { $0.name == name }?.bytes ?? [] }
        let numbering = try WordNumbering(
            numbering: bytes("word/numbering.xml"), styles: bytes("word/styles.xml"), depthMax: limits.depthMax)
        let paragraphs = WordParagraphs(numbering, limits)
        for index in parts.indices {
            if parts[index].name == "word/document.xml" {
                parts[index].bytes = try paragraphs.numbered(parts[index].bytes)
            }
            if parts[index].name == "word/numbering.xml" { parts[index].bytes = Array(noLists.utf8) }
        }
    }

    private static let noLists =
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"></w:numbering>"

    private static func refuseEncrypted(_ parts: [(name: String, bytes: [UInt8])]) throws(DocumentError) {
        let manifest = parts.first { $0.name == "META-INF/manifest.xml" }?.bytes ?? []
        if String(decoding: manifest, as: UTF8.self).contains("encryption-data") { throw .passwordProtected }
    }

    private static func packed(_ parts: [(name: String, bytes: [UInt8])]) throws(DocumentError) -> [UInt8] {
        let failure = DocumentError.damaged(reason: "its parts cannot be put together")
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw failure }
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, nil) else { throw failure }
        for part in parts {
            // The archive reads its parts when it is closed, and frees them.
            guard let copy = malloc(max(1, part.bytes.count)) else { throw failure }
            part.bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
            guard let source = zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 1) else {
                free(copy)
                zip_discard(archive)
                throw failure
            }
            let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8))
            guard index >= 0, zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0) == 0 else {
                zip_discard(archive)
                throw failure
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw failure
        }
        return try contents(of: target, failure)
    }

    private static func contents(of source: OpaquePointer, _ failure: DocumentError) throws(DocumentError) -> [UInt8] {
        var status = zip_stat_t()
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { throw failure }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(clamping: status.size))
        guard zip_source_read(source, &bytes, zip_uint64_t(bytes.count)) == Int64(bytes.count) else { throw failure }
        return bytes
    }
}
