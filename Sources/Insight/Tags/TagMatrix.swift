import Dispatch
import Synchronization

/// Sparse rows, one a text.
struct TagMatrix: Sendable {
    private(set) var offsets: [Int] = [0]
    private(set) var features: [UInt32] = []
    private(set) var values: [Float] = []
    let columns: Int

    var rows: Int { offsets.count - 1 }

    /// The vectors of the texts, made on all cores.
    init(_ texts: [String], _ vocabulary: TagVocabulary) {
        columns = vocabulary.count
        let size = 1_024
        let count = (texts.count + size - 1) / size
        let parts = Mutex([TagMatrix?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let maker = TagVectorMaker(vocabulary)
            var part = TagMatrix(columns: vocabulary.count)
            for text in texts[place * size..<min(texts.count, (place + 1) * size)] {
                var text = text
                text.withUTF8 { maker.make($0) }
                part.append(maker.features, maker.values)
            }
            parts.withLock { $0[place] = part }
        }
        for part in parts.withLock({ $0 }) {
            guard let part else { continue }
            let base = features.count
            features += part.features
            values += part.values
            offsets += part.offsets.dropFirst().map { $0 + base }
        }
    }

    private init(columns: Int) { self.columns = columns }

    private mutating func append(_ features: [UInt32], _ values: [Float]) {
        self.features.append(contentsOf: features)
        self.values.append(contentsOf: values)
        offsets.append(self.features.count)
    }

    /// What a block of classifiers says of a row.
    func scores(_ row: Int, _ model: [Float], _ width: Int) -> [Float] {
        var result = Array(model[columns * width..<(columns + 1) * width])
        for place in offsets[row]..<offsets[row + 1] {
            let base = Int(features[place]) * width
            let value = values[place]
            for label in 0..<width { result[label] += model[base + label] * value }
        }
        return result
    }
}
