package import Domain

/// The history of fields: only added to.
package enum FieldChangeRow {
    package static let pageMax = 1_000
    private static let columns = """
        id, kind, subject_id, field, old_value, new_value, why, changed_by, at, batch, reverses
        """

    package static func insert(
        _ changes: [FieldChange], _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        guard !changes.isEmpty else { return }
        var rows = SQLRows(columnCount: 12, rowsExpected: changes.count)
        for change in changes {
            rows.append(
                .int(change.id.value), .int(workspace.value), .text(change.subject.kind.rawValue),
                .int(change.subject.id), .text(change.field), .optional(change.old), .optional(change.new),
                .optional(change.why), .text(change.by), .text(change.at), .int(change.batch.value),
                .optional(change.reverses?.value))
        }
        try connection.insert(
            into: "field_change",
            [
                "id", "workspace_id", "kind", "subject_id", "field", "old_value", "new_value", "why", "changed_by",
                "at", "batch", "reverses",
            ], rows)
    }

    /// What happened to one object, newest first, from below `before`.
    package static func of(
        _ subject: Subject, _ workspace: WorkspaceID, before: FieldChangeID? = nil, limit: Int = pageMax,
        _ connection: any ReadConnection
    ) throws -> [FieldChange] {
        try connection.all(
            """
            SELECT \(columns) FROM field_change WHERE workspace_id = $1 AND kind = $2 AND subject_id = $3 AND id < $4
            ORDER BY id DESC LIMIT $5
            """,
            [
                .int(workspace.value), .text(subject.kind.rawValue), .int(subject.id),
                .int(before?.value ?? Int64.max), .int(min(limit, pageMax + 1)),
            ]
        ) { try read($0) }
    }

    package static func find(
        _ id: FieldChangeID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> FieldChange? {
        try connection.first(
            "SELECT \(columns) FROM field_change WHERE id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)]
        ) { try read($0) }
    }

    /// Which of these changes were taken back, and by which.
    package static func reversals(
        of ids: [FieldChangeID], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [FieldChangeID: FieldChangeID] {
        var found: [FieldChangeID: FieldChangeID] = [:]
        for part in stride(from: 0, to: ids.count, by: SQLSet.sizeMax) {
            let some = ids[part..<min(part + SQLSet.sizeMax, ids.count)]
            try connection.query(
                "SELECT reverses, id FROM field_change WHERE workspace_id = $1 AND reverses IN ({set}) ORDER BY id",
                [.int(workspace.value)], set: some.map { .int($0.value) }
            ) { found[FieldChangeID(try $0.int(0))] = FieldChangeID(try $0.int(1)) }
        }
        return found
    }

    /// What was changed in one step, in order.
    package static func batch(
        _ batch: FieldChangeID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [FieldChange] {
        try connection.all(
            "SELECT \(columns) FROM field_change WHERE batch = $1 AND workspace_id = $2 ORDER BY id",
            [.int(batch.value), .int(workspace.value)]
        ) { try read($0) }
    }

    private static func read(_ row: any Row) throws -> FieldChange {
        FieldChange(
            id: FieldChangeID(try row.int(0)),
            subject: Subject(try row.value(1, SubjectKind.init(rawValue:)), try row.int(2)), field: try row.text(3),
            old: try row.textOrNil(4), new: try row.textOrNil(5), why: try row.textOrNil(6), by: try row.text(7),
            at: try row.text(8), batch: FieldChangeID(try row.int(9)),
            reverses: try row.intOrNil(10).map { FieldChangeID($0) })
    }
}
