import CZip

/// The running headers of a DOCX, which pandoc leaves out: lists of recommendations name State and session nowhere else.
enum PageHeaders {
    private static let bytesMax = 65_536
    private static let filesMax = 6

    /// Paragraphs of the headers, each once. What cannot be read is left out: headers are a help, not the text.
    static func read(_ path: String) -> [String] {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else { return [] }
        defer { zip_discard(archive) }
        var headers: [String] = []
        for number in 1...filesMax {
            guard let xml = entry("word/header\(number).xml", archive) else { continue }
            for paragraph in paragraphs(of: xml) where !headers.contains(paragraph) { headers.append(paragraph) }
        }
        return headers
    }

    private static func entry(_ name: String, _ archive: OpaquePointer) -> String? {
        guard let file = zip_fopen(archive, name, 0) else { return nil }
        defer { zip_fclose(file) }
        var bytes = [UInt8](repeating: 0, count: bytesMax)
        let count = zip_fread(file, &bytes, UInt64(bytesMax))
        return count > 0 ? String(decoding: bytes.prefix(Int(count)), as: UTF8.self) : nil
    }

    /// The text between tags, a paragraph's end as its end. Only the five names of XML are unescaped; nothing is expanded.
    static func paragraphs(of xml: String) -> [String] {
        var paragraphs: [String] = []
        var text = ""
        func end() {
            let words = text.split(whereSeparator: \.isWhitespace)
            if !words.isEmpty { paragraphs.append(words.joined(separator: " ")) }
            text = ""
        }
        for part in xml.split(separator: "<", omittingEmptySubsequences: true) {
            guard let close = part.firstIndex(of: ">") else { continue }
            let tag = part[..<close]
            if tag.hasPrefix("/w:p"), tag.dropFirst(4).first?.isLetter != true {
                end()
            } else if tag.hasPrefix("w:t"), tag.dropFirst(3).first?.isLetter != true {
                text += unescaped(part[part.index(after: close)...])
            } else if tag.hasPrefix("w:tab") || tag.hasPrefix("w:br") {
                text += " "
            }
        }
        end()
        return paragraphs
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        let names = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        return names.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}
