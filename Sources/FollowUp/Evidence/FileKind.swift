/// What a file is by its first bytes, and whether it is taken as evidence.
package enum FileKind: String, Sendable, CaseIterable {
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case odt = "application/vnd.oasis.opendocument.text"
    case ods = "application/vnd.oasis.opendocument.spreadsheet"
    case oldOffice = "application/x-ole-storage"
    case rtf = "application/rtf"
    case text = "text/plain"

    /// Nil for what is none of these: programs, web pages, drawings with scripts, archives.
    package init?(_ bytes: [UInt8]) {
        for (magic, kind) in Self.magics where bytes.starts(with: magic) {
            self = kind
            return
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            guard let kind = Self.packed(bytes) else { return nil }
            self = kind
        } else if Self.isText(bytes) {
            self = .text
        } else {
            return nil
        }
    }

    private static let magics: [([UInt8], FileKind)] = [
        (Array("%PDF-".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        ([0xFF, 0xD8, 0xFF], .jpeg),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice), (Array("{\\rtf".utf8), .rtf),
    ]

    /// OpenDocument files say what they are in their first entry; Office files by the folder of their main part.
    private static func packed(_ bytes: [UInt8]) -> FileKind? {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        if head.contains("mimetype" + FileKind.odt.rawValue) { return .odt }
        if head.contains("mimetype" + FileKind.ods.rawValue) { return .ods }
        // The names of all entries stand at the end of the archive.
        let names = bytes.suffix(64 << 10)
        for (name, kind) in [
            ("word/document.xml", FileKind.docx), ("xl/workbook.xml", .xlsx), ("ppt/presentation.xml", .pptx),
        ]
        where contains(names, Array(name.utf8)) {
            return kind
        }
        return nil
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        guard bytes.count >= wanted.count, let first = wanted.first else { return false }
        var index = bytes.startIndex
        while index <= bytes.endIndex - wanted.count {
            if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) { return true }
            index += 1
        }
        return false
    }

    /// Plain text in UTF-8 without control characters, and nothing that a browser could take for a page.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else { return false }
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" || $0 == "\r" || $0 == "\t" }
        return isPlain && text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.first != "<"
    }
}
