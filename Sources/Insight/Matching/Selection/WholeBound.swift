/// An upper bound in whole numbers: any multipliers that are not negative give one (Lagrange), those of the linear program the best.
struct WholeBound {
    /// Values are counted in parts of 2 to this.
    private static let digits: Int128 = 40

    /// No selection is worth more.
    let bound: Int64
    private let exact: Int128
    /// What each item adds to the bound when taken.
    private let worth: [Int128]

    /// `states`: nil where an item is free, otherwise whether it is taken.
    init(_ problem: BinaryProblem, multipliers: [Double], states: [Bool?]) {
        let scale = Double(Int64(1) << Int64(Self.digits))
        let prices = multipliers.map { Int128(min(max(0, ($0 * scale).rounded()), 0x1p100)) }
        var sum = zip(prices, problem.rows).reduce(Int128(0)) { $0 + $1.0 * Int128($1.1.limit) }
        var worth: [Int128] = []
        worth.reserveCapacity(problem.count)
        for item in 0..<problem.count {
            var own = Int128(problem.values[item]) << Self.digits
            for entry in problem.columns[item] { own -= prices[entry.row] * Int128(entry.amount) }
            worth.append(own)
            sum += states[item].map { $0 ? own : 0 } ?? max(0, own)
        }
        exact = sum
        self.worth = worth
        bound = Int64(clamping: sum >> Self.digits)
    }

    /// Whether a free item must be taken, or must not, for more than `best`; nil: either may.
    func forced(_ item: Int, best: Int64) -> Bool? {
        let least = (Int128(best) + 1) << Self.digits
        guard exact - abs(worth[item]) < least else { return nil }
        return worth[item] > 0
    }

    /// Items by what they add, most first.
    var order: [Int] { worth.indices.sorted { (worth[$1], $0) < (worth[$0], $1) } }
}
