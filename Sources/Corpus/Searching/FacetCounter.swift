import Domain

/// Counts a facet's values over the records of a question, segment by segment.
struct FacetCounter {
    let facet: Facet
    private let place: Int
    private let values: [String]
    private var counts: [Int]

    init(_ facet: Facet, values: [[String]]) {
        self.facet = facet
        place = FacetOrder.index(of: facet)
        self.values = values[place]
        counts = [Int](repeating: 0, count: values[place].count)
    }

    /// Adds the records in `bits`, of which there are `members`.
    mutating func add(_ view: SegmentView, _ bits: UnsafePointer<UInt64>, members: Int, _ workspace: Workspace) {
        guard let column = view.segment.column(facet), members > 0 else { return }
        let numbers = view.facetNumbers[place]
        let total = view.segment.count
        if column.costs.byValues < min(members, total - members) * column.costs.byRecord {
            for value in numbers.indices { counts[Int(numbers[value])] += column.records.count(value, in: bits) }
            return
        }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: column.values.count * 2 + 2) { local in
            local.initialize(repeating: 0)
            if members * 2 <= total {
                Self.count(column, bits, words: view.segment.words, into: local)
                for value in numbers.indices { counts[Int(numbers[value])] += Int(local[value]) }
            } else {
                // Cheaper from the other side: all records of the value without those that do not match.
                workspace.with { rest in
                    Bits.fill(rest, records: total)
                    Bits.subtract(rest, bits, words: view.segment.words)
                    Self.count(column, rest, words: view.segment.words, into: local)
                }
                for value in numbers.indices {
                    counts[Int(numbers[value])] += column.records.members(value) - Int(local[value])
                }
            }
        }
    }

    private static func count(
        _ column: FacetColumn, _ bits: UnsafePointer<UInt64>, words: Int, into local: UnsafeMutableBufferPointer<UInt32>
    ) {
        guard let codes = column.codes.baseAddress, let counts = local.baseAddress else { return }
        if column.isSingle {
            // Two tallies by turns: a value that repeats would otherwise wait for its own last increment.
            let second = counts + column.values.count + 1
            for word in 0..<words {
                var rest = bits[word]
                let base = codes + (word << 6)
                while rest != 0 {
                    counts[Int(base[rest.trailingZeroBitCount])] &+= 1
                    rest &= rest - 1
                    guard rest != 0 else { break }
                    second[Int(base[rest.trailingZeroBitCount])] &+= 1
                    rest &= rest - 1
                }
            }
            // Number 0 is "none"; the tallies move down by it.
            for value in 0..<column.values.count { counts[value] = counts[value + 1] &+ second[value + 1] }
        } else if let offsets = column.offsets.baseAddress {
            Bits.forEach(bits, words: words) { ordinal in
                var index = Int(offsets[ordinal])
                let end = Int(offsets[ordinal + 1])
                while index < end {
                    counts[Int(codes[index])] &+= 1
                    index += 1
                }
            }
        }
    }

    /// Most first, ties by value; values without records left out.
    func result() -> FacetCounts {
        let order = counts.indices.filter { counts[$0] > 0 }.sorted {
            counts[$0] != counts[$1] ? counts[$0] > counts[$1] : values[$0] < values[$1]
        }
        return FacetCounts(facet: facet, values: order.map { FacetCounts.Value(value: values[$0], count: counts[$0]) })
    }
}
