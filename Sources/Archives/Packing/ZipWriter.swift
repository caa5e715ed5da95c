import CZlib

/// A ZIP file made piece by piece: nothing is held but the list of files. Sizes stand behind each file, as the format allows for
/// streams; a file or an archive of 4 GiB is refused, since sizes here have 32 bits.
final class ZipWriter {
    private static let bytesMax = UInt64(UInt32.max)

    private struct Entry {
        var name: [UInt8]
        var crc: UInt32 = 0
        var packed: UInt64 = 0
        var size: UInt64 = 0
        var offset: UInt64
    }

    private var entries: [Entry] = []
    private var offset: UInt64 = 0
    /// At one address as long as it is open: the library remembers where it lies.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var isOpen = false
    /// Date and time as the format has them.
    private let moment: (date: UInt16, time: UInt16)

    /// `instant`: fixed-width UTC text, which the files are dated by.
    init(at instant: String) {
        let digits = instant.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
        guard digits.count >= 6, (1980...2107).contains(digits[0]) else {
            moment = (33, 0)
            return
        }
        moment = (
            UInt16((digits[0] - 1980) << 9 | digits[1] << 5 | digits[2]),
            UInt16(digits[3] << 11 | digits[4] << 5 | digits[5] / 2)
        )
    }

    deinit {
        if isOpen { deflateEnd(stream) }
        stream.deallocate()
    }

    /// The bytes that begin a file.
    func begin(_ name: String) throws(ArchiveFault) -> [UInt8] {
        stream.initialize(to: z_stream())
        // A negative window: no header of zlib's own.
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            throw .tooLarge("there is no memory to pack it.")
        }
        isOpen = true
        entries.append(Entry(name: Array(name.utf8), offset: offset))
        var bytes = Self.little(UInt32(0x0403_4B50), UInt16(20)) + flags
        bytes += Self.little(UInt32(0), UInt32(0)) + Self.little(UInt32(0))
        bytes += Self.little(UInt16(name.utf8.count), UInt16(0)) + Array(name.utf8)
        offset += UInt64(bytes.count)
        return bytes
    }

    /// Sizes follow (bit 3), names are UTF-8 (bit 11), deflate, and when.
    private var flags: [UInt8] { Self.little(UInt16(0x0808), UInt16(8)) + Self.little(moment.time, moment.date) }

    /// Packed bytes of the next piece; often none yet.
    func add(_ piece: [UInt8]) throws(ArchiveFault) -> [UInt8] {
        let last = entries.count - 1
        entries[last].crc = piece.withUnsafeBytes { bytes in
            UInt32(crc32(UInt(entries[last].crc), bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count)))
        }
        entries[last].size += UInt64(piece.count)
        return try deflated(piece, Z_NO_FLUSH)
    }

    /// The bytes that end a file.
    func end() throws(ArchiveFault) -> [UInt8] {
        let packed = try deflated([], Z_FINISH)
        deflateEnd(stream)
        isOpen = false
        let entry = entries[entries.count - 1]
        guard entry.size < Self.bytesMax, offset < Self.bytesMax else { throw .tooLarge("a ZIP file ends at 4 GiB.") }
        let descriptor =
            Self.little(UInt32(0x0807_4B50), entry.crc) + Self.little(UInt32(entry.packed), UInt32(entry.size))
        offset += UInt64(descriptor.count)
        return packed + descriptor
    }

    /// The list of files, which ends the archive.
    func finish() throws(ArchiveFault) -> [UInt8] {
        guard entries.count < 0xFFFF, offset < Self.bytesMax else { throw .tooLarge("a ZIP file ends at 4 GiB.") }
        var list: [UInt8] = []
        for entry in entries {
            list += Self.little(UInt32(0x0201_4B50), UInt16(20)) + Self.little(UInt16(20)) + flags
            list += Self.little(entry.crc, UInt32(entry.packed)) + Self.little(UInt32(entry.size))
            list += Self.little(UInt16(entry.name.count), UInt16(0)) + Self.little(UInt16(0), UInt16(0))
            list += Self.little(UInt16(0)) + Self.little(UInt32(0), UInt32(entry.offset)) + entry.name
        }
        let end =
            Self.little(UInt32(0x0605_4B50)) + Self.little(UInt16(0), UInt16(0))
            + Self.little(UInt16(entries.count), UInt16(entries.count))
            + Self.little(UInt32(list.count), UInt32(offset))
            + Self.little(UInt16(0))
        return list + end
    }

    private func deflated(_ piece: [UInt8], _ flush: Int32) throws(ArchiveFault) -> [UInt8] {
        var out: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var input = piece
        var status = Z_OK
        input.withUnsafeMutableBufferPointer { bytes in
            stream.pointee.next_in = bytes.baseAddress
            stream.pointee.avail_in = UInt32(bytes.count)
            repeat {
                let made = buffer.withUnsafeMutableBufferPointer { room in
                    stream.pointee.next_out = room.baseAddress
                    stream.pointee.avail_out = UInt32(room.count)
                    status = deflate(stream, flush)
                    return room.count - Int(stream.pointee.avail_out)
                }
                out += buffer[..<made]
            } while status == Z_OK && stream.pointee.avail_out == 0
        }
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
            throw .tooLarge("it cannot be packed.")
        }
        entries[entries.count - 1].packed += UInt64(out.count)
        offset += UInt64(out.count)
        return out
    }

    private static func little<A: FixedWidthInteger>(_ values: A...) -> [UInt8] {
        values.flatMap { value in (0..<(A.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
    }

    private static func little(_ first: UInt32, _ second: UInt16) -> [UInt8] { little(first) + little(second) }
}
