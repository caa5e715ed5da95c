import Domain
import Store

/// A programme as it goes into the store.
struct ProgrammeRecord: Sendable {
    var id: ProgrammeID
    var workspace: WorkspaceID?
    var facts: ProgrammeFacts
    var lacking: [String]
    var isPublic: Bool
    var origin: Programme.Origin
    var source: String
    var at: String
}

/// Writes programmes and all that is derived from them; links to issues are made anew later.
enum ProgrammeWriting {
    static func insert(_ records: [ProgrammeRecord], _ connection: any WriteConnection) throws {
        guard !records.isEmpty else { return }
        var rows = SQLRows(columnCount: 21, rowsExpected: records.count)
        for record in records {
            rows.append(
                .int(record.id.value), .optional(record.workspace?.value), .text(record.facts.identifier),
                .text(record.facts.title))
            head(record, &rows)
            rows.append(
                .flag(record.isPublic), .int(0), .text(record.origin.rawValue), .text(record.source), .text(record.at),
                .text(record.at), .int(0), .int(1))
        }
        try connection.insert(
            into: "programme",
            [
                "id", "workspace_id", "identifier", "title", "reporter_ref", "reporter_name", "status", "modality",
                "starts", "ends", "updated", "digest", "lacking", "public", "withdrawn", "origin", "source", "made",
                "changed", "linked", "version",
            ], rows)
        try parts(records, connection)
    }

    private static func head(_ record: ProgrammeRecord, _ rows: inout SQLRows) {
        let facts = record.facts
        rows.append(
            .text(facts.reporter.reference), .text(facts.reporter.name), .text(facts.status),
            .optional(facts.modality?.rawValue), .optional(facts.starts?.description),
            .optional(facts.ends?.description), .text(facts.updated), .text(facts.digest),
            .text(record.lacking.joined(separator: ",")))
    }

    /// Replaces what is there. Throws `stale` where the version is another.
    static func update(_ record: ProgrammeRecord, version: Int, _ connection: any WriteConnection) throws {
        let facts = record.facts
        let values: [SQLValue] = [
            .int(record.id.value), .int(version), .text(facts.title), .text(facts.reporter.reference),
            .text(facts.reporter.name), .text(facts.status), .optional(facts.modality?.rawValue),
            .optional(facts.starts?.description), .optional(facts.ends?.description), .text(facts.updated),
            .text(facts.digest), .text(record.lacking.joined(separator: ",")), .flag(record.isPublic),
            .text(record.source), .text(record.at), .text(facts.identifier),
        ]
        let owner = record.workspace == nil ? "workspace_id IS NULL" : "workspace_id = $17"
        let changed = try connection.execute(
            """
            UPDATE programme SET title = $3, reporter_ref = $4, reporter_name = $5, status = $6, modality = $7, starts = $8,
            ends = $9, updated = $10, digest = $11, lacking = $12, public = $13, source = $14, changed = $15, identifier = $16,
            linked = 0, version = version + 1 WHERE id = $1 AND version = $2 AND \(owner)
            """, values + (record.workspace.map { [.int($0.value)] } ?? []))
        guard changed > 0 else {
            throw WorkspaceError.stale(Subject(.programme, record.id.value), version: version + 1)
        }
        for table in ["body", "title", "word", "state", "purpose", "actor", "money"] {
            try connection.execute("DELETE FROM programme_\(table) WHERE programme_id = $1", [.int(record.id.value)])
        }
        try parts([record], connection)
    }

    private static func parts(_ records: [ProgrammeRecord], _ connection: any WriteConnection) throws {
        var bodies = SQLRows(columnCount: 2, rowsExpected: records.count)
        var titles = SQLRows(columnCount: 3, rowsExpected: records.count)
        var words = SQLRows(columnCount: 2, rowsExpected: records.count * 40)
        var states = SQLRows(columnCount: 3)
        var purposes = SQLRows(columnCount: 3)
        var actors = SQLRows(columnCount: 7)
        var money = SQLRows(columnCount: 7)
        for record in records {
            let (id, facts) = (SQLValue.int(record.id.value), record.facts)
            bodies.append(id, .bytes(facts.body))
            for (language, title) in facts.titles.sorted(by: { $0.key < $1.key }) {
                titles.append(id, .text(language.rawValue), .text(title))
            }
            for word in facts.words { words.append(.text(word), id) }
            for (state, share) in facts.states { states.append(.text(state.rawValue), id, .optional(share)) }
            for (kind, code) in facts.purposes { purposes.append(.text(kind), .text(code), id) }
            for (number, entry) in facts.actors.enumerated() {
                actors.append(
                    id, .text(entry.role), .int(number), .text(entry.actor.key), .text(entry.actor.reference),
                    .text(entry.actor.name), .text(entry.kind))
            }
            for total in facts.totals {
                let parts = total.amount.parts
                money.append(
                    id, .text(total.key.kind.rawValue), .int(total.key.year), .text(total.key.currency),
                    .int(parts.whole), .int(parts.fraction), .int(total.entries))
            }
        }
        for (table, columns, rows) in [
            ("programme_body", ["programme_id", "body"], bodies),
            ("programme_title", ["programme_id", "language", "title"], titles),
            ("programme_word", ["word", "programme_id"], words),
            ("programme_state", ["state", "programme_id", "share"], states),
            ("programme_purpose", ["kind", "code", "programme_id"], purposes),
            ("programme_actor", ["programme_id", "role", "number", "known_as", "ref", "name", "kind"], actors),
            ("programme_money", ["programme_id", "kind", "year", "currency", "whole", "fraction", "entries"], money),
        ] where !rows.isEmpty {
            try connection.insert(into: table, columns, rows)
        }
    }
}
