package import Domain
package import Store

/// Takes back what an import brought, a thousand recommendations at a time, newest change first.
///
/// Recommendations that only this import knows are removed. In others its rows, tags, texts and positions are taken out and
/// earlier values put back from the history. What it joined into one stays one, and is counted in the report.
package struct ImportUndo: Sendable {
    private let database: any Database
    private let clock: Clock

    package init(database: any Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    package struct Report: Sendable {
        package var removed = 0
        package var restored = 0
        package var stayedMerged = 0
    }

    private static let pageSize = 1_000

    package func callAsFunction(_ name: String, actor: String) async throws(ImportError) -> Report {
        do throws(StoreError) {
            let quiet = Clock.instant(clock.milliseconds() - ImportRun.quietMilliseconds)
            let run = try await database.read { connection in
                guard let run = try ImportRunRow.named(name, connection) else { throw ImportFault.unknown }
                guard run.status != .running || run.touched < quiet else { throw ImportFault.running }
                return run
            }
            var report = Report()
            while true {
                let count = try await removePage(run.id)
                guard count > 0 else { break }
                report.removed += count
            }
            while true {
                let page = try await restorePage(run)
                guard page.count > 0 else { break }
                report.restored += page.count
                report.stayedMerged += page.merged
            }
            try await finish(run, actor)
            return report
        } catch {
            if case .abandoned(let fault as ImportFault) = error {
                throw fault == .unknown ? .unknownName(name) : .stillRunning(name)
            }
            throw .store(error.description)
        }
    }

    /// Recommendations that no other import has a row of.
    private func removePage(_ id: ImportID) async throws(StoreError) -> Int {
        try await database.change(at: clock.instant) { connection, log in
            let ids = try connection.all(
                """
                SELECT DISTINCT r.id FROM recommendation r WHERE r.import_id = $1 AND NOT EXISTS (
                    SELECT 1 FROM source_row s WHERE s.recommendation_id = r.id AND (s.first_import_id <> $1 OR s.import_id <> $1)
                    AND \(StatementUndo.isNoStatement("s")))
                ORDER BY r.id LIMIT $2
                """, [.int(id.value), .int(Self.pageSize)]
            ) { try $0.int(0) }
            let set = ids.map { SQLValue.int($0) }
            // Addresses that led to what goes now would lead nowhere.
            try connection.execute("DELETE FROM recommendation WHERE merged_into IN ({set})", [], set: set)
            try connection.execute("DELETE FROM recommendation WHERE id IN ({set})", [], set: set)
            for id in ids { log.removed(.recommendation, id) }
            return ids.count
        }.value
    }

    /// Recommendations of other imports that this one changed or added a row to.
    private func restorePage(_ run: ImportRun) async throws(StoreError) -> (count: Int, merged: Int) {
        try await database.change(at: clock.instant) { connection, log in
            let ids = try connection.all(
                """
                SELECT recommendation_id FROM source_row WHERE first_import_id = $1
                UNION SELECT recommendation_id FROM source_row WHERE import_id = $1
                UNION SELECT recommendation_id FROM history WHERE import_id = $1 AND undone = 0
                UNION SELECT recommendation_id FROM position_event WHERE import_id = $1
                UNION SELECT recommendation_id FROM assessment WHERE import_id = $1
                UNION SELECT recommendation_id FROM follow_up WHERE import_id = $1
                ORDER BY 1 LIMIT $2
                """, [.int(run.id.value), .int(Self.pageSize)]
            ) { try $0.int(0) }
            let set = ids.map { SQLValue.int($0) }
            let importID = SQLValue.int(run.id.value)
            let merged = try restoreHistory(run.id, set, connection)
            let before = try claims(set, "AND first_import_id = $1 AND import_id = $1", [importID], connection)
            try StatementUndo.detach(run.id, set, connection)
            for statement in Self.restoring {
                try connection.execute(statement, [importID], set: set)
            }
            try withdraw(before, try claims(set, "", [], connection), connection)
            let orphans = try connection.all(
                """
                SELECT r.id FROM recommendation r WHERE r.id IN ({set}) AND r.merged_into IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM source_row s WHERE s.recommendation_id = r.id AND \(StatementUndo.isNoStatement("s")))
                """, set: set
            ) { try $0.int(0) }
            let gone = orphans.map { SQLValue.int($0) }
            try connection.execute("DELETE FROM recommendation WHERE merged_into IN ({set})", [], set: gone)
            try connection.execute("DELETE FROM recommendation WHERE id IN ({set})", [], set: gone)
            let rest = ids.filter { !orphans.contains($0) }.map { RecommendationID($0) }
            try Settling(importID: run.id.value, connection: connection)(rest, restoresStates: true)
            try CurrentPosition.refresh(set, connection)
            for id in ids where !orphans.contains(id) { log.changed(.recommendation, id) }
            for id in orphans { log.removed(.recommendation, id) }
            return (ids.count, merged)
        }.value
    }

    /// The recommending States that source rows brought, by recommendation; nil where one row brought none.
    private func claims(
        _ set: [SQLValue], _ condition: String, _ values: [SQLValue], _ connection: any ReadConnection
    ) throws -> [Int64: Set<String>?] {
        var claims: [Int64: Set<String>?] = [:]
        try connection.query(
            "SELECT recommendation_id, claimed FROM source_row WHERE recommendation_id IN ({set}) \(condition)", values,
            set: set
        ) { row in
            let states = Set(try row.text(1).split(separator: "\n").map(String.init))
            let id = try row.int(0)
            if states.isEmpty {
                claims[id] = .some(nil)
            } else if let known = claims[id, default: []] {
                claims[id] = known.union(states)
            }
        }
        return claims
    }

    /// Takes out recommending States that no remaining row brought.
    private func withdraw(
        _ before: [Int64: Set<String>?], _ after: [Int64: Set<String>?], _ connection: any WriteConnection
    ) throws {
        for (id, brought) in before {
            guard let brought, let rest = after[id, default: []] else { continue }
            for state in brought.subtracting(rest) {
                try connection.execute(
                    "DELETE FROM recommendation_state WHERE recommendation_id = $1 AND role = 1 AND state = $2",
                    [.int(id), .text(state)])
            }
        }
    }

    private static let restoring = [
        // What a later import of the same source found unchanged is that import's now.
        """
        UPDATE position_event SET import_id = (SELECT MAX(s.import_id) FROM source_row s
            WHERE s.recommendation_id = position_event.recommendation_id AND s.source_id = position_event.source_id)
        WHERE import_id = $1 AND recommendation_id IN ({set}) AND EXISTS (SELECT 1 FROM source_row s
            WHERE s.recommendation_id = position_event.recommendation_id AND s.source_id = position_event.source_id
            AND s.first_import_id = $1 AND s.import_id > $1)
        """,
        "DELETE FROM position_event WHERE import_id = $1 AND recommendation_id IN ({set})",
        "DELETE FROM source_row WHERE first_import_id = $1 AND import_id = $1 AND recommendation_id IN ({set})",
        "UPDATE source_row SET first_import_id = import_id WHERE first_import_id = $1 AND recommendation_id IN ({set})",
        // A row it only changed is read again by the next import of either file.
        """
        UPDATE source_row SET import_id = first_import_id, digest = 0
        WHERE import_id = $1 AND recommendation_id IN ({set})
        """,
        """
        DELETE FROM tag WHERE source_id = (SELECT source_id FROM import_run WHERE id = $1) AND recommendation_id IN ({set})
        AND NOT EXISTS (SELECT 1 FROM source_row s
            WHERE s.recommendation_id = tag.recommendation_id AND s.source_id = tag.source_id)
        """,
        """
        DELETE FROM recommendation_text
        WHERE source_id = (SELECT source_id FROM import_run WHERE id = $1) AND recommendation_id IN ({set})
        AND NOT EXISTS (SELECT 1 FROM source_row s
            WHERE s.recommendation_id = recommendation_text.recommendation_id AND s.source_id = recommendation_text.source_id)
        """,
        "DELETE FROM assessment WHERE import_id = $1 AND recommendation_id IN ({set})",
        "DELETE FROM follow_up WHERE import_id = $1 AND recommendation_id IN ({set})",
        """
        DELETE FROM source_position WHERE recommendation_id IN ({set}) AND source_id = (
            SELECT source_id FROM import_run WHERE id = $1) AND NOT EXISTS (SELECT 1 FROM source_row s
            WHERE s.source_id = source_position.source_id AND s.external_key = source_position.external_key)
        """,
        "UPDATE history SET undone = 1 WHERE import_id = $1 AND recommendation_id IN ({set})",
    ]

    private struct Past {
        var recommendation: Int64
        var field: String
        var old: String?
        var new: String?
        var source: Int64

        /// What it is about: for texts and fields the field, for sets the value that came or went.
        var place: Place {
            let isSet = field == "states" || field == "recommending" || field.hasPrefix("tag.")
            return Place(recommendation: recommendation, field: field, value: isSet ? new ?? old : nil, source: source)
        }
    }

    private struct Place: Hashable {
        var recommendation: Int64
        var field: String
        var value: String?
        var source: Int64
    }

    private func changedLater(
        than id: ImportID, _ set: [SQLValue], _ connection: any ReadConnection
    ) throws -> Set<Place> {
        Set(
            try connection.all(
                """
                SELECT recommendation_id, field, old, new, source_id FROM history
                WHERE import_id > $1 AND undone = 0 AND recommendation_id IN ({set})
                """, [.int(id.value)], set: set
            ) { try Self.past($0).place })
    }

    private static func past(_ row: any Row) throws -> Past {
        Past(
            recommendation: try row.int(0), field: try row.text(1), old: try row.textOrNil(2),
            new: try row.textOrNil(3),
            source: try row.int(4))
    }

    /// Puts the earlier values back, the last change first. Returns how many joinings stay.
    private func restoreHistory(
        _ id: ImportID, _ set: [SQLValue], _ connection: any WriteConnection
    ) throws -> Int {
        let entries = try connection.all(
            """
            SELECT recommendation_id, field, old, new, source_id FROM history
            WHERE import_id = $1 AND undone = 0 AND recommendation_id IN ({set}) ORDER BY sequence DESC
            """, [.int(id.value)], set: set
        ) { try Self.past($0) }
        let later = try changedLater(than: id, set, connection)
        var merged = 0
        // A value that a later import has changed again is that import's: it stays.
        for entry in entries where !later.contains(entry.place) {
            if entry.field == "merged" { merged += 1 }
            try restore(entry, connection)
        }
        return merged
    }

    private func restore(_ entry: Past, _ connection: any WriteConnection) throws {
        let id = SQLValue.int(entry.recommendation)
        let name = entry.field.split(separator: ".", maxSplits: 1).map(String.init)
        switch name[0] {
        case "text":
            guard name.count == 2 else { return }
            try restoreText(entry, part: "0", language: name[1], [], connection)
        case "part":
            try restorePart(entry, connection)
        case "document":
            try connection.execute(
                """
                UPDATE recommendation SET document_id = COALESCE((SELECT id FROM document WHERE key = $2), document_id)
                WHERE id = $1
                """, [id, .optional(entry.old)])
        case "kind", "cycle", "session", "published", "action":
            let isNumber = name[0] == "cycle" || name[0] == "session" || name[0] == "action"
            let value = isNumber ? SQLValue.optional(entry.old.flatMap { Int64($0) }) : .optional(entry.old)
            try connection.execute("UPDATE recommendation SET \(name[0]) = $2 WHERE id = $1", [id, value])
        case "paragraph":
            let paragraph = entry.old.flatMap { ParagraphNumber($0) }
            try connection.execute(
                "UPDATE recommendation SET paragraph = $2, paragraph_key = $3 WHERE id = $1",
                [id, .optional(paragraph?.printed), .text(paragraph?.sortKey ?? "")])
        case "states", "recommending":
            let role = SQLValue.int(name[0] == "states" ? 0 : 1)
            try restoreSet(
                entry,
                added:
                    "DELETE FROM recommendation_state WHERE recommendation_id = $1 AND part_id = 0 AND role = $2 AND state = $3",
                removed: """
                    INSERT INTO recommendation_state (recommendation_id, part_id, role, state) VALUES ($1, 0, $2, $3)
                    ON CONFLICT DO NOTHING
                    """, [id, role], connection)
        case "tag":
            guard name.count == 2 else { return }
            try restoreSet(
                entry,
                added: """
                    DELETE FROM tag WHERE recommendation_id = $1 AND part_id = 0 AND source_id = $2
                    AND term_id IN (SELECT id FROM term WHERE kind = $3 AND label = $4)
                    """,
                removed: """
                    INSERT INTO tag (recommendation_id, part_id, term_id, source_id)
                    SELECT $1, 0, id, $2 FROM term WHERE kind = $3 AND label = $4 ON CONFLICT DO NOTHING
                    """, [id, .int(entry.source), .text(name[1])], connection)
        default: return
        }
    }

    private func restoreText(
        _ entry: Past, part: String, language: String, _ values: [SQLValue], _ connection: any WriteConnection
    ) throws {
        let bound: [SQLValue] = [.int(entry.recommendation), .text(language), .int(entry.source), .optional(entry.old)]
        let place = "recommendation_id = $1 AND language = $2 AND source_id = $3 AND part_id = \(part)"
        guard entry.old != nil else {
            // The fourth value keeps the numbers of those of the part.
            try connection.execute(
                "DELETE FROM recommendation_text WHERE \(place) AND COALESCE($4, '') = ''", bound + values)
            return
        }
        try connection.execute("UPDATE recommendation_text SET text = $4 WHERE \(place)", bound + values)
    }

    /// `part` for a variant that was added, `part.2.text.en` for words of one.
    private func restorePart(_ entry: Past, _ connection: any WriteConnection) throws {
        let fields = entry.field.split(separator: ".").map(String.init)
        let part =
            "(SELECT MAX(id) FROM recommendation_part WHERE recommendation_id = $1 AND kind = 'variant' AND label = "
        if fields.count == 4 {
            try restoreText(entry, part: part + "$5)", language: fields[3], [.text(fields[1])], connection)
        } else if let label = entry.new, entry.old == nil {
            for table in ["recommendation_text", "recommendation_state", "tag"] {
                try connection.execute(
                    "DELETE FROM \(table) WHERE recommendation_id = $1 AND part_id = \(part)$2)",
                    [.int(entry.recommendation), .text(label)])
            }
            try connection.execute(
                "DELETE FROM recommendation_part WHERE recommendation_id = $1 AND kind = 'variant' AND label = $2",
                [.int(entry.recommendation), .text(label)])
        }
    }

    private func restoreSet(
        _ entry: Past, added: String, removed: String, _ values: [SQLValue], _ connection: any WriteConnection
    ) throws {
        if let new = entry.new { try connection.execute(added, values + [.text(new)]) }
        if let old = entry.old { try connection.execute(removed, values + [.text(old)]) }
    }

    private func finish(_ run: ImportRun, _ actor: String) async throws(StoreError) {
        let at = clock.instant
        try await database.change(at: at) { connection, log in
            try StatementUndo.forget(run.id, connection)
            try ReadingItemRow.reopen(ofImport: run.id, at: at, by: actor, connection)
            try connection.execute(
                "UPDATE import_run SET status = 'undone', touched = $2, ended = $2 WHERE id = $1",
                [.int(run.id.value), .text(at)])
            log.audit(AuditEntry(actor: actor, action: "import.undo", subject: "import/\(run.id)"))
        }
    }
}

/// Reasons to leave before anything is undone.
private enum ImportFault: Error { case unknown, running }
