/// Weights of a block of labels in one byte each: the sign and the square root of the size, against the label's largest.
struct TagWeights: Sendable {
    /// `columns x width` numbers; the bias is apart.
    private var numbers: [Int8]
    private let width: Int
    var largest: [Float]
    var biases: [Float]

    /// Numbers smaller than `least` become zero.
    init(_ model: [Float], columns: Int, width: Int, least: Int) {
        self.width = width
        largest = [Float](repeating: 0, count: width)
        for at in 0..<columns * width { largest[at % width] = max(largest[at % width], abs(model[at])) }
        biases = Array(model[(columns * width)...])
        numbers = [Int8](repeating: 0, count: columns * width)
        for at in numbers.indices {
            let top = largest[at % width]
            guard top > 0 else { continue }
            let size = ((abs(model[at]) / top).squareRoot() * 127).rounded()
            guard Int(size) >= least else { continue }
            numbers[at] = Int8(model[at] < 0 ? -size : size)
        }
    }

    func number(_ feature: Int, _ column: Int) -> Int8 { numbers[feature * width + column] }

    /// What a number stands for, against the largest.
    static let sizes: [Float] = (0...255).map { byte in
        let number = Float(Int8(truncatingIfNeeded: byte))
        return number * abs(number) / (127 * 127)
    }
}
