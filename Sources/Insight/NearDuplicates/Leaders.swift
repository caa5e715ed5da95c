/// Puts each class of equal texts to the leader it is most like, or makes it one. Classes come in an order that depends on the
/// texts alone: the commonest wording first. Nobody is put to a leader it was not compared with, so that a row of small steps
/// cannot join what is far apart.
struct Leaders {
    private let list: GistList
    private let threshold: Float
    /// For each class its leader.
    private(set) var leader: [Int32]
    private var heads: [Int32]
    private var next: [Int32]
    private var seen: [Int32]
    private let mask: Int

    /// Leaders looked at for one text in one band; more share a key only where texts are all of one making.
    private static let chainMax = 48

    init(_ list: GistList, threshold: Float) {
        self.list = list
        self.threshold = threshold
        let count = list.count
        var size = 1024
        while size < count { size *= 2 }
        mask = size - 1
        leader = [Int32](repeating: -1, count: count)
        heads = [Int32](repeating: -1, count: size * MinHash.bands)
        next = [Int32](repeating: -1, count: count * MinHash.bands)
        seen = [Int32](repeating: -1, count: count)
    }

    mutating func run() {
        for number in Self.order(list) {
            if let best = best(number) { leader[number] = Int32(best) } else { lead(number) }
        }
    }

    private static func order(_ list: GistList) -> [Int] {
        (0..<list.count).sorted { a, b in
            if list.sizes[a] != list.sizes[b] { return list.sizes[a] > list.sizes[b] }
            let (termsA, termsB) = (list.terms(a).count, list.terms(b).count)
            return termsA != termsB ? termsA < termsB : list.digests[a] < list.digests[b]
        }
    }

    private func slot(_ number: Int, _ band: Int) -> Int {
        band * (mask + 1) + Int(list.keys[number * MinHash.bands + band]) & mask
    }

    /// The leader most like it, if any is like it enough; of equals the earlier one.
    private mutating func best(_ number: Int) -> Int? {
        var best: Int?
        var bestSimilarity = threshold
        for band in 0..<MinHash.bands {
            let key = list.keys[number * MinHash.bands + band]
            var other = Int(heads[slot(number, band)])
            var steps = 0
            while other >= 0, steps < Self.chainMax {
                steps += 1
                if list.keys[other * MinHash.bands + band] == key, seen[other] != Int32(number) {
                    seen[other] = Int32(number)
                    let similarity = list.similarity(number, other)
                    if similarity > bestSimilarity
                        || similarity == bestSimilarity && best.map({ precedes(other, $0) }) ?? true
                    {
                        best = other
                        bestSimilarity = similarity
                    }
                }
                other = Int(next[other * MinHash.bands + band])
            }
        }
        return best
    }

    private func precedes(_ a: Int, _ b: Int) -> Bool {
        list.sizes[a] != list.sizes[b] ? list.sizes[a] > list.sizes[b] : list.digests[a] < list.digests[b]
    }

    private mutating func lead(_ number: Int) {
        leader[number] = Int32(number)
        for band in 0..<MinHash.bands {
            let slot = slot(number, band)
            next[number * MinHash.bands + band] = heads[slot]
            heads[slot] = Int32(number)
        }
    }
}
