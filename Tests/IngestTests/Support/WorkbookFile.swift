import CZip
import FoundationEssentials

/// Writes a small workbook: the parts a reader needs, or any others.
enum WorkbookFile {
    static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    /// A workbook of one sheet whose cells are inline strings; nil is an empty cell, a number stays one.
    static func bytes(rows: [[String?]], prologue: String = "") throws -> [UInt8] {
        var sheet = "<?xml version=\"1.0\"?>\(prologue)<worksheet xmlns=\"\(namespace)\"><sheetData>"
        for (number, row) in rows.enumerated() {
            sheet += "<row r=\"\(number + 1)\">"
            for (column, value) in row.enumerated() {
                guard let value else { continue }
                let reference = String(UnicodeScalar(UInt8(65 + column))) + String(number + 1)
                if Double(value) != nil {
                    sheet += "<c r=\"\(reference)\"><v>\(value)</v></c>"
                } else {
                    sheet += "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(escape(value))</t></is></c>"
                }
            }
            sheet += "</row>"
        }
        return try bytes(sheet: sheet + "</sheetData></worksheet>")
    }

    static func bytes(sheet: String, strings: String? = nil) throws -> [UInt8] {
        var parts: [(String, [UInt8])] = [
            (
                "xl/workbook.xml",
                Array(
                    "<workbook xmlns=\"\(namespace)\" xmlns:r=\"urn:r\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                        .utf8)
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Array(
                    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>".utf8)
            ),
            ("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
        ]
        if let strings { parts.append(("xl/sharedStrings.xml", Array(strings.utf8))) }
        return try zip(parts)
    }

    static func zip(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.path + "/zip-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE, &code) else { throw CocoaError(.fileWriteUnknown) }
        // libzip reads the buffers when the archive is closed.
        var buffers: [UnsafeMutableRawBufferPointer] = []
        defer { for buffer in buffers { buffer.deallocate() } }
        for (name, bytes) in parts {
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
            buffer.copyBytes(from: bytes)
            buffers.append(buffer)
            let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(bytes.count), 0)
            guard zip_file_add(archive, name, source, 0) >= 0 else { throw CocoaError(.fileWriteUnknown) }
        }
        guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    private static func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
