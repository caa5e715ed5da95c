import Language

/// Reads texts with a model. Keeps its room between texts; one for each thread.
package final class TagReader {
    private let model: TagModel
    private let vectors: TagVectorMaker
    private var scores: [Double] = []

    package init(_ model: TagModel) {
        self.model = model
        vectors = TagVectorMaker(model.vocabulary)
    }

    /// As `TagModel.suggest`.
    package func suggest(_ text: String, least: Double = 0.05) -> [TagSuggestion] {
        score(text)
        var result: [TagSuggestion] = []
        for kind in model.kinds {
            let probabilities = kind.isSingle ? shares(of: kind) : independent(of: kind)
            let top = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
            let isChosen = probabilities.indices.map { place in
                kind.isSingle
                    ? place == top
                    : probabilities[place] >= model.labels[kind.range.lowerBound + place].threshold
            }
            let isTopChosen = kind.isNeverEmpty && !isChosen.contains(true)
            let order = probabilities.indices.sorted {
                (probabilities[$1], $0) < (probabilities[$0], $1)
            }
            for place in order {
                let chosen = isChosen[place] || isTopChosen && place == top
                guard chosen || probabilities[place] >= least else { continue }
                result.append(
                    TagSuggestion(
                        kind: kind.name, code: kind.codes[place], probability: probabilities[place], isChosen: chosen))
            }
        }
        return result
    }

    /// Fills `scores` with the exponent of each label.
    private func score(_ text: String) {
        var text = text
        text.withUTF8 { vectors.make($0) }
        var sums = model.labels.map(\.bias)
        sums.withUnsafeMutableBufferPointer { sums in
            model.rows.add(vectors.features, vectors.values, model.labels, to: sums)
        }
        scores = sums.indices.map { place in
            let fit = model.labels[place].calibration
            return fit.slope * Double(sums[place]) + fit.shift
        }
    }

    private func shares(of kind: TagModel.Kind) -> [Double] {
        var exponents = Array(scores[kind.range])
        TagCalibration.normalise(&exponents)
        return exponents
    }

    private func independent(of kind: TagModel.Kind) -> [Double] {
        kind.range.map { TagCalibration(slope: 1, shift: 0).probability(scores[$0]) }
    }

    /// What a tag starts from, and what each word adds: together the exponent behind its probability. In a kind of which a text
    /// has one tag, everything is told against the mean of the kind's tags. Nil for a tag that the model does not know.
    package func reasons(_ text: String, kind: String, code: String) -> (start: Double, words: [TagWord])? {
        guard let kind = model.kinds.first(where: { $0.name == kind }), let place = kind.codes.firstIndex(of: code)
        else { return nil }
        let label = kind.range.lowerBound + place
        var factors = [Double](repeating: 0, count: model.labels.count)
        factors[label] = model.labels[label].calibration.slope
        if kind.isSingle {
            for other in kind.range {
                factors[other] -= model.labels[other].calibration.slope / Double(kind.range.count)
            }
        }
        var start = model.labels[label].calibration.shift
        if kind.isSingle {
            start -= kind.range.reduce(0) { $0 + model.labels[$1].calibration.shift } / Double(kind.range.count)
        }
        for other in kind.range { start += factors[other] * Double(model.labels[other].bias) }
        var text = text
        let words = text.withUTF8 { text in
            vectors.make(text)
            return TagWords(text, vectors).words { feature in model.rows.weight(of: feature, model.labels, factors) }
        }
        return (start, words)
    }
}
