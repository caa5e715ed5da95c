import CBits

/// Many sets of the ordinals of one segment. A small set is a sorted list; a large one (more than a sixteenth of the segment) is a
/// bitmap, with the number of members before each word, so that a member's rank is one look-up.
struct RecordSets {
    /// Ordinals in the segment.
    let records: Int
    /// Members before each set, and in all.
    let starts: UnsafeBufferPointer<UInt32>
    /// Where each set's members lie in `data`, in units of 16 bits.
    let offsets: UnsafeBufferPointer<UInt32>
    let data: UnsafeBufferPointer<UInt16>

    static func words(_ records: Int) -> Int { (records + 63) >> 6 }
    static func isDense(_ members: Int, of records: Int) -> Bool { records >= 1_024 && members * 16 > records }

    var words: Int { Self.words(records) }
    var count: Int { offsets.count }
    func members(_ set: Int) -> Int { Int(starts[set + 1] - starts[set]) }
    func isDense(_ set: Int) -> Bool { Self.isDense(members(set), of: records) }

    func list(_ set: Int) -> UnsafeBufferPointer<UInt16> {
        UnsafeBufferPointer(rebasing: data[Int(offsets[set])..<Int(offsets[set]) + members(set)])
    }

    func bitmap(_ set: Int) -> UnsafePointer<UInt64> {
        UnsafeRawPointer(data.baseAddress.unsafelyUnwrapped + Int(offsets[set])).assumingMemoryBound(to: UInt64.self)
    }

    /// Members before each word of a dense set.
    func ranks(_ set: Int) -> UnsafePointer<UInt16> {
        data.baseAddress.unsafelyUnwrapped + Int(offsets[set]) + words * 4
    }

    /// The highest impact in each word of a dense set; only of sets written with impacts.
    func peaks(_ set: Int) -> UnsafePointer<UInt8> {
        UnsafeRawPointer(ranks(set) + words).assumingMemoryBound(to: UInt8.self)
    }

    func assign(_ set: Int, to bits: UnsafeMutablePointer<UInt64>) {
        if isDense(set) {
            bits.update(from: bitmap(set), count: words)
        } else {
            bits.update(repeating: 0, count: words)
            for member in list(set) { bits[Int(member >> 6)] |= 1 << UInt64(member & 63) }
        }
    }

    func formUnion(_ set: Int, into bits: UnsafeMutablePointer<UInt64>) {
        if isDense(set) {
            let bitmap = bitmap(set)
            for word in 0..<words { bits[word] |= bitmap[word] }
        } else {
            for member in list(set) { bits[Int(member >> 6)] |= 1 << UInt64(member & 63) }
        }
    }

    /// Members of the set that are in `bits`.
    func count(_ set: Int, in bits: UnsafePointer<UInt64>) -> Int {
        if isDense(set) { return Int(rp_count_both(bitmap(set), bits, words)) }
        return list(set).reduce(0) { $0 + Int(bits[Int($1 >> 6)] >> UInt64($1 & 63) & 1) }
    }

    /// The place of a member among its set's members; nil for others.
    func rank(_ ordinal: Int, in set: Int) -> Int? {
        if isDense(set) {
            let word = bitmap(set)[ordinal >> 6]
            let bit = UInt64(1) << UInt64(ordinal & 63)
            guard word & bit != 0 else { return nil }
            return Int(ranks(set)[ordinal >> 6]) + (word & (bit - 1)).nonzeroBitCount
        }
        let list = list(set)
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) >> 1
            if Int(list[middle]) < ordinal { low = middle + 1 } else { high = middle }
        }
        return low < list.count && Int(list[low]) == ordinal ? low : nil
    }

    /// All members in order.
    func forEach(_ set: Int, _ body: (Int) -> Void) {
        if isDense(set) {
            Bits.forEach(bitmap(set), words: words, body)
        } else {
            for member in list(set) { body(Int(member)) }
        }
    }
}

/// Work on bitmaps of one segment.
enum Bits {
    @inline(__always) static func forEach(_ bits: UnsafePointer<UInt64>, words: Int, _ body: (Int) -> Void) {
        for word in 0..<words {
            var rest = bits[word]
            while rest != 0 {
                body(word << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    static func count(_ bits: UnsafePointer<UInt64>, words: Int) -> Int {
        Int(rp_count(bits, words))
    }

    static func fill(_ bits: UnsafeMutablePointer<UInt64>, records: Int) {
        let words = RecordSets.words(records)
        bits.update(repeating: .max, count: words)
        if records & 63 != 0 { bits[words - 1] = (1 << UInt64(records & 63)) - 1 }
    }

    static func intersect(_ bits: UnsafeMutablePointer<UInt64>, with other: UnsafePointer<UInt64>, words: Int) {
        for word in 0..<words { bits[word] &= other[word] }
    }

    static func subtract(_ bits: UnsafeMutablePointer<UInt64>, _ other: UnsafePointer<UInt64>, words: Int) {
        for word in 0..<words { bits[word] &= ~other[word] }
    }

    static func unite(_ bits: UnsafeMutablePointer<UInt64>, with other: UnsafePointer<UInt64>, words: Int) {
        for word in 0..<words { bits[word] |= other[word] }
    }
}
