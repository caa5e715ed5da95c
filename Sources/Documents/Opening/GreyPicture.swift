import CZlib

/// A picture in sixteen greys, which is enough for print and a third of the size of a colour picture.
struct GreyPicture {
    let width: Int
    let height: Int
    /// One byte a pixel, row by row.
    private let pixels: ArraySlice<UInt8>

    /// From a binary PGM (`P5`) of 256 greys; nil where it is none.
    init?(pgm: [UInt8]) {
        var position = 0
        func word() -> String {
            while position < pgm.count, pgm[position] <= 0x20 { position += 1 }
            let start = position
            while position < pgm.count, pgm[position] > 0x20 { position += 1 }
            return String(decoding: pgm[start..<position], as: UTF8.self)
        }
        guard word() == "P5", let width = Int(word()), let height = Int(word()), word() == "255",
            (1...20_000).contains(width), (1...20_000).contains(height), pgm.count - position - 1 >= width * height
        else { return nil }
        self.width = width
        self.height = height
        pixels = pgm[(position + 1)..<(position + 1 + width * height)]
    }

    /// As PNG of four bits a pixel; nil where memory ends.
    var png: [UInt8]? {
        let stride = (width + 1) / 2
        var rows = [UInt8](repeating: 0, count: height * (stride + 1))
        var source = pixels.startIndex
        for row in 0..<height {
            // Each row begins with the filter's number, none.
            let start = row * (stride + 1) + 1
            for column in 0..<width {
                let grey = UInt8((Int(pixels[source]) * 15 + 127) / 255)
                rows[start + column / 2] |= column.isMultiple(of: 2) ? grey << 4 : grey
                source += 1
            }
        }
        var packed = [UInt8](repeating: 0, count: Int(compressBound(uLong(rows.count))))
        var size = uLongf(packed.count)
        guard compress2(&packed, &size, rows, uLong(rows.count), 6) == Z_OK else { return nil }
        var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Four bits, greys, no interlacing.
        Self.append("IHDR", Self.number(width) + Self.number(height) + [4, 0, 0, 0, 0], to: &png)
        Self.append("IDAT", packed[..<Int(size)], to: &png)
        Self.append("IEND", [], to: &png)
        return png
    }

    private static func append(_ name: String, _ content: some Collection<UInt8>, to png: inout [UInt8]) {
        let chunk = Array(name.utf8) + content
        png += number(content.count) + chunk + number(Int(crc32(0, chunk, uInt(chunk.count))))
    }

    private static func number(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }
}
