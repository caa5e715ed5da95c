import Domain
import Store

/// Some activities of a file against what is kept.
struct ProgrammeBatch: Sendable {
    struct Refused: Sendable {
        var row: Int
        var line: Int
        var identifier: String
        var reason: String
    }

    struct Outcome: Sendable {
        var created = 0
        var updated = 0
        var unchanged = 0
        var refused: [Refused] = []
        /// What was done to which programme, for the audit log.
        var written: [(action: String, id: ProgrammeID)] = []
    }

    let order: ProgrammeOrder
    let activities: [ProgrammeReader.Prepared]
    let at: String

    struct Looked {
        var outcome = Outcome()
        var fresh: [ProgrammeReader.Prepared] = []
        var changed: [(entry: ProgrammeReader.Prepared, held: ProgrammeRow.Held)] = []
    }

    /// What would happen, without doing it.
    func look(_ connection: any ReadConnection) throws -> Looked {
        var looked = Looked()
        var held: [String: ProgrammeRow.Held] = [:]
        var start = 0
        while start < activities.count {
            let part = activities[start..<min(activities.count, start + SQLSet.sizeMax)]
            held.merge(try ProgrammeRow.held(part.map(\.read.identifier), connection)) { first, _ in first }
            start += SQLSet.sizeMax
        }
        let owner = order.member?.workspace.id
        for entry in activities {
            guard let facts = entry.facts else { continue }
            guard let known = held[entry.read.identifier] else {
                looked.fresh.append(entry)
                looked.outcome.created += 1
                continue
            }
            if known.digest == facts.digest {
                looked.outcome.unchanged += 1
            } else if known.workspace != owner {
                looked.outcome.refused.append(refusal(entry, Self.foreign(known.workspace, owner)))
            } else if Self.isOlder(facts.updated, than: known.updated) {
                looked.outcome.refused.append(
                    refusal(entry, "is of \(facts.updated), older than what is kept, of \(known.updated)"))
            } else {
                looked.changed.append((entry, known))
                looked.outcome.updated += 1
            }
        }
        return looked
    }

    func write(_ connection: any WriteConnection) throws -> Outcome {
        var looked = try look(connection)
        if !looked.fresh.isEmpty {
            let ids = try IDAllocator.take(SubjectKind.programme.rawValue, looked.fresh.count, connection)
            let records = zip(ids, looked.fresh).compactMap { record(ProgrammeID($0), $1, isPublic: order.isPublic) }
            try ProgrammeWriting.insert(records, connection)
            looked.outcome.written += records.map { ("import", $0.id) }
        }
        for (entry, held) in looked.changed {
            guard let record = record(held.id, entry, isPublic: held.isPublic) else { continue }
            try ProgrammeWriting.update(record, version: held.version, connection)
            looked.outcome.written.append(("update", held.id))
        }
        return looked.outcome
    }

    private func record(
        _ id: ProgrammeID, _ entry: ProgrammeReader.Prepared, isPublic: Bool
    ) -> ProgrammeRecord? {
        entry.facts.map { facts in
            ProgrammeRecord(
                id: id, workspace: order.member?.workspace.id, facts: facts, lacking: entry.read.lacking,
                isPublic: isPublic, origin: .imported, source: order.file, at: at)
        }
    }

    private func refusal(_ entry: ProgrammeReader.Prepared, _ reason: String) -> Refused {
        Refused(row: entry.read.row, line: entry.read.line, identifier: entry.read.identifier, reason: reason)
    }

    private static func foreign(_ holder: WorkspaceID?, _ owner: WorkspaceID?) -> String {
        holder == nil
            ? "is kept for all by the operator, who imports its changes"
            : owner == nil
                ? "is kept by a workspace, which imports its changes" : "is kept by another workspace"
    }

    /// Both days are said, and the first is before the second.
    private static func isOlder(_ one: String, than other: String) -> Bool {
        !one.isEmpty && !other.isEmpty && one.prefix(19) < other.prefix(19)
    }
}
