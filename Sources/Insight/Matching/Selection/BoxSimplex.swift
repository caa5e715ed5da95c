/// The linear program of a binary problem, where an item may be taken in part: bounded simplex on a condensed tableau.
///
/// It works in floating point and guides the search. Nothing is proven by it: bounds are computed again in whole numbers from its
/// multipliers (`WholeBound`).
struct BoxSimplex {
    private let rowCount: Int
    private let columnCount: Int
    /// Row by row: what one unit of a variable outside the basis takes from the one in the basis.
    private var tableau: [Double]
    private var gains: [Double]
    /// Items first, then the slack of each row.
    private var inBasis: [Int]
    private var outside: [Int]
    private var isAtUpper: [Bool]
    private var basisValues: [Double]
    private var lower: [Double]
    private var upper: [Double]

    private static let tiny = 1e-9
    private static let slack = 1e-7

    init(_ problem: BinaryProblem) {
        rowCount = problem.rows.count
        columnCount = problem.count
        tableau = [Double](repeating: 0, count: rowCount * columnCount)
        for (number, row) in problem.rows.enumerated() {
            for (item, amount) in zip(row.items, row.amounts) { tableau[number * columnCount + item] = Double(amount) }
        }
        // Rows are scaled to their limit, so that money and numbers of applications weigh alike.
        scales = problem.rows.map { 1 / Double(max(1, $0.limit)) }
        for number in 0..<rowCount {
            for item in 0..<columnCount { tableau[number * columnCount + item] *= scales[number] }
        }
        basisValues = zip(problem.rows, scales).map { Double($0.limit) * $1 }
        gains = problem.values.map(Double.init)
        inBasis = Array(columnCount..<columnCount + rowCount)
        outside = Array(0..<columnCount)
        isAtUpper = [Bool](repeating: false, count: columnCount + rowCount)
        lower = [Double](repeating: 0, count: columnCount + rowCount)
        upper = [Double](repeating: 1, count: columnCount) + [Double](repeating: .infinity, count: rowCount)
    }

    private let scales: [Double]

    /// For each row what one more unit of its limit is worth; never negative.
    var multipliers: [Double] {
        var result = [Double](repeating: 0, count: rowCount)
        for (place, variable) in outside.enumerated() where variable >= columnCount {
            result[variable - columnCount] = max(0, -gains[place]) * scales[variable - columnCount]
        }
        return result
    }

    /// How much of each item is taken, 0...1.
    var shares: [Double] {
        var result = [Double](repeating: 0, count: columnCount)
        for variable in 0..<columnCount { result[variable] = isAtUpper[variable] ? upper[variable] : lower[variable] }
        for (row, variable) in inBasis.enumerated() where variable < columnCount {
            result[variable] = min(1, max(0, basisValues[row]))
        }
        return result
    }

    /// Holds an item at 0 or 1; `solveDual` puts the rest right.
    mutating func hold(_ item: Int, at value: Double) {
        if let place = outside.firstIndex(of: item) {
            let step = value - (isAtUpper[item] ? upper[item] : lower[item])
            if step != 0 { shift(place, by: step) }
        }
        lower[item] = value
        upper[item] = value
        isAtUpper[item] = false
    }

    private mutating func shift(_ place: Int, by step: Double) {
        for row in 0..<rowCount { basisValues[row] -= tableau[row * columnCount + place] * step }
    }

    /// From a basis that keeps all limits to the best one.
    mutating func solve() {
        var rounds = 0
        while rounds < 20 * (rowCount + columnCount) {
            rounds += 1
            guard let place = entering() else { return }
            let variable = outside[place]
            let direction: Double = isAtUpper[variable] ? -1 : 1
            let (row, step, isToUpper) = leaving(place, direction, room: upper[variable] - lower[variable])
            guard step.isFinite else { return }
            guard let row else {
                shift(place, by: direction * step)
                isAtUpper[variable].toggle()
                continue
            }
            pivot(row, place, by: direction * step, isToUpper: isToUpper)
        }
    }

