/// Linear classifiers, many at once: L2-regularised squared hinge, by dual coordinate descent (the method of LIBLINEAR).
///
/// A block of labels shares the walk over the rows, so that each feature of a row is read once for all of them. A block is
/// solved by one thread in one order: the result hangs on the numbers alone.
struct TagSolver {
    /// Labels of a block, padded to a multiple of eight.
    static let width = 32

    let matrix: TagMatrix
    /// Upper end of a row's cost; larger fits closer.
    var cost: Float = 1
    var passes = 12
    var tolerance: Float = 0.05

    /// `targets` holds for each row of the matrix `width` numbers: 1, -1, or 0 where the label is not known. `weights` is the
    /// weight of each row. Returns `(columns + 1) x width` weights; the last row is the bias.
    func solve(rows: [Int32], targets: [Int8], weights: [Float]) -> [Float] {
        let width = Self.width
        var model = [Float](repeating: 0, count: (matrix.columns + 1) * width)
        var alphas = [Float](repeating: 0, count: rows.count * width)
        var order = Array(rows.indices)
        var random = SplitMix(state: 7)
        model.withUnsafeMutableBufferPointer { model in
            alphas.withUnsafeMutableBufferPointer { alphas in
                guard let model = model.baseAddress, let alphas = alphas.baseAddress else { return }
                for _ in 0..<passes {
                    random.shuffle(&order)
                    if pass(order, rows, targets, weights, model, alphas) < tolerance { break }
                }
            }
        }
        return model
    }

    /// One walk over all rows; returns the largest change of a slope.
    private func pass(
        _ order: [Int], _ rows: [Int32], _ targets: [Int8], _ weights: [Float], _ model: UnsafeMutablePointer<Float>,
        _ alphas: UnsafeMutablePointer<Float>
    ) -> Float {
        let width = Self.width
        var worst: Float = 0
        matrix.features.withUnsafeBufferPointer { features in
            matrix.values.withUnsafeBufferPointer { values in
                for place in order {
                    let row = Int(rows[place])
                    let range = matrix.offsets[row]..<matrix.offsets[row + 1]
                    let step = TagStep(
                        features: UnsafeBufferPointer(rebasing: features[range]),
                        values: UnsafeBufferPointer(rebasing: values[range]), bias: matrix.columns,
                        diagonal: 0.5 / (cost * weights[row]))
                    let slope = targets.withUnsafeBufferPointer { targets in
                        step.take(model, alphas + place * width, targets.baseAddress.map { $0 + row * width })
                    }
                    worst = max(worst, slope)
                }
            }
        }
        return worst
    }
}

/// One row's step for all labels of a block.
private struct TagStep {
    typealias Lane = SIMD16<Float>

    let features: UnsafeBufferPointer<UInt32>
    let values: UnsafeBufferPointer<Float>
    let bias: Int
    let diagonal: Float

    /// Moves `alphas` and with them `model`; returns how far from its optimum the row was.
    @inline(__always) func take(
        _ model: UnsafeMutablePointer<Float>, _ alphas: UnsafeMutablePointer<Float>, _ targets: UnsafePointer<Int8>?
    ) -> Float {
        guard let targets else { return 0 }
        let lanes = UnsafeMutableRawPointer(model).assumingMemoryBound(to: Lane.self)
        let stride = TagSolver.width / Lane.scalarCount
        var first = lanes[bias * stride]
        var second = lanes[bias * stride + 1]
        var length: Float = 1
        for place in features.indices {
            let at = Int(features[place]) * stride
            let value = values[place]
            first += lanes[at] * value
            second += lanes[at + 1] * value
            length += value * value
        }
        let hessian = length + diagonal
        var worst: Float = 0
        let left = change(first, alphas, targets, hessian, &worst)
        let right = change(second, alphas + Lane.scalarCount, targets + Lane.scalarCount, hessian, &worst)
        let isLeft = left != Lane.zero
        let isRight = right != Lane.zero
        guard isLeft || isRight else { return worst }
        if isLeft { lanes[bias * stride] += left }
        if isRight { lanes[bias * stride + 1] += right }
        for place in features.indices {
            let at = Int(features[place]) * stride
            if isLeft { lanes[at] += left * values[place] }
            if isRight { lanes[at + 1] += right * values[place] }
        }
        return worst
    }

    /// New `alphas` of a lane, and what the weights change by for each unit of a feature.
    @inline(__always) private func change(
        _ scores: Lane, _ alphas: UnsafeMutablePointer<Float>, _ targets: UnsafePointer<Int8>, _ hessian: Float,
        _ worst: inout Float
    ) -> Lane {
        var result = Lane.zero
        for label in 0..<Lane.scalarCount {
            let target = Float(targets[label])
            guard target != 0 else { continue }
            let old = alphas[label]
            let slope = target * scores[label] - 1 + diagonal * old
            if old == 0, slope >= 0 { continue }
            let new = max(old - slope / hessian, 0)
            alphas[label] = new
            result[label] = (new - old) * target
            worst = max(worst, abs(slope))
        }
        return result
    }
}
