#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A sliding view of a supply: the bytes from `start` to `end` lie in one piece, and more can be asked for up to a limit.
///
/// Pointers into it hold until the next `refill`.
final class ByteWindow {
    enum Refill { case more, end, full }

    /// Most bytes that may lie between `start` and `end`: the largest record.
    let limitBytes: Int
    private(set) var start = 0
    private(set) var end = 0
    private let supply: any ByteSupply
    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Bytes of the supply before the storage's first byte.
    private var storageOffset = 0
    private var supplyEnded = false

    init(_ supply: any ByteSupply, limitBytes: Int, chunkBytes: Int = 1 << 18) {
        self.supply = supply
        self.limitBytes = max(limitBytes, 64)
        capacity = max(64, min(chunkBytes, self.limitBytes))
        storage = .allocate(capacity: capacity)
    }

    deinit { storage.deallocate() }

    /// The bytes at hand, from `start`.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage + start, count: end - start)
    }

    var count: Int { end - start }
    /// Offset of `start` in the supply.
    var offset: Int { storageOffset + start }
    var bytesTotal: Int? { supply.bytesTotal }
    /// File bytes used up; what lies unread in the window of a plain file is not counted.
    var bytesRead: Int { max(0, supply.bytesRead - count) }

    func advance(by count: Int) { start = min(end, start + count) }

    /// Makes the window longer; `full` when it has reached its limit.
    func refill() throws(IngestError) -> Refill {
        if supplyEnded { return .end }
        if count >= limitBytes { return .full }
        if start > 0 {
            memmove(storage, storage + start, count)
            storageOffset += start
            end -= start
            start = 0
        }
        if end == capacity { grow() }
        let room = UnsafeMutableRawBufferPointer(start: storage + end, count: min(capacity, limitBytes) - end)
        let read = try supply.read(into: room)
        end += read
        supplyEnded = read == 0
        return read == 0 ? .end : .more
    }

    /// The byte `index` places after `start`; nil at the end of the supply.
    func byte(at index: Int = 0) throws(IngestError) -> UInt8? {
        while count <= index { if try refill() != .more { return nil } }
        return storage[start + index]
    }

    /// Drops white space; false at the end of the supply.
    func skipWhitespace() throws(IngestError) -> Bool {
        while true {
            while start < end {
                switch storage[start] {
                case 0x20, 0x09, 0x0A, 0x0D: start += 1
                default: return true
                }
            }
            if try refill() != .more { return false }
        }
    }

    /// Drops everything up to and with the next line feed; false at the end of the supply.
    func skipLine() throws(IngestError) -> Bool {
        while true {
            if let length = bytes.firstPlace(of: 0x0A) {
                start += length + 1
                return true
            }
            start = end
            if try refill() != .more { return false }
        }
    }

    /// Drops a UTF-8 byte order mark.
    func skipByteOrderMark() throws(IngestError) {
        if try byte(at: 0) == 0xEF, try byte(at: 1) == 0xBB, try byte(at: 2) == 0xBF { start += 3 }
    }

    private func grow() {
        capacity = min(capacity * 2, limitBytes)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memcpy(larger, storage, end)
        storage.deallocate()
        storage = larger
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Index of the first such byte from `index` on.
    @inline(__always)
    func firstPlace(of byte: UInt8, from index: Int = 0) -> Int? {
        guard let base = baseAddress, index < count,
            let place = memchr(base + index, Int32(byte), count - index)
        else { return nil }
        return UnsafeRawPointer(place) - UnsafeRawPointer(base)
    }

    @inline(__always)
    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[range]) }

    /// Nil where the bytes are not UTF-8.
    @inline(__always)
    var validText: String? { String(validating: self, as: UTF8.self) }
}
