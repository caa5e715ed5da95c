import Foundation

/// A small PDF, written by hand: signs of one width, each standing for the letters it is said to stand for.
struct MadePDF {
    /// One line: the signs in the order they are drawn, from left to right.
    struct Line {
        var signs: [String]
        var x: Int
        var y: Int
    }

    struct Page {
        var lines: [Line] = []
        var hasPicture = false
    }

    var pages: [Page] = []
    var script: String?
    var isEncrypted = false

    /// Pages of lines from the top, as `y` falls by 14.
    init(pages: [[String]], x: Int = 40) {
        self.pages = pages.map { lines in
            Page(lines: lines.enumerated().map { Line(signs: $1.map(String.init), x: x, y: 800 - 14 * $0) })
        }
    }

    /// Lines as a right-to-left typesetter draws them: reversed, and ending at the right margin.
    init(rightToLeft lines: [[String]]) {
        pages = [
            Page(lines: lines.enumerated().map { Line(signs: $1.reversed(), x: 550 - 6 * $1.count, y: 800 - 14 * $0) })
        ]
    }

    var bytes: [UInt8] {
        var signs: [String: Int] = [:]
        for line in pages.flatMap(\.lines) {
            for sign in line.signs where signs[sign] == nil { signs[sign] = signs.count + 1 }
        }
        // Objects 1 to 7 are fixed; two follow for each page.
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R\(script.map { " /OpenAction << /S /JavaScript /JS (\($0)) >>" } ?? "") >>",
            "<< /Type /Pages /Kids [\(pages.indices.map { "\(8 + 2 * $0) 0 R" }.joined(separator: " "))] /Count \(pages.count) >>",
            """
            << /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>
            """,
            """
            << /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
            /Supplement 0 >> /DW 600 /FontDescriptor 5 0 R >>
            """,
            """
            << /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 600 1000] /ItalicAngle 0 /Ascent 800 \
            /Descent -200 /CapHeight 700 /StemV 80 >>
            """,
            Self.stream(Self.meaning(signs)),
            Self.stream(
                String(repeating: "a", count: 64 * 64),
                " /Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8"),
        ]
        for (index, page) in pages.enumerated() {
            objects.append(
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(9 + 2 * index) 0 R \
                /Resources << /Font << /F 3 0 R >> /XObject << /I 7 0 R >> >> >>
                """)
            objects.append(Self.stream(Self.content(page, signs)))
        }
        return Self.file(objects, isEncrypted: isEncrypted)
    }

    private static func stream(_ content: String, _ entries: String = "") -> String {
        "<< /Length \(content.utf8.count)\(entries) >>\nstream\n\(content)\nendstream"
    }

    private static func content(_ page: Page, _ signs: [String: Int]) -> String {
        let picture = page.hasPicture ? ["q 500 0 0 700 40 60 cm /I Do Q"] : []
        let lines = page.lines.map { line in
            let codes = line.signs.map { String(format: "%04X", signs[$0] ?? 0) }.joined()
            return "BT /F 10 Tf \(line.x) \(line.y) Td <\(codes)> Tj ET"
        }
        return (picture + lines).joined(separator: "\n")
    }

    private static func meaning(_ signs: [String: Int]) -> String {
        let entries = signs.sorted { $0.value < $1.value }.map { sign, code in
            String(format: "<%04X> <", code) + sign.utf16.map { String(format: "%04X", $0) }.joined() + ">"
        }
        var blocks = ""
        for start in stride(from: 0, to: entries.count, by: 100) {
            let block = entries[start..<min(start + 100, entries.count)]
            blocks += "\(block.count) beginbfchar\n" + block.joined(separator: "\n") + "\nendbfchar\n"
        }
        return """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            \(blocks)endcmap end end
            """
    }

    private static func file(_ objects: [String], isEncrypted: Bool) -> [UInt8] {
        var file = Array("%PDF-1.4\n".utf8)
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.count)
            file += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
        }
        let start = file.count
        file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for place in places { file += Array(String(format: "%010d 00000 n \n", place).utf8) }
        let key = String(repeating: "41", count: 32)
        let lock =
            isEncrypted
            ? " /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >> /ID [<00> <00>]" : ""
        file += Array("trailer << /Size \(objects.count + 1) /Root 1 0 R\(lock) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return file
    }
}
