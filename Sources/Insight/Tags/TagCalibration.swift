import Foundation

/// Turns the score of a classifier into a probability: `1 / (1 + exp(-(slope x score + shift)))`, or within a kind of which a
/// text has one tag, the share of `exp(slope x score + shift)`.
struct TagCalibration: Sendable, Hashable {
    var slope: Double = 1
    var shift: Double = 0

    /// Platt's method: maximum likelihood with smoothed targets, by Newton steps. `targets` are 1 and -1; 0 is passed over.
    static func binary(scores: [Float], targets: [Int8]) -> TagCalibration {
        let yes = Double(targets.count { $0 > 0 })
        let no = Double(targets.count { $0 < 0 })
        guard yes > 0, no > 0 else { return TagCalibration(slope: 1, shift: yes > 0 ? 4 : -4) }
        let high = (yes + 1) / (yes + 2)
        let low = 1 / (no + 2)
        var fit = TagCalibration(slope: 1, shift: log((yes + 1) / (no + 1)))
        for _ in 0..<60 {
            var gradient = (0.0, 0.0)
            var hessian = (1e-6, 0.0, 1e-6)
            for (score, target) in zip(scores, targets) where target != 0 {
                let x = Double(score)
                let p = fit.probability(x)
                let error = p - (target > 0 ? high : low)
                let weight = max(p * (1 - p), 1e-9)
                gradient.0 += error * x
                gradient.1 += error
                hessian.0 += weight * x * x
                hessian.1 += weight * x
                hessian.2 += weight
            }
            let determinant = hessian.0 * hessian.2 - hessian.1 * hessian.1
            guard determinant > 1e-12 else { break }
            let step = (
                (hessian.2 * gradient.0 - hessian.1 * gradient.1) / determinant,
                (hessian.0 * gradient.1 - hessian.1 * gradient.0) / determinant
            )
            // A score that speaks against its own tag is no score: the slope stays above zero.
            fit.slope = min(max(fit.slope - max(-2, min(2, step.0)), 0.01), 100)
            fit.shift -= max(-2, min(2, step.1))
            if abs(step.0) + abs(step.1) < 1e-6 { break }
        }
        return fit
    }

    func probability(_ score: Double) -> Double { 1 / (1 + exp(-(slope * score + shift))) }

    /// For a kind of which a text has one tag: slopes and shifts that make the right tags most likely. `scores` has
    /// `width` numbers a row, `right` the place of the right one.
    static func single(scores: [Float], right: [Int], width: Int) -> [TagCalibration] {
        var fits = [TagCalibration](repeating: TagCalibration(slope: 1, shift: 0), count: width)
        guard !right.isEmpty else { return fits }
        for _ in 0..<150 {
            let change = singleStep(&fits, scores, right, width)
            if change < 1e-5 { break }
        }
        return fits
    }

    /// One step down the slope, its size bounded by the curvature of each parameter.
    private static func singleStep(
        _ fits: inout [TagCalibration], _ scores: [Float], _ right: [Int], _ width: Int
    ) -> Double {
        var gradients = [(Double, Double)](repeating: (0, 0), count: width)
        var curves = [(Double, Double)](repeating: (1e-3, 1e-3), count: width)
        var shares = [Double](repeating: 0, count: width)
        for row in right.indices {
            for label in 0..<width {
                shares[label] = fits[label].slope * Double(scores[row * width + label]) + fits[label].shift
            }
            normalise(&shares)
            for label in 0..<width {
                let x = Double(scores[row * width + label])
                let error = shares[label] - (label == right[row] ? 1 : 0)
                let weight = shares[label] * (1 - shares[label])
                gradients[label].0 += error * x
                gradients[label].1 += error
                curves[label].0 += weight * x * x
                curves[label].1 += weight
            }
        }
        var change = 0.0
        for label in 0..<width {
            let slope = 0.4 * gradients[label].0 / curves[label].0
            let shift = 0.4 * gradients[label].1 / curves[label].1
            fits[label].slope = min(max(fits[label].slope - max(-1, min(1, slope)), 0.01), 100)
            fits[label].shift -= max(-1, min(1, shift))
            change = max(change, abs(slope), abs(shift))
        }
        return change
    }

    /// Makes exponents shares that add up to one.
    static func normalise(_ exponents: inout [Double]) {
        let top = exponents.max() ?? 0
        var sum = 0.0
        for place in exponents.indices {
            exponents[place] = exp(exponents[place] - top)
            sum += exponents[place]
        }
        for place in exponents.indices { exponents[place] /= sum }
    }
}
