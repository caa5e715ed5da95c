import Domain
import Store

/// Batches of choices: the one that is being made, and those that were confirmed.
enum BatchRow {
    private static let columns = "id, status, made_by, made, confirmed_by, confirmed, reverses, version"

    static func open(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> PublicBatch? {
        try one("status = 'open'", [.int(workspace.value)], workspace, connection)
    }

    static func find(_ id: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> PublicBatch? {
        try one("id = $2", [.int(workspace.value), .int(id)], workspace, connection)
    }

    private static func one(
        _ condition: String, _ values: [SQLValue], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> PublicBatch? {
        let found = try connection.first(
            "SELECT \(columns) FROM public_batch WHERE workspace_id = $1 AND \(condition)", values, { try read($0) })
        guard var batch = found else { return nil }
        batch.lines = try lines(batch.id, workspace, connection)
        return batch
    }

    /// Confirmed and undone ones, the latest first, with their lines.
    static func done(
        _ workspace: WorkspaceID, limit: Int, _ connection: any ReadConnection
    ) throws -> [PublicBatch] {
        let found = try connection.all(
            """
            SELECT \(columns) FROM public_batch WHERE workspace_id = $1 AND status IN ('confirmed', 'undone')
            ORDER BY confirmed DESC, id DESC LIMIT \(limit)
            """, [.int(workspace.value)]
        ) { try read($0) }
        return try found.map { batch in
            var batch = batch
            batch.lines = try lines(batch.id, workspace, connection)
            return batch
        }
    }

    static func insert(
        _ batch: PublicBatch, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO public_batch (id, workspace_id, status, made_by, made, confirmed_by, confirmed, reverses, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)
            """,
            [
                .int(batch.id), .int(workspace.value), .text(batch.status.rawValue), .text(batch.madeBy),
                .text(batch.made), .optional(batch.confirmedBy), .optional(batch.confirmed), .optional(batch.reverses),
            ])
        try put(batch.lines, batch.id, workspace, connection)
    }

    /// Whether it was still at that version.
    static func update(
        _ batch: PublicBatch, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE public_batch SET status = $3, confirmed_by = $4, confirmed = $5, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $6
            """,
            [
                .int(batch.id), .int(workspace.value), .text(batch.status.rawValue), .optional(batch.confirmedBy),
                .optional(batch.confirmed), .int(batch.version),
            ]) == 1
    }

    /// In place of the lines that were there.
    static func put(
        _ lines: [PublicBatch.Line], _ batch: Int64, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM public_batch_line WHERE batch_id = $1 AND workspace_id = $2",
            [.int(batch), .int(workspace.value)])
        guard !lines.isEmpty else { return }
        var rows = SQLRows(columnCount: 8, rowsExpected: lines.count)
        for line in lines {
            let (kind, id) = names(line.target)
            rows.append(
                .int(batch), .int(workspace.value), .text(kind), .int(id), .optional(line.before.stage?.rawValue),
                .optional(line.before.embargo), .optional(line.after.stage?.rawValue), .optional(line.after.embargo))
        }
        try connection.insert(
            into: "public_batch_line",
            [
                "batch_id", "workspace_id", "kind", "item_id", "stage_before", "embargo_before", "stage", "embargo",
            ], rows)
    }

    private static func lines(
        _ batch: Int64, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PublicBatch.Line] {
        try connection.all(
            """
            SELECT kind, item_id, stage_before, embargo_before, stage, embargo FROM public_batch_line
            WHERE batch_id = $1 AND workspace_id = $2 ORDER BY item_id, kind
            """, [.int(batch), .int(workspace.value)]
        ) { row in
            let id = try row.int(1)
            let target: PublicBatch.Target =
                id == 0
                ? .field(try row.value(0, PublicField.init(rawValue:)))
                : .item(PublicKey(try row.value(0, PublicKind.init(rawValue:)), id))
            return PublicBatch.Line(
                target, before: try exception(row, 2), after: try exception(row, 4))
        }
    }

    private static func names(_ target: PublicBatch.Target) -> (String, Int64) {
        switch target {
        case .field(let field): (field.rawValue, 0)
        case .item(let key): (key.kind.rawValue, key.id)
        }
    }

    private static func exception(_ row: any Row, _ column: Int) throws -> PublicChoices.Exception {
        PublicChoices.Exception(
            stage: try row.textOrNil(column).flatMap { PublicStage(rawValue: $0) },
            embargo: try row.textOrNil(column + 1))
    }

    private static func read(_ row: any Row) throws -> PublicBatch {
        PublicBatch(
            id: try row.int(0), status: try row.value(1, PublicBatch.Status.init(rawValue:)),
            madeBy: try row.text(2), made: try row.text(3), confirmedBy: try row.textOrNil(4),
            confirmed: try row.textOrNil(5), reverses: try row.intOrNil(6), lines: [], version: Int(try row.int(7)))
    }
}
