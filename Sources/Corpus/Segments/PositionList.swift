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

    /// The positions of one posting, one by one.
    struct Stream {
        fileprivate(set) var current: Int
        /// The same where there are no more.
        fileprivate var at: UnsafePointer<UInt8>?
        fileprivate var end: UnsafePointer<UInt8>?

        static var none: Stream { Stream(current: 0, at: nil, end: nil) }

        /// Moves to the next position; false where there is none.
        @inline(__always) mutating func advance() -> Bool {
            guard at != end, var at else { return false }
            var distance = Int(at.pointee & 0x7F)
            var shift = 7
            while at.pointee & 0x80 != 0 {
                at += 1
                distance |= Int(at.pointee & 0x7F) &<< shift
                shift &+= 7
            }
            self.at = at + 1
            current &+= distance
            return true
        }
    }

    /// The positions of a posting, the first one being current.
    @inline(__always) func stream(_ posting: Int, _ cursor: inout Cursor) -> Stream {
        let bytes = bytes.baseAddress.unsafelyUnwrapped
        if posting < cursor.posting || (posting ^ cursor.posting) >> Self.strideShift != 0 {
            cursor.posting = (posting >> Self.strideShift) << Self.strideShift
            cursor.offset = Int(marks[posting >> Self.strideShift])
        }
        while cursor.posting < posting {
            let first = bytes[cursor.offset]
            if first < Self.lengthBase {
                cursor.offset += 1
            } else {
                let (start, length) = payload(cursor.offset)
                cursor.offset = start + length
            }
            cursor.posting += 1
        }
        let first = bytes[cursor.offset]
        if first < Self.lengthBase { return Stream(current: Int(first), at: nil, end: nil) }
        let (start, length) = payload(cursor.offset)
        var stream = Stream(current: 0, at: bytes + start, end: bytes + start + length)
        _ = stream.advance()
        return stream
    }

    /// Replaces `positions` by those of a posting.
    func read(_ posting: Int, _ cursor: inout Cursor, into positions: inout [UInt16]) {
        positions.removeAll(keepingCapacity: true)
        var stream = stream(posting, &cursor)
        repeat { positions.append(UInt16(truncatingIfNeeded: stream.current)) } while stream.advance()
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
