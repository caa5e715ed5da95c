/// Rows as RFC 4180 has them.
enum CSV {
    static func append(_ fields: [String], to bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field, to: &bytes)
        }
        bytes += [0x0D, 0x0A]
    }

    /// A field that a spreadsheet program would run as a formula is led in by an apostrophe, as OWASP advises.
    private static func append(_ field: String, to bytes: inout [UInt8]) {
        var field = field
        if let first = field.utf8.first, "=+-@\t\r".utf8.contains(first) { field = "'" + field }
        guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            bytes += field.utf8
            return
        }
        bytes.append(0x22)
        for byte in field.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
