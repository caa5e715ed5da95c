import CZip
import Foundation

/// A zip archive that a test makes.
enum MadeArchive {
    static func file(_ parts: [(String, String)]) throws -> MadeFile {
        let file = try MadeFile([], name: "made.zip")
        var code: Int32 = 0
        guard let archive = zip_open(file.path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw CocoaError(.fileWriteUnknown)
        }
        for (name, text) in parts {
            let bytes = Array(text.utf8)
            let copy = malloc(max(1, bytes.count))
            bytes.withUnsafeBytes { if let base = $0.baseAddress, let copy { memcpy(copy, base, $0.count) } }
            let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1)
            zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_OVERWRITE))
        }
        guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
        return file
    }

    private static let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    /// A DOCX with this body, and parts beside it.
    static func docx(body: String, head: String = "", beside parts: [(String, String)] = []) throws -> MadeFile {
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let relationships = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
        return try file(
            [
                (
                    "[Content_Types].xml",
                    """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="xml" ContentType="application/xml"/></Types>
                    """
                ),
                (
                    "_rels/.rels",
                    """
                    <Relationships \(relationships)><Relationship Id="r1" Type="\(types)/officeDocument" \
                    Target="word/document.xml"/></Relationships>
                    """
                ),
                ("word/_rels/document.xml.rels", "<Relationships \(relationships)></Relationships>"),
                ("word/document.xml", "\(head)<w:document \(space)><w:body>\(body)</w:body></w:document>"),
            ] + parts.map { ($0, $1.replacingOccurrences(of: "SPACE", with: space)) })
    }

    static func paragraph(_ text: String, style: String? = nil, list: String? = nil, level: Int = 0) -> String {
        let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
        let list = list.map { "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\($0)\"/></w:numPr>" } ?? ""
        return "<w:p><w:pPr>\(style)\(list)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
}