    private func entering() -> Int? {
        var best = Self.slack
        var found: Int?
        for (place, variable) in outside.enumerated() where upper[variable] > lower[variable] {
            let gain = isAtUpper[variable] ? -gains[place] : gains[place]
            if gain > best {
                best = gain
                found = place
            }
        }
        return found
    }

    private func leaving(_ place: Int, _ direction: Double, room: Double) -> (row: Int?, step: Double, isToUpper: Bool)
    {
        var best: (row: Int?, step: Double, isToUpper: Bool) = (nil, room, false)
        var size = 0.0
        for row in 0..<rowCount {
            let change = -tableau[row * columnCount + place] * direction
            guard abs(change) > Self.tiny else { continue }
            let variable = inBasis[row]
            let bound = change < 0 ? lower[variable] : upper[variable]
            guard bound.isFinite else { continue }
            let step = max(0, (bound - basisValues[row]) / change)
            if step < best.step - Self.tiny || (step <= best.step && abs(change) > size) {
                best = (row, min(step, best.step), change > 0)
                size = abs(change)
            }
        }
        return best
    }

    /// From a basis that is best but for limits that are exceeded, to one that keeps them. Stops where none is found.
    mutating func solveDual() {
        var rounds = 0
        while rounds < 20 * (rowCount + 10) {
            rounds += 1
            guard let (row, isBelow) = broken(), let place = dualEntering(row, isBelow) else { return }
            let variable = inBasis[row]
            let gap = basisValues[row] - (isBelow ? lower[variable] : upper[variable])
            pivot(row, place, by: gap / tableau[row * columnCount + place], isToUpper: !isBelow)
        }
    }

    private func broken() -> (row: Int, isBelow: Bool)? {
        var worst = Self.slack
        var found: (row: Int, isBelow: Bool)?
        for row in 0..<rowCount {
            let variable = inBasis[row]
            let below = lower[variable] - basisValues[row]
            let above = basisValues[row] - upper[variable]
            if max(below, above) > worst {
                worst = max(below, above)
                found = (row, below > above)
            }
        }
        return found
    }

    private func dualEntering(_ row: Int, _ isBelow: Bool) -> Int? {
        var best = Double.infinity
        var size = 0.0
        var found: Int?
        for (place, variable) in outside.enumerated() where upper[variable] > lower[variable] {
            let entry = tableau[row * columnCount + place]
            let helps = (isBelow ? -entry : entry) * (isAtUpper[variable] ? -1 : 1)
            guard helps > Self.tiny else { continue }
            let ratio = abs(gains[place]) / helps
            if ratio < best - Self.tiny || (ratio <= best + Self.tiny && helps > size) {
                best = min(best, ratio)
                size = helps
                found = place
            }
        }
        return found
    }

    /// The variable outside at `place` moves by `step` into the basis, and the one of `row` to one of its bounds.
    private mutating func pivot(_ row: Int, _ place: Int, by step: Double, isToUpper: Bool) {
        let (enters, leaves) = (outside[place], inBasis[row])
        let start = isAtUpper[enters] ? upper[enters] : lower[enters]
        shift(place, by: step)
        basisValues[row] = start + step
        isAtUpper[leaves] = isToUpper
        isAtUpper[enters] = false
        inBasis[row] = enters
        outside[place] = leaves
        let width = columnCount
        let factor = 1 / tableau[row * width + place]
        let gain = gains[place]
        tableau.withUnsafeMutableBufferPointer { tableau in
            for column in 0..<width { tableau[row * width + column] *= factor }
            tableau[row * width + place] = factor
            for other in 0..<rowCount where other != row {
                let entry = tableau[other * width + place]
                guard entry != 0 else { continue }
                for column in 0..<width { tableau[other * width + column] -= entry * tableau[row * width + column] }
                tableau[other * width + place] = -entry * factor
            }
            for column in 0..<width { gains[column] -= gain * tableau[row * width + column] }
        }
        gains[place] = -gain * factor
    }
}
