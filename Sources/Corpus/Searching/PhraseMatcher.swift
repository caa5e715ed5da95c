/// Says whether terms stand at their distances in a text. `end` gives its room back.
struct PhraseMatcher {
    private struct Part {
        let offset: Int
        /// The term's first posting.
        let first: Int
        /// The records that hold the term, with the members before each word; or a list of them.
        let bitmap: UnsafePointer<UInt64>?
        let ranks: UnsafePointer<UInt16>?
        let list: UnsafeBufferPointer<UInt16>
        /// In the list.
        var place = 0
        var cursor = PositionList.Cursor()
        var stream = PositionList.Stream.none

        init(_ postings: RecordSets, _ term: Int, offset: Int) {
            self.offset = offset
            first = Int(postings.starts[term])
            let isDense = postings.isDense(term)
            bitmap = isDense ? postings.bitmap(term) : nil
            ranks = isDense ? postings.ranks(term) : nil
            list = isDense ? UnsafeBufferPointer(start: nil, count: 0) : postings.list(term)
        }

        /// The place of a record among those that hold the term; nil for others. Records are asked for in order.
        @inline(__always) mutating func rank(_ ordinal: Int) -> Int? {
            if let bitmap, let ranks {
                let word = bitmap[ordinal >> 6]
                let bit = UInt64(1) &<< UInt64(ordinal & 63)
                guard word & bit != 0 else { return nil }
                return Int(ranks[ordinal >> 6]) + (word & (bit &- 1)).nonzeroBitCount
            }
            while place < list.count, Int(list[place]) < ordinal { place += 1 }
            return place < list.count && Int(list[place]) == ordinal ? place : nil
        }
    }

    private let positions: PositionList
    private let parts: UnsafeMutableBufferPointer<Part>

    init(_ language: LanguageIndex, _ terms: [(term: Int, offset: Int)]) {
        let postings = language.postings
        positions = language.positions
        let rarestFirst = terms.sorted { postings.members($0.term) < postings.members($1.term) }
        parts = .allocate(capacity: terms.count)
        _ = parts.initialize(from: rarestFirst.map { Part(postings, $0.term, offset: $0.offset) })
    }

    func end() { parts.deallocate() }

    /// `ordinal`'s text holds all the terms; ordinals come in order.
    func matches(_ ordinal: Int) -> Bool {
        guard let base = parts.baseAddress else { return true }
        for number in 0..<parts.count {
            guard let rank = base[number].rank(ordinal) else { return false }
            base[number].stream = positions.stream(base[number].first &+ rank, &base[number].cursor)
        }
        return join(base)
    }

    /// Moves all streams on until every one stands at the same start, or one ends.
    @inline(__always) private func join(_ parts: UnsafeMutablePointer<Part>) -> Bool {
        let count = self.parts.count
        var start = parts[0].stream.current &- parts[0].offset
        var agreeing = 1
        var number = 0
        while agreeing < count {
            number = number &+ 1 == count ? 0 : number &+ 1
            let offset = parts[number].offset
            while parts[number].stream.current &- offset < start {
                guard parts[number].stream.advance() else { return false }
            }
            let here = parts[number].stream.current &- offset
            agreeing = here == start ? agreeing &+ 1 : 1
            start = here
        }
        return true
    }
}
