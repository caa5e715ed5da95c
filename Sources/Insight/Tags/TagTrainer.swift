import Dispatch
import Synchronization

/// Why nothing was learned.
package enum TagTrainingError: Error, Equatable, Sendable {
    /// Texts with tags found, and how many it takes.
    case tooFewTexts(found: Int, needed: Int)
    /// Texts enough, but no tag that enough of them have: how many a tag needs.
    case noCommonTag(needed: Int)
}

/// Trains a model: the same examples give the same bytes, whatever the threads do.
package struct TagTrainer: Sendable {
    package struct Options: Sendable {
        /// Kinds of which a text has exactly one tag.
        package var singleKinds: Set<String> = ["action"]
        /// Texts a tag needs.
        package var leastTextsForTag = 5
        /// Texts it takes to train at all.
        package var leastTexts = 40
        /// Features known at most.
        package var mostFeatures = 250_000
        /// Weights smaller than this, in steps of 127, are dropped: a smaller file, a little less exact.
        package var leastWeight = 1
        /// Parts of the inner test.
        package var parts = 4

        package init() {}
    }

    package var options = Options()
    /// How kinds of one tag are learned, and kinds of many.
    var single = TagProfile(weights: TagFamilyWeights(words: 1, characters: 1, head: 1.5), cost: 0.12)
    var many = TagProfile(weights: TagFamilyWeights(words: 1, characters: 1, head: 0), cost: 1)
    var passes = 12
    var leastTexts: (words: Int, characters: Int, head: Int) = (2, 3, 2)

    package init(_ options: Options = Options()) { self.options = options }

    /// Learns from `examples`. `name` and `made` (a date) go into the model's version. `progress` is told of parts done, from
    /// any thread.
    package func train(
        _ examples: [TagExample], name: String, made: String, progress: @Sendable (_ done: Int, _ all: Int) -> Void
    ) throws(TagTrainingError) -> TagTrained {
        let examples = TagBudget.take(examples)
        guard examples.count >= options.leastTexts else {
            throw .tooFewTexts(found: examples.count, needed: options.leastTexts)
        }
        let labels = TagLabels(
            examples, singleKinds: options.singleKinds, leastTexts: options.leastTextsForTag)
        guard !labels.labels.isEmpty else { throw .noCommonTag(needed: options.leastTextsForTag) }
        var maker = TagVocabularyMaker()
        maker.leastTexts = leastTexts
        maker.most = options.mostFeatures
        let vocabulary = maker.make(examples)
        let run = TagTrainingRun(
            trainer: self, examples: examples, labels: labels,
            matrix: TagMatrix(examples.map(\.text), vocabulary), families: vocabulary.families)
        let outcome = run.solve(progress)
        let judged = TagJudgement(labels, examples, outcome.scores)
        let content = TagModelContent(
            name: name, made: made, labels: labels, judged: judged, texts: examples.count, vocabulary: vocabulary,
            weights: outcome.weights)
        let (bytes, digest) = content.encoded()
        return TagTrained(model: TagModel(content, digest: digest), bytes: bytes, rareTags: labels.rare)
    }
}

/// How much each family of features weighs, and how closely the texts are fitted.
struct TagProfile: Sendable, Hashable {
    var weights: TagFamilyWeights
    var cost: Float
}

/// A model, and the bytes of its file.
package struct TagTrained: Sendable {
    package var model: TagModel
    package var bytes: [UInt8]
    /// Tags that were left out because too few texts have them.
    package var rareTags: [(kind: String, code: String)]
}

/// One training: every part of the inner test left out once, then all texts, block by block of labels.
struct TagTrainingRun: Sendable {
    let trainer: TagTrainer
    let examples: [TagExample]
    let labels: TagLabels
    let matrix: TagMatrix
    let families: [TagFamily]

    struct Outcome {
        /// Scores of each text by the models that did not see it, `labels` numbers a row.
        var scores: [Float]
        /// By block.
        var weights: [TagWeights]
    }

    func solve(_ progress: @Sendable (_ done: Int, _ all: Int) -> Void) -> Outcome {
        let count = labels.labels.count
        let blocks = labels.blocks
        let parts = trainer.options.parts
        let targets = blocks.map { self.targets($0) }
        let partOf = examples.map { Int(TagHash.finish($0.group)) % parts }
        let rowWeights = examples.map(\.weight)
        let scores = Mutex([Float](repeating: 0, count: examples.count * count))
        let weights = Mutex([TagWeights?](repeating: nil, count: blocks.count))
        let done = Atomic(0)
        let all = blocks.count * (parts + 1)
        DispatchQueue.concurrentPerform(iterations: all) { task in
            // Whole models first: they take longest.
            let block = task % blocks.count
            let part = task / blocks.count - 1
            let rows = examples.indices.filter { partOf[$0] != part }.map { Int32($0) }
            let solver = solver(blocks[block])
            let model = solver.solve(rows: rows, targets: targets[block], weights: rowWeights)
            if part < 0 {
                let small = TagWeights(
                    model, columns: matrix.columns, width: solver.width, least: trainer.options.leastWeight)
                weights.withLock { $0[block] = small }
            } else {
                let range = blocks[block]
                let found = examples.indices.filter { partOf[$0] == part }.map { row in
                    (row, matrix.scores(row, model, solver.width))
                }
                scores.withLock { scores in
                    for (row, values) in found {
                        for label in range { scores[row * count + label] = values[label - range.lowerBound] }
                    }
                }
            }
            progress(done.add(1, ordering: .relaxed).newValue, all)
        }
        return Outcome(scores: scores.withLock { $0 }, weights: weights.withLock { $0.compactMap(\.self) })
    }

    private func solver(_ block: Range<Int>) -> TagSolver {
        let isSingle = labels.kinds[labels.labels[block.lowerBound].kind].isSingle
        let profile = isSingle ? trainer.single : trainer.many
        return TagSolver(
            matrix: matrix, scales: families.map { profile.weights[$0] }, width: Self.width(block), cost: profile.cost,
            passes: trainer.passes)
    }

    /// Labels of a block, padded.
    private static func width(_ block: Range<Int>) -> Int { block.count > 16 ? 32 : 16 }

    private func targets(_ range: Range<Int>) -> [Int8] {
        var out: [Int8] = []
        out.reserveCapacity(examples.count * Self.width(range))
        for example in examples {
            labels.targets(example, range, into: &out)
            out.append(contentsOf: repeatElement(0, count: Self.width(range) - range.count))
        }
        return out
    }
}
