/// What is left of a problem when some items are decided.
struct Core {
    let problem: BinaryProblem
    /// The value of what is taken already.
    let base: Int64
    private let items: [Int]
    private let states: [Bool?]

    /// Nil where what is taken exceeds a limit. An item without room is left out by a limit of its own row.
    init?(_ whole: BinaryProblem, states: [Bool?], free: [Int]) {
        let taken = states.map { $0 ?? false }
        guard let rest = whole.rest(taken) else { return nil }
        var place = [Int?](repeating: nil, count: whole.count)
        for (number, item) in free.enumerated() { place[item] = number }
        let rows = whole.rows.enumerated().map { number, row in
            var kept = BinaryProblem.Row(items: [], amounts: [], limit: rest[number])
            for (item, amount) in zip(row.items, row.amounts) {
                guard let own = place[item] else { continue }
                kept.items.append(own)
                kept.amounts.append(amount)
            }
            return kept
        }
        problem = BinaryProblem(values: free.map { whole.values[$0] }, rows: rows)
        base = whole.value(taken)
        items = free
        self.states = states
    }

    /// A selection among the free items as one of the whole.
    func whole(_ taken: [Bool]) -> [Bool] {
        var result = states.map { $0 ?? false }
        for (place, item) in items.enumerated() { result[item] = taken[place] }
        return result
    }
}
