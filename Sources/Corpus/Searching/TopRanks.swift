import Domain

/// The first few records in an order, gathered one by one. Smaller keys come first, then smaller ids.
struct TopRanks {
    struct Entry {
        let key: UInt64
        let id: Int64
        let score: Float
        let segment: Int
        let ordinal: Int
        /// In the segment's languages; -1 where no text matched.
        let language: Int
        /// Which of the steps found it.
        let step: Int
    }

    private let capacity: Int
    private let after: SearchCursor?
    private(set) var entries: [Entry] = []

    init(capacity: Int, after: SearchCursor?) {
        self.capacity = capacity
        self.after = after
        entries.reserveCapacity(capacity + 1)
    }

    /// The key that a record must not exceed to get in; `.max` while there is room.
    var worstKey: UInt64 { entries.count < capacity ? .max : entries[entries.count - 1].key }

    @inline(__always) mutating func offer(
        key: UInt64, id: Int64, score: Float, segment: Int, ordinal: Int, language: Int, step: Int
    ) {
        if entries.count == capacity {
            let worst = entries[capacity - 1]
            if key > worst.key || key == worst.key && id > worst.id { return }
        }
        if let after, key < after.key || key == after.key && id <= after.id { return }
        insert(
            Entry(
                key: key, id: id, score: score, segment: segment, ordinal: ordinal, language: language, step: step))
    }

    private mutating func insert(_ entry: Entry) {
        var place = entries.count
        while place > 0 {
            let other = entries[place - 1]
            guard entry.key < other.key || entry.key == other.key && entry.id < other.id else { break }
            place -= 1
        }
        entries.insert(entry, at: place)
        if entries.count > capacity { entries.removeLast() }
    }

    /// Higher scores have smaller keys; what a later step found comes after all that earlier ones did.
    @inline(__always) static func key(score: Float, step: Int) -> UInt64 {
        UInt64(UInt32.max - max(score, 0).bitPattern) | UInt64(step) << 32
    }
    /// Newest first, unknown (0) last.
    @inline(__always) static func key(date: Int32) -> UInt64 { UInt64(UInt32.max - UInt32(bitPattern: max(date, 0))) }

    /// The least score that a record found in `step` needs for its key not to be above `worstKey`.
    func scoreToBeat(step: Int) -> Float {
        guard entries.count >= capacity else { return -1 }
        let worstStep = Int(worstKey >> 32)
        if worstStep != step { return worstStep > step ? -1 : .infinity }
        return Float(bitPattern: UInt32.max - UInt32(truncatingIfNeeded: worstKey))
    }
}
