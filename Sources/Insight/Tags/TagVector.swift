import Foundation
import Language

/// How much each family weighs in a text's vector.
struct TagFamilyWeights: Sendable, Hashable {
    var words: Float
    var characters: Float
    var head: Float

    subscript(family: TagFamily) -> Float {
        switch family {
        case .words: words
        case .characters: characters
        case .head: head
        }
    }
}

/// Makes the sparse vector of a text: each known feature once, with `1 + log(times) x idf`, each family of length one. Keeps its room between texts; one for each thread.
final class TagVectorMaker {
    private let vocabulary: TagVocabulary
    private let scanner = TagFeatureScanner()
    private(set) var features: [UInt32] = []
    private(set) var values: [Float] = []

    init(_ vocabulary: TagVocabulary) { self.vocabulary = vocabulary }

    /// The features of the text as they stand there, of the last `make`.
    var occurrences: [TagFeature] { scanner.features }
    var spans: [TokenSpan] { scanner.spans }
    func index(of hash: UInt32) -> UInt32? { vocabulary.index(of: hash).map { UInt32($0) } }

    /// Replaces `features` (rising) and `values` by those of the text.
    func make(_ text: UnsafeBufferPointer<UInt8>) {
        scanner.scan(text)
        features.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        for feature in scanner.features {
            if let index = vocabulary.index(of: feature.hash) { features.append(UInt32(index)) }
        }
        features.sort()
        var kept = 0
        var from = 0
        var lengths: (Float, Float, Float) = (0, 0, 0)
        while from < features.count {
            var to = from + 1
            while to < features.count, features[to] == features[from] { to += 1 }
            let index = Int(features[from])
            let value = (1 + Float(log(Double(to - from)))) * vocabulary.inverseFrequencies[index]
            switch vocabulary.families[index] {
            case .words: lengths.0 += value * value
            case .characters: lengths.1 += value * value
            case .head: lengths.2 += value * value
            }
            features[kept] = UInt32(index)
            values.append(value)
            kept += 1
            from = to
        }
        features.removeLast(features.count - kept)
        scale(lengths)
    }

    private func scale(_ lengths: (Float, Float, Float)) {
        let words = lengths.0 > 0 ? 1 / lengths.0.squareRoot() : 0
        let characters = lengths.1 > 0 ? 1 / lengths.1.squareRoot() : 0
        let head = lengths.2 > 0 ? 1 / lengths.2.squareRoot() : 0
        for place in features.indices {
            switch vocabulary.families[Int(features[place])] {
            case .words: values[place] *= words
            case .characters: values[place] *= characters
            case .head: values[place] *= head
            }
        }
    }
}
