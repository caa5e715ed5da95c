import Foundation

/// Chooses the features worth knowing, in bounded memory: a first walk counts hashes into fixed cells, a second counts exactly
/// those whose cell is full enough.
struct TagVocabularyMaker {
    /// Texts that must have a feature, by family.
    var leastTexts: (words: Int, characters: Int, head: Int) = (2, 3, 2)
    /// Features kept, those in most texts first.
    var most = 300_000
    private static let cells = 1 << 22

    func make(_ texts: [TagExample]) -> TagVocabulary {
        var cells = [UInt8](repeating: 0, count: Self.cells)
        walk(texts) { hash, _ in
            let cell = Int(hash) & (Self.cells - 1)
            if cells[cell] < .max { cells[cell] += 1 }
        }
        var counts: [UInt32: (count: Int32, family: TagFamily)] = [:]
        walk(texts) { hash, family in
            guard Int(cells[Int(hash) & (Self.cells - 1)]) >= least(family) else { return }
            counts[hash, default: (0, family)].count += 1
        }
        var kept = counts.filter { Int($0.value.count) >= least($0.value.family) }.map { ($0.key, $0.value) }
        kept.sort { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
        // Frequent features first: what is read often lies together.
        if kept.count > most { kept.removeLast(kept.count - most) }
        let all = Double(texts.count + 1)
        let steps = kept.map { (_, entry) in
            TagVocabulary.steps(Float(log(all / Double(entry.count + 1)) + 1))
        }
        return TagVocabulary(hashes: kept.map(\.0), families: kept.map(\.1.family), frequencySteps: steps)
    }

    private func least(_ family: TagFamily) -> Int {
        switch family {
        case .words: leastTexts.words
        case .characters: leastTexts.characters
        case .head: leastTexts.head
        }
    }

    /// Each feature once a text.
    private func walk(_ texts: [TagExample], _ body: (UInt32, TagFamily) -> Void) {
        let scanner = TagFeatureScanner()
        var seen: [(UInt32, TagFamily)] = []
        for example in texts {
            var text = example.text
            text.withUTF8 { scanner.scan($0) }
            seen.removeAll(keepingCapacity: true)
            seen.append(contentsOf: scanner.features.lazy.map { ($0.hash, $0.family) })
            seen.sort { $0.0 < $1.0 }
            var last: UInt32?
            for (hash, family) in seen where hash != last {
                body(hash, family)
                last = hash
            }
        }
    }
}
