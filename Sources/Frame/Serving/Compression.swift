import CZlib

/// Compresses a whole answer. Nil where zlib refuses; the answer then goes out as it is.
enum Gzip {
    /// Below this the header costs more than it saves.
    static let sizeBytesMin = 1_024
    /// A middle way between time and size.
    private static let level: Int32 = 5
    /// 15 bits of window, and 16 more to ask for gzip's header.
    private static let windowBits: Int32 = 31

    static func compress(_ input: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard
            deflateInit2_(&stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let capacity = Int(deflateBound(&stream, UInt(input.count)))
        var input = input
        var isWhole = false
        let output = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(capacity)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = capacity - Int(stream.avail_out)
        }
        return isWhole ? output : nil
    }
}
