/// What a model is trained to tell: the tags that enough texts have, kind by kind, and what each text says of each.
struct TagLabels: Sendable {
    struct Label: Sendable {
        var kind: Int
        var code: String
        /// Texts that have it.
        var texts: Int
    }

    struct Kind: Sendable {
        var name: String
        var isSingle: Bool
        /// Every text of which the kind is known has a tag of it.
        var isNeverEmpty: Bool
        /// Texts of which the kind is known.
        var texts: Int
        /// Places in `labels`.
        var range: Range<Int>
    }

    private(set) var kinds: [Kind] = []
    private(set) var labels: [Label] = []
    /// Tags left out because too few texts have them.
    private(set) var rare: [(kind: String, code: String)] = []
    private var known: [[String: Set<Int>]] = []
    private var places: [[String: Int]] = []

    /// A tag wants `leastTexts` texts that have it and, in a kind of several, one that has not.
    init(_ examples: [TagExample], singleKinds: Set<String>, leastTexts: Int) {
        let names = Set(examples.flatMap(\.labels.keys)).sorted()
        // Kinds alike lie side by side.
        for name in names.filter(singleKinds.contains) + names.filter({ !singleKinds.contains($0) }) {
            add(name, examples, isSingle: singleKinds.contains(name), leastTexts)
        }
    }

    private mutating func add(_ name: String, _ examples: [TagExample], isSingle: Bool, _ leastTexts: Int) {
        var counts: [String: Int] = [:]
        var sources: [String: Set<String>] = [:]
        var texts = 0
        var isNeverEmpty = true
        for example in examples {
            guard let codes = example.labels[name] else { continue }
            texts += 1
            if codes.isEmpty { isNeverEmpty = false }
            for code in Set(codes) {
                counts[code, default: 0] += 1
                sources[example.source, default: []].insert(code)
            }
        }
        let kept = counts.filter { $0.value >= leastTexts && (isSingle || $0.value < texts) }.map(\.key).sorted()
        // One tag alone is no choice: then the whole kind is left out.
        let isLearned = kept.count > (isSingle ? 1 : 0)
        let learned = Set(isLearned ? kept : [])
        rare += counts.keys.sorted().filter { !learned.contains($0) }.map { (name, $0) }
        guard isLearned else { return }
        let first = labels.count
        labels += kept.map { Label(kind: kinds.count, code: $0, texts: counts[$0] ?? 0) }
        let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, first + $0) })
        kinds.append(
            Kind(
                name: name, isSingle: isSingle, isNeverEmpty: isNeverEmpty, texts: texts,
                range: first..<labels.count))
        places.append(place)
        known.append(sources.mapValues { Set($0.compactMap { place[$0] }) })
    }

    /// Labels that are solved together: those of kinds alike, `TagSolver.widthMax` at most.
    var blocks: [Range<Int>] {
        var blocks: [Range<Int>] = []
        var from = 0
        while from < labels.count {
            let isSingle = kinds[labels[from].kind].isSingle
            var to = from
            while to < labels.count, to - from < TagSolver.widthMax, kinds[labels[to].kind].isSingle == isSingle {
                to += 1
            }
            blocks.append(from..<to)
            from = to
        }
        return blocks
    }

    /// For each label of `range`: 1 where the text has it, -1 where it has not, 0 where that is not known.
    func targets(_ example: TagExample, _ range: Range<Int>, into out: inout [Int8]) {
        for place in range {
            let kind = labels[place].kind
            guard let codes = example.labels[kinds[kind].name] else {
                out.append(0)
                continue
            }
            if codes.contains(labels[place].code) {
                out.append(1)
            } else {
                let isKnown = kinds[kind].isSingle || known[kind][example.source]?.contains(place) ?? false
                out.append(isKnown ? -1 : 0)
            }
        }
    }
}
