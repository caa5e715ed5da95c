package import Domain

/// An invented record: invented States, mechanisms and texts, so that every page has something to show.
/// The same seed writes the same drafts, in the same order, on every machine.
package struct Demonstration: Sendable {
    package static let batchSize = 1_000

    /// `states.json`, `groups.json` and `ratification.json` in it have the shape of `Resources/reference`.
    package let directory: String
    private let files: DemonstrationFiles
    private let seed: UInt64

    /// `directory` is `Resources/demo`.
    package init(resources directory: String, seed: UInt64 = 2013) throws(OperationError) {
        self.directory = directory
        self.seed = seed
        files = try DemonstrationFiles(directory: directory)
    }

    /// Everything as it stood when the documents came out, in batches of at most `batchSize`.
    package func drafts() -> DraftBatches {
        DraftBatches(reviews as [any DocumentWriter] + files.mechanisms.flatMap { conclusions(of: $0) })
    }

    /// A later source: the drafts of `drafts()` whose position has changed since, under the same keys.
    package func laterDrafts() -> DraftBatches {
        DraftBatches(reviews.map { LaterAnswers(outcome: $0) })
    }

    private var reviews: [ReviewWriter] { files.reviews.map { ReviewWriter(files: files, review: $0, seed: seed) } }

    private func conclusions(of mechanism: DemonstrationMechanism) -> [ConclusionsWriter] {
        guard let habit = DocumentHabit.of(mechanism.kind) else { return [] }
        let states = files.states.filter { mechanism.states?.contains($0.code) ?? true }
        return states.flatMap { state -> [ConclusionsWriter] in
            let place = Int(SplitMix64.hash(mechanism.code + state.code) % 1_000)
            return (0..<habit.rounds).compactMap { round in
                let year = habit.firstYear + place % habit.yearsBetween + round * habit.yearsBetween
                guard let date = CalendarDate(year: year, month: place % 12 + 1, day: place % 27 + 1) else {
                    return nil
                }
                return ConclusionsWriter(
                    files: files, mechanism: mechanism, state: state, habit: habit, round: round, date: date, seed: seed
                )
            }
        }
    }
}

/// Writes the drafts of one document, the same ones each time.
protocol DocumentWriter: Sendable {
    func drafts() -> [RecommendationDraft]
}

/// Batches of drafts, written as they are asked for. Rows are numbered from 1.
package struct DraftBatches: Sequence, IteratorProtocol, Sendable {
    private var documents: ArraySlice<any DocumentWriter>
    private var waiting: ArraySlice<RecommendationDraft> = []
    private var rows = 0

    init(_ documents: [any DocumentWriter]) { self.documents = documents[...] }

    package mutating func next() -> [RecommendationDraft]? {
        while waiting.count < Demonstration.batchSize, let document = documents.popFirst() {
            waiting += document.drafts()
        }
        guard !waiting.isEmpty else { return nil }
        var batch = Array(waiting.prefix(Demonstration.batchSize))
        waiting = waiting.dropFirst(batch.count)
        for index in batch.indices {
            rows += 1
            batch[index].row = rows
        }
        return batch
    }
}
