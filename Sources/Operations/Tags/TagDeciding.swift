package import Domain
import Insight
import Reference
import Store

extension Tags {
    /// Decides on tags in one step. What was decided otherwise since it was seen stays as it is; of a single one this is an error.
    package func decide(
        _ choices: [TagChoice], _ verdict: TagDecision.Verdict, by caller: Caller
    ) async throws(TagError) -> TagOutcome {
        guard caller.role == .coordinator else { throw .forbidden }
        let choices = try Self.checked(choices)
        guard !choices.isEmpty else { return TagOutcome() }
        let opinions = try await opinions(on: choices)
        if verdict == .added || verdict == .confirmed { try check(choices, opinions) }
        let first = try await take(choices.count)
        let at = clock.instant
        return try await change { connection, log in
            let current = try Self.lockAndRead(choices, connection)
            var outcome = TagOutcome()
            var made: [TagDecision] = []
            for choice in choices {
                let tag = TagOfRecord(choice.recommendation, choice.kind, choice.code)
                guard current.records.contains(choice.recommendation) else {
                    outcome.overtaken += 1
                    continue
                }
                let last = current.decisions[tag]
                let standing = last?.verdict ?? .withdrawn
                if standing == verdict {
                    outcome.unchanged += 1
                } else if last?.id != choice.seen {
                    outcome.overtaken += 1
                } else {
                    made.append(
                        TagDecision(
                            id: TagDecisionID(first + Int64(made.count)), recommendation: choice.recommendation,
                            kind: choice.kind, code: choice.code, verdict: verdict, by: caller.name, at: at,
                            model: opinions[tag]?.model, probability: opinions[tag]?.probability,
                            batch: TagDecisionID(first)))
                }
            }
            if choices.count == 1, outcome.overtaken == 1 {
                throw current.records.isEmpty ? TagError.notFound : TagError.stale
            }
            try Self.keep(made, "tag.\(verdict.rawValue)", caller, connection, &log)
            outcome.decided = made.count
            outcome.batch = made.first?.batch
            return outcome
        }
    }

    /// Takes back what was decided in one step, as far as it still holds: each tag is as it was before.
    package func undo(_ batch: TagDecisionID, by caller: Caller) async throws(TagError) -> TagOutcome {
        guard caller.role == .coordinator else { throw .forbidden }
        let found: [TagDecision]
        do throws(StoreError) {
            found = try await database.read { try TagDecisionRow.holding(batch: batch, $0) }
        } catch { throw TagError(error) }
        guard !found.isEmpty else { throw .notFound }
        let first = try await take(found.count)
        let at = clock.instant
        return try await change { connection, log in
            let ids = Set(found.map(\.recommendation)).sorted { $0.value < $1.value }
            for part in ids.parts { _ = try TagDecisionRow.lock(part, connection) }
            var made: [TagDecision] = []
            for decision in try TagDecisionRow.holding(batch: batch, connection).prefix(found.count) {
                let before = try TagDecisionRow.before(decision, connection)
                guard decision.verdict != before?.verdict ?? .withdrawn else { continue }
                made.append(
                    TagDecision(
                        id: TagDecisionID(first + Int64(made.count)), recommendation: decision.recommendation,
                        kind: decision.kind, code: decision.code, verdict: before?.verdict ?? .withdrawn,
                        by: caller.name, at: at, model: before?.model, probability: before?.probability,
                        batch: TagDecisionID(first)))
            }
            guard !made.isEmpty else { throw TagError.notFound }
            try Self.keep(made, "tag.undo", caller, connection, &log)
            return TagOutcome(decided: made.count, batch: made.first?.batch)
        }
    }

    /// Every decision on a recommendation's tags, newest first.
    package func history(of id: RecommendationID) async throws(OperationError) -> [TagDecision] {
        try await read { try TagDecisionRow.all(of: id, limit: 200, $0) }
    }

    /// The last steps of which something holds.
    package func recentBatches() async throws(OperationError) -> [TagBatch] {
        try await read { connection in
            try TagDecisionRow.batches(limit: 8, connection).map {
                TagBatch(id: $0.batch, verdict: $0.verdict, by: $0.by, at: $0.at, count: $0.count)
            }
        }
    }

    // MARK: Checking

    private static func checked(_ choices: [TagChoice]) throws(TagError) -> [TagChoice] {
        guard choices.count <= decisionsMax else {
            throw .invalid(field: "tags", allowed: "at most \(decisionsMax)")
        }
        guard choices.allSatisfy({ !$0.code.isEmpty && $0.code.count <= codeCharactersMax }) else {
            throw .invalid(field: "code", allowed: "1...\(codeCharactersMax) characters")
        }
        var seen: Set<TagOfRecord> = []
        return choices.filter { seen.insert(TagOfRecord($0.recommendation, $0.kind, $0.code)).inserted }
    }

