package import Corpus
import Domain
package import Reference
package import Store
import Synchronization

/// Keeps the Corpus in step with the change log.
///
/// A change is in the Corpus when `position` has passed its number. Nothing is lost between nodes: the log is read by number,
/// a hint only says when to look.
package struct CorpusFeed: Sendable {
    private let database: any Database
    private let corpus: Corpus
    private let reference: ReferenceFacts
    private let reached = ReachedEnd()

    package init(database: any Database, corpus: Corpus, reference: ReferenceFacts) {
        self.database = database
        self.corpus = corpus
        self.reference = reference
    }

    private static let pageSize = 1_000

    /// Whether the end of the log was reached once.
    package var hasCaughtUp: Bool { reached.isSet }

    /// Reads the log to its present end. Returns how many entries were new.
    @discardableResult
    package func catchUp(progress: (Int) -> Void = { _ in }) async throws(StoreError) -> Int {
        var total = 0
        while true {
            let count = try await step()
            guard count > 0 else {
                reached.set()
                return total
            }
            total += count
            progress(total)
        }
    }

    /// One page of the log. The records are read in the same view as the page, so a record removed since is not there.
    private func step() async throws(StoreError) -> Int {
        let position = corpus.position
        let entry = CorpusEntry(reference: reference)
        let page = try await database.read { connection in
            let changes = try ChangeLog.page(after: position, limit: Self.pageSize, connection)
            var wanted: [RecommendationID] = []
            var seen: Set<Int64> = []
            for change in changes where change.entity == .recommendation && seen.insert(change.id).inserted {
                wanted.append(RecommendationID(change.id))
            }
            let records = try RecordLoader(connection).load(wanted)
            let found = Set(records.map(\.recommendation.id))
            let updates =
                records.map { CorpusChange.put(entry.record($0)) }
                + wanted.filter { !found.contains($0) }.map { CorpusChange.remove($0.value) }
            return (count: changes.count, last: changes.last?.number ?? position, updates: updates)
        }
        if page.count > 0 { corpus.apply(page.updates, position: page.last) }
        return page.count
    }

    /// Follows the log until cancelled.
    package func follow() async throws(StoreError) {
        for await _ in database.hints() {
            guard !Task.isCancelled else { return }
            try await catchUp()
        }
    }
}

/// A flag that is set once.
private final class ReachedEnd: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }
    func set() { flag.store(true, ordering: .releasing) }
}
