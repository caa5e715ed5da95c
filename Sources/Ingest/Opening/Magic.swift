/// First bytes that give a format away.
enum Magic {
    static func isZip(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// What a file is that we do not import, with what would do instead; nil for everything else.
    static func foreign(_ bytes: [UInt8]) -> String? {
        for (magic, saw) in kinds where bytes.starts(with: magic) { return saw }
        let zeros = bytes.prefix(4_000).count { $0 == 0 }
        let isUTF16 = zeros * 5 > min(bytes.count, 4_000) && zeros * 10 < min(bytes.count, 4_000) * 6
        return zeros > 8 && !isUTF16 && !isZip(bytes) ? "binary data" : nil
    }

    private static let kinds: [([UInt8], String)] = [
        (Array("%PDF".utf8), "a PDF; tables and exports can be imported, PDF reports are for `rapporteur extract`"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file (.xls or .doc); save the table as .xlsx or CSV"),
        ([0x1F, 0x8B], "a gzip archive; unpack it first"),
        ([0x42, 0x5A, 0x68], "a bzip2 archive; unpack it first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive; unpack it first"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive; unpack it first"),
        (Array("SQLite format 3".utf8), "a SQLite database; export its table as CSV"),
        (Array("<!DOCTYPE".utf8), "a web page, not an export"),
        (Array("<html".utf8), "a web page, not an export"),
        (Array("<?xml".utf8), "XML, which is not an export we know"),
    ]
}
