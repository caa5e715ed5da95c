import Foundation

/// A PDF of plain lines on pages, with a header on each: what `pdftotext` reads without any other program.
enum TinyPDF {
    struct Line {
        var text: String
        var indent = 0
    }

    /// Paragraphs wrapped at `width`, a blank line between two, `header` and a page number on every page.
    static func data(paragraphs: [String], header: String, width: Int = 88, linesPerPage: Int = 44) -> Data {
        var lines: [Line] = []
        for paragraph in paragraphs {
            lines += wrap(paragraph, width).map { Line(text: $0, indent: 4) }
            lines.append(Line(text: ""))
        }
        let pages = stride(from: 0, to: max(lines.count, 1), by: linesPerPage).enumerated().map { number, start in
            [Line(text: header), Line(text: "")] + lines[start..<min(start + linesPerPage, lines.count)]
                + [Line(text: ""), Line(text: "\(number + 1)", indent: 40)]
        }
        return data(pages: pages)
    }

    static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, line.count + word.count + 1 > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [line]
    }

    static func data(pages: [[Line]]) -> Data {
        var objects: [Data] = []
        let kids = pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
        objects.append(Data("<< /Type /Catalog /Pages 2 0 R >>".utf8))
        objects.append(Data("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>".utf8))
        objects.append(
            Data("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".utf8))
        for (index, page) in pages.enumerated() {
            let number = 4 + index * 2
            objects.append(
                Data(
                    ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(number + 1) 0 R "
                        + "/Resources << /Font << /F1 3 0 R >> >> >>").utf8))
            let stream = content(page)
            objects.append(Data("<< /Length \(stream.count) >>\nstream\n".utf8) + stream + Data("\nendstream".utf8))
        }
        return file(objects)
    }

    private static func content(_ page: [Line]) -> Data {
        var stream = Data("BT /F1 9 Tf 14 TL 40 800 Td\n".utf8)
        for line in page {
            let text = String(repeating: " ", count: line.indent) + line.text
            let bytes = text.data(using: .windowsCP1252, allowLossyConversion: true) ?? Data()
            stream.append(UInt8(ascii: "("))
            for byte in bytes {
                if [UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\")].contains(byte) { stream.append(0x5C) }
                stream.append(byte)
            }
            stream.append(contentsOf: Data(") Tj T*\n".utf8))
        }
        return stream + Data("ET".utf8)
    }

    private static func file(_ objects: [Data]) -> Data {
        var file = Data("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.count)
            file += Data("\(index + 1) 0 obj\n".utf8) + object + Data("\nendobj\n".utf8)
        }
        let start = file.count
        file += Data("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets { file += Data(String(format: "%010d 00000 n \n", offset).utf8) }
        file += Data("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return file
    }
}
