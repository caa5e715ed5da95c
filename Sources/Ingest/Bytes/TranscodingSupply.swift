/// Another encoding's bytes as UTF-8. Half a surrogate pair becomes U+FFFD.
final class TranscodingSupply: ByteSupply {
    private let source: any ByteSupply
    private let encoding: TextEncoding
    private static let chunkBytes = 1 << 15
    /// Bytes of a character whose rest has not been read.
    private var carried: [UInt8] = []
    private var output: [UInt8] = []
    private var given = 0
    private var isAtEnd = false

    init(_ source: any ByteSupply, from encoding: TextEncoding) {
        self.source = source
        self.encoding = encoding
    }

    var bytesRead: Int { source.bytesRead }
    var bytesTotal: Int? { source.bytesTotal }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int {
        while given == output.count {
            if isAtEnd { return 0 }
            try fill()
        }
        let count = min(buffer.count, output.count - given)
        output.withUnsafeBytes { bytes in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[given..<given + count]))
        }
        given += count
        return count
    }

    private func fill() throws(IngestError) {
        output.removeAll(keepingCapacity: true)
        given = 0
        let pointer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkBytes, alignment: 1)
        defer { pointer.deallocate() }
        let count = try source.read(into: pointer)
        isAtEnd = count == 0
        let bytes = carried + UnsafeRawBufferPointer(pointer)[..<count]
        carried = []
        switch encoding {
        case .utf8: output = bytes
        case .macRoman: for byte in bytes { output.append(scalar: SingleByte.scalar(byte, .macRoman)) }
        case .windows1252: for byte in bytes { output.append(scalar: SingleByte.scalar(byte, .windows1252)) }
        case .utf16LittleEndian: decodeUTF16(bytes, low: 0, high: 1)
        case .utf16BigEndian: decodeUTF16(bytes, low: 1, high: 0)
        }
    }

    private func decodeUTF16(_ bytes: [UInt8], low: Int, high: Int) {
        func unit(_ index: Int) -> UInt32 { UInt32(bytes[index + low]) | UInt32(bytes[index + high]) << 8 }
        var index = 0
        while index + 1 < bytes.count {
            let first = unit(index)
            guard (0xD800..<0xDC00).contains(first) else {
                output.append(scalar: Unicode.Scalar(first) ?? "\u{FFFD}")
                index += 2
                continue
            }
            guard index + 3 < bytes.count else { break }
            let second = unit(index + 2)
            let isPair = (0xDC00..<0xE000).contains(second)
            let scalar = isPair ? Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) : nil
            output.append(scalar: scalar ?? "\u{FFFD}")
            index += isPair ? 4 : 2
        }
        if isAtEnd {
            if index < bytes.count { output.append(scalar: "\u{FFFD}") }
        } else {
            carried = Array(bytes[index...])
        }
    }
}
