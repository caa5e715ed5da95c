/// The most alike neighbours of each of many, gathered pair by pair within a budget. Which are kept does not depend on the order in which
/// pairs come: of equal likeness the lower numbers.
struct NearestNeighbours {
    /// Whether the budget holds every pair.
    let keepsAll: Bool
    private let most: Int
    /// While not all are kept, each a heap with the one that would go first at the top.
    private var lists: [[Neighbour]]

    /// `budget`: entries in all, shared evenly among `count`; each keeps one at least.
    init(count: Int, budget: Int) {
        most = max(1, budget / max(1, count))
        keepsAll = most >= count
        lists = [[Neighbour]](repeating: [], count: count)
    }

    /// Each pair once. Where all are kept, pairs come with both numbers rising.
    mutating func add(_ one: Int32, _ other: Int32, _ likeness: Float) {
        add(Neighbour(other: other, likeness: likeness), to: Int(one))
        add(Neighbour(other: one, likeness: likeness), to: Int(other))
    }

    private mutating func add(_ neighbour: Neighbour, to place: Int) {
        if keepsAll {
            lists[place].append(neighbour)
        } else if lists[place].count < most {
            lists[place].append(neighbour)
            Self.rise(&lists[place])
        } else if neighbour.comes(before: lists[place][0]) {
            lists[place][0] = neighbour
            Self.sink(&lists[place])
        }
    }

    private static func rise(_ heap: inout [Neighbour]) {
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2].comes(before: heap[child]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private static func sink(_ heap: inout [Neighbour]) {
        var parent = 0
        while true {
            var last = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[last].comes(before: heap[child]) {
                last = child
            }
            guard last != parent else { return }
            heap.swapAt(parent, last)
            parent = last
        }
    }

    /// For each its neighbours, numbers rising; who keeps another is kept by it.
    mutating func both() -> [[Neighbour]] {
        if keepsAll { return lists }
        for place in lists.indices { lists[place].sort { $0.other < $1.other } }
        let counts = lists.map(\.count)
        for place in lists.indices {
            for neighbour in lists[place].prefix(counts[place]) {
                let other = Int(neighbour.other)
                if !Self.holds(place, lists[other].prefix(counts[other])) {
                    lists[other].append(Neighbour(other: Int32(place), likeness: neighbour.likeness))
                }
            }
        }
        for place in lists.indices where lists[place].count > counts[place] {
            lists[place].sort { $0.other < $1.other }
        }
        return lists
    }

    /// `sorted` by number.
    private static func holds(_ number: Int, _ sorted: ArraySlice<Neighbour>) -> Bool {
        var (low, high) = (sorted.startIndex, sorted.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if Int(sorted[middle].other) < number { low = middle + 1 } else { high = middle }
        }
        return low < sorted.endIndex && Int(sorted[low].other) == number
    }
}
