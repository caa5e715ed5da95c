import Domain

/// One number for each facet value in the whole Corpus. Numbers are given once and never change.
struct FacetNumbers {
    private(set) var values: [[String]] = Facet.allCases.map { _ in [] }
    private var numbers: [[String: UInt32]] = Facet.allCases.map { _ in [:] }

    /// For each facet and each of the segment's values its number.
    mutating func numbers(of segment: Segment) -> [[UInt32]] {
        var result: [[UInt32]] = Facet.allCases.map { _ in [] }
        for column in segment.facets {
            let facet = FacetOrder.index(of: column.facet)
            result[facet] = (0..<column.values.count).map { number(facet, column.values.string($0)) }
        }
        return result
    }

    private mutating func number(_ facet: Int, _ value: String) -> UInt32 {
        if let number = numbers[facet][value] { return number }
        let number = UInt32(values[facet].count)
        numbers[facet][value] = number
        values[facet].append(value)
        return number
    }
}
