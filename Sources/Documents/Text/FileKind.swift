/// What a file is, by its first bytes; its name plays no part.
enum FileKind: Hashable, Sendable {
    case pdf
    case archive
    case rtf
    case html
    case oldOffice
    case empty
    /// What it looks like instead.
    case other(saw: String)

    /// As many bytes as it takes to tell.
    static let sampleBytes = 4_096

    init(_ sample: [UInt8]) {
        let start = sample.starts(with: [0xEF, 0xBB, 0xBF]) ? sample.dropFirst(3) : sample[...]
        if start.isEmpty {
            self = .empty
        } else if Self.isPDF(sample) {
            self = .pdf
        } else if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .archive
        } else if start.starts(with: Array("{\\rtf".utf8)) {
            self = .rtf
        } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .oldOffice
        } else if Self.isHTML(start) {
            self = .html
        } else {
            self = .other(saw: Self.looks(start))
        }
    }

    /// Readers of PDF allow for something before its mark, within the first kilobyte.
    private static func isPDF(_ sample: [UInt8]) -> Bool {
        let mark = Array("%PDF-".utf8)
        guard sample.count >= mark.count else { return false }
        return (0...min(1_024, sample.count - mark.count)).contains { sample[$0...].starts(with: mark) }
    }

    private static func isHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
        let start = text.drop { $0.isWhitespace }
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
            || (start.hasPrefix("<") && (text.contains("<html") || text.contains("<body")))
    }

    private static func looks(_ bytes: ArraySlice<UInt8>) -> String {
        for (magic, saw) in known where bytes.starts(with: magic) { return saw }
        return bytes.contains(0) ? "binary data" : "plain text"
    }

    private static let known: [([UInt8], String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ([0x49, 0x49, 0x2A, 0x00], "a picture (TIFF)"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a picture (TIFF)"),
        (Array("GIF8".utf8), "a picture (GIF)"),
        (Array("%!PS".utf8), "PostScript"),
        ([0x1F, 0x8B], "a gzip archive; unpack it first"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive; unpack it first"),
        (Array("Rar!".utf8), "a RAR archive; unpack it first"),
        (Array("<?xml".utf8), "XML"),
        (Array("[".utf8), "JSON"),
        (Array("{".utf8), "JSON"),
    ]
}