    private struct Opinion: Sendable {
        var model: String?
        var probability: Double?
        /// A source says so.
        var isSaid: Bool
    }

    /// What the model and the sources say of tags, before a person does.
    private func opinions(on choices: [TagChoice]) async throws(TagError) -> [TagOfRecord: Opinion] {
        let ids = Set(choices.map(\.recommendation)).sorted { $0.value < $1.value }
        let records: [StoredRecord]
        do throws(StoreError) {
            records = try await database.read { try RecordLoader($0).load(ids) }
        } catch { throw TagError(error) }
        let suggester = advice.model.map { TagSuggester($0, library.reference) }
        var opinions: [TagOfRecord: Opinion] = [:]
        for record in records {
            let id = record.recommendation.id
            for tag in record.recommendation.tags {
                opinions[TagOfRecord(id, tag.kind, tag.code)] = Opinion(isSaid: true)
            }
            for found in suggester?.all(of: record.recommendation) ?? [] {
                let tag = TagOfRecord(id, found.kind, found.code)
                opinions[tag] = Opinion(
                    model: suggester?.version, probability: found.probability, isSaid: opinions[tag]?.isSaid ?? false)
            }
        }
        return opinions
    }

    /// A tag that is to hold is one that reference facts, the model or a source know.
    private func check(_ choices: [TagChoice], _ opinions: [TagOfRecord: Opinion]) throws(TagError) {
        for choice in choices where opinions[TagOfRecord(choice.recommendation, choice.kind, choice.code)] == nil {
            let isKnown =
                switch choice.kind {
                case .theme: library.reference.name(ofTheme: choice.code, in: .english) != nil
                case .person: library.reference.name(ofPerson: choice.code, in: .english) != nil
                case .sdg: library.reference.name(ofSDG: choice.code, in: .english) != nil
                case .action: Int(choice.code).flatMap { ActionCategory(rawValue: $0) } != nil
                case .norm: true
                }
            guard isKnown else { throw .invalid(field: "code", allowed: "a known \(choice.kind.rawValue)") }
        }
    }

    // MARK: Writing

    private func take(_ count: Int) async throws(TagError) -> Int64 {
        do throws(StoreError) { return try await ids.take("tag_decision", count).lowerBound } catch {
            throw TagError(error)
        }
    }

    private func change(
        _ body: @Sendable @escaping (any WriteConnection, inout LogDraft) throws -> TagOutcome
    ) async throws(TagError) -> TagOutcome {
        do throws(StoreError) { return try await database.change(at: clock.instant, body).value } catch {
            throw TagError(error)
        }
    }

    private static func lockAndRead(
        _ choices: [TagChoice], _ connection: any WriteConnection
    ) throws -> (records: Set<RecommendationID>, decisions: [TagOfRecord: TagDecision]) {
        var records: Set<RecommendationID> = []
        var decisions: [TagOfRecord: TagDecision] = [:]
        for part in Set(choices.map(\.recommendation)).sorted(by: { $0.value < $1.value }).parts {
            records.formUnion(try TagDecisionRow.lock(part, connection))
            for decision in try TagDecisionRow.current(of: part, connection) {
                decisions[TagOfRecord(decision.recommendation, decision.kind, decision.code)] = decision
            }
        }
        return (records, decisions)
    }

    private static func keep(
        _ decisions: [TagDecision], _ action: String, _ caller: Caller, _ connection: any WriteConnection,
        _ log: inout LogDraft
    ) throws {
        guard let first = decisions.first else { return }
        try TagDecisionRow.insert(decisions, connection)
        for id in Set(decisions.map(\.recommendation)).sorted(by: { $0.value < $1.value }) {
            log.changed(.recommendation, id.value)
        }
        log.audit(
            AuditEntry(
                actor: caller.name, action: action, subject: "recommendation/\(first.recommendation)",
                detail: "{\"tags\":\(decisions.count),\"batch\":\(first.batch)}"))
    }
}

/// A step of decisions that can be taken back.
package struct TagBatch: Sendable, Hashable {
    package var id: TagDecisionID
    package var verdict: TagDecision.Verdict
    package var by: String
    package var at: String
    /// Decisions of it that still hold.
    package var count: Int
}

extension [RecommendationID] {
    /// Parts that a statement takes.
    fileprivate var parts: [[SQLValue]] {
        stride(from: 0, to: count, by: SQLSet.sizeMax).map { start in
            self[start..<Swift.min(count, start + SQLSet.sizeMax)].map { .int($0.value) }
        }
    }
}
