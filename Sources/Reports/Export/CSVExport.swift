package import Domain

/// RFC 4180 with a byte order mark, so that Excel reads it as UTF-8.
///
/// A text that a spreadsheet would take for a formula is led by an apostrophe.
package enum CSVExport {
    package static func header() -> [UInt8] {
        [0xEF, 0xBB, 0xBF] + line(ExportColumn.allCases.map { .text($0.rawValue) })
    }

    package static func rows(_ records: [ExportedRecord], _ language: LanguageTag) -> [UInt8] {
        records.flatMap { record in line(ExportColumn.allCases.map { $0.cell(record, language) }) }
    }

    static func line(_ cells: [ExportColumn.Cell]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .none: break
            case .number(let number): bytes.append(contentsOf: String(number).utf8)
            case .text(let text): append(text, to: &bytes)
            }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
        return bytes
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let needsQuotes = isFormula || text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(0x22)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
