/// Where in its text each posting's term stands. One byte says all for a term that stands once among the first 224 words;
/// otherwise the byte gives the length of the list of distances that follows.
struct PositionList {
    static let lengthBase: UInt8 = 224
    static let longList: UInt8 = 255
    /// Every 32nd posting's place is known; those between are reached by hopping.
    static let strideShift = 5

    private let marks: UnsafeBufferPointer<UInt32>
    private let bytes: UnsafeBufferPointer<UInt8>

    init?(_ reader: inout SectionReader) {
        guard let marks = reader.read(UInt32.self), let bytes = reader.read(UInt8.self) else { return nil }
        self.marks = marks
        self.bytes = bytes
    }

    /// A place among the postings that moves forward cheaply.
    struct Cursor {
        fileprivate var posting = -1
        fileprivate var offset = 0
    }

    /// Replaces `positions` by those of a posting.
    func read(_ posting: Int, _ cursor: inout Cursor, into positions: inout [UInt16]) {
        positions.removeAll(keepingCapacity: true)
        if cursor.posting < 0 || posting < cursor.posting
            || posting >> Self.strideShift != cursor.posting >> Self.strideShift {
            cursor.posting = (posting >> Self.strideShift) << Self.strideShift
            cursor.offset = Int(marks[posting >> Self.strideShift])
        }
        while cursor.posting < posting {
            let (start, length) = payload(cursor.offset)
            cursor.offset = start + length
            cursor.posting += 1
        }
        let first = bytes[cursor.offset]
        if first < Self.lengthBase {
            positions.append(UInt16(first))
            return
        }
        let (start, length) = payload(cursor.offset)
        var last = 0
        var at = start
        while at < start + length {
            var distance = 0
            var shift = 0
            while bytes[at] & 0x80 != 0 {
                distance |= Int(bytes[at] & 0x7F) << shift
                shift += 7
                at += 1
            }
            last += distance | Int(bytes[at]) << shift
            at += 1
            positions.append(UInt16(truncatingIfNeeded: last))
        }
    }

    /// Start and length of what follows the first byte at `offset`.
    @inline(__always) private func payload(_ offset: Int) -> (start: Int, length: Int) {
        let first = bytes[offset]
        if first < Self.lengthBase { return (offset + 1, 0) }
        if first < Self.longList { return (offset + 1, Int(first - Self.lengthBase) + 1) }
        var length = 0
        for index in 0..<4 { length |= Int(bytes[offset + 1 + index]) << (8 * index) }
        return (offset + 5, length)
    }
}

/// Writes what `PositionList` reads.
struct PositionWriter {
    private var marks: [UInt32] = []
    private var bytes: [UInt8] = []
    private var postings = 0
    private var list: [UInt8] = []

    /// Adds the positions of the next posting: the low halves of `occurrences`, ascending.
    mutating func add(_ occurrences: UnsafeBufferPointer<UInt32>) {
        if postings & ((1 << PositionList.strideShift) - 1) == 0 { marks.append(UInt32(bytes.count)) }
        postings += 1
        if occurrences.count == 1, occurrences[0] & 0xFFFF < UInt32(PositionList.lengthBase) {
            bytes.append(UInt8(occurrences[0] & 0xFFFF))
            return
        }
        list.removeAll(keepingCapacity: true)
        var last: UInt32 = 0
        for occurrence in occurrences {
            var distance = (occurrence & 0xFFFF) - last
            last = occurrence & 0xFFFF
            while distance >= 0x80 {
                list.append(UInt8(distance & 0x7F) | 0x80)
                distance >>= 7
            }
            list.append(UInt8(distance))
        }
        if list.count <= Int(PositionList.longList - PositionList.lengthBase) {
            bytes.append(PositionList.lengthBase + UInt8(list.count - 1))
        } else {
            bytes.append(PositionList.longList)
            for index in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: list.count >> (8 * index))) }
        }
        bytes.append(contentsOf: list)
    }

    func write(to sections: inout SectionWriter) {
        sections.append(marks)
        sections.append(bytes)
    }
}
