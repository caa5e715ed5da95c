/// Linear classifiers, many at once: L2-regularised squared hinge, by dual coordinate descent (the method of LIBLINEAR).
///
/// A block of labels shares the walk over the rows, so that each feature of a row is read once for all of them. A block is
/// solved by one thread in one order: the result hangs on the numbers alone.
struct TagSolver {
    /// Labels of a block at most.
    static let widthMax = 32

    let matrix: TagMatrix
    /// By feature, what its values are multiplied by; features at 0 are passed over.
    let scales: [Float]
    /// Labels of this block with padding: 16 or 32.
    let width: Int
    /// Upper end of a row's cost; larger fits closer.
    var cost: Float = 1
    var passes = 12
    var tolerance: Float = 0.05

    /// `targets` holds for each row of the matrix `width` numbers: 1, -1, or 0 where the label is not known. `weights` is the
    /// weight of each row. Returns `(columns + 1) x width` weights, for values that are not scaled; the last row is the bias.
    func solve(rows: [Int32], targets: [Int8], weights: [Float]) -> [Float] {
        // A text of which none of the labels is known teaches nothing.
        let rows = rows.filter { row in
            targets[Int(row) * width..<(Int(row) + 1) * width].contains { $0 != 0 }
        }
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
        for feature in 0..<matrix.columns where scales[feature] != 1 {
            for label in 0..<width { model[feature * width + label] *= scales[feature] }
        }
        return model
    }

    /// One walk over all rows; returns the largest change of a slope.
    private func pass(
        _ order: [Int], _ rows: [Int32], _ targets: [Int8], _ weights: [Float], _ model: UnsafeMutablePointer<Float>,
        _ alphas: UnsafeMutablePointer<Float>
    ) -> Float {
        var worst: Float = 0
        var features: [UInt32] = []
        var values: [Float] = []
        for place in order {
            let row = Int(rows[place])
            features.removeAll(keepingCapacity: true)
            values.removeAll(keepingCapacity: true)
            for entry in matrix.offsets[row]..<matrix.offsets[row + 1] {
                let scale = scales[Int(matrix.features[entry])]
                guard scale != 0 else { continue }
                features.append(matrix.features[entry])
                values.append(matrix.values[entry] * scale)
            }
            let slope = features.withUnsafeBufferPointer { features in
                values.withUnsafeBufferPointer { values in
                    targets.withUnsafeBufferPointer { targets in
                        TagStep(
                            features: features, values: values, bias: matrix.columns,
                            diagonal: 0.5 / (cost * weights[row]), isWide: width > TagStep.Lane.scalarCount
                        ).take(model, alphas + place * width, targets.baseAddress.map { $0 + row * width })
                    }
                }
            }
            worst = max(worst, slope)
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
    /// Two lanes of labels, not one.
    let isWide: Bool

    /// Moves `alphas` and with them `model`; returns how far from its optimum the row was.
    @inline(__always) func take(
        _ model: UnsafeMutablePointer<Float>, _ alphas: UnsafeMutablePointer<Float>, _ targets: UnsafePointer<Int8>?
    ) -> Float {
        guard let targets else { return 0 }
        let lanes = UnsafeMutableRawPointer(model).assumingMemoryBound(to: Lane.self)
        return isWide ? takeWide(lanes, alphas, targets) : takeNarrow(lanes, alphas, targets)
    }

    @inline(__always) private func takeNarrow(
        _ lanes: UnsafeMutablePointer<Lane>, _ alphas: UnsafeMutablePointer<Float>, _ targets: UnsafePointer<Int8>
    ) -> Float {
        var scores = lanes[bias]
        var length: Float = 1
        for place in features.indices {
            scores += lanes[Int(features[place])] * values[place]
            length += values[place] * values[place]
        }
        var worst: Float = 0
        let change = change(scores, alphas, targets, length + diagonal, &worst)
        guard change != Lane.zero else { return worst }
        lanes[bias] += change
        for place in features.indices { lanes[Int(features[place])] += change * values[place] }
        return worst
    }

    @inline(__always) private func takeWide(
        _ lanes: UnsafeMutablePointer<Lane>, _ alphas: UnsafeMutablePointer<Float>, _ targets: UnsafePointer<Int8>
    ) -> Float {
        var first = lanes[bias * 2]
        var second = lanes[bias * 2 + 1]
        var length: Float = 1
        for place in features.indices {
            let at = Int(features[place]) * 2
            let value = values[place]
            first += lanes[at] * value
            second += lanes[at + 1] * value
            length += value * value
        }
        var worst: Float = 0
        let left = change(first, alphas, targets, length + diagonal, &worst)
        let count = Lane.scalarCount
        let right = change(second, alphas + count, targets + count, length + diagonal, &worst)
        let isLeft = left != Lane.zero
        let isRight = right != Lane.zero
        guard isLeft || isRight else { return worst }
        if isLeft { lanes[bias * 2] += left }
        if isRight { lanes[bias * 2 + 1] += right }
        for place in features.indices {
            let at = Int(features[place]) * 2
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
