import Domain
import Store

/// Workbooks and their rows as handed out. Every statement carries the workspace.
enum WorkbookStoreRow {
    private static let columns =
        "w.id, w.workspace_id, w.institution_id, w.language, w.period, w.secret, w.made, w.made_by, w.rows"

    static func insert(_ book: Workbook, _ rows: [WorkbookRow], _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO workbook (id, workspace_id, institution_id, language, period, secret, made, made_by, rows)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .int(book.id.value), .int(book.workspace.value), .optional(book.institution?.value),
                .text(book.language.rawValue), .text(book.period), .text(book.secret), .text(book.made),
                .text(book.madeBy), .int(book.rows),
            ])
        var values = SQLRows(columnCount: 6, rowsExpected: rows.count)
        for row in rows {
            values.append(
                .int(book.id.value), .int(book.workspace.value), .text(row.kind.rawValue), .int(row.id),
                .int(row.version), .text(try TrackingJSON.text(Kept(cells: row.cells, open: row.open))))
        }
        if !values.isEmpty {
            try connection.insert(
                into: "workbook_row", ["workbook_id", "workspace_id", "kind", "subject_id", "version", "cells"], values)
        }
    }

    private struct Kept: Codable {
        var cells: [String: String]
        var open: [String]
    }

    /// `limit`: only workbooks of that institution.
    static func find(
        _ id: WorkbookID, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> Workbook? {
        try connection.first(
            "SELECT \(columns) FROM workbook w WHERE w.id = $1 AND w.workspace_id = $2" + only(limit, "w", 3),
            [.int(id.value), .int(workspace.value)] + bound(limit)
        ) { try read($0) }
    }

    /// Newest first, at most 100.
    static func all(
        _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Workbook] {
        try connection.all(
            "SELECT \(columns) FROM workbook w WHERE w.workspace_id = $1" + only(limit, "w", 2)
                + " ORDER BY w.id DESC LIMIT 100", [.int(workspace.value)] + bound(limit)
        ) { try read($0) }
    }

    static func rows(
        _ id: WorkbookID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [WorkbookRow] {
        try connection.all(
            """
            SELECT kind, subject_id, version, cells FROM workbook_row WHERE workbook_id = $1 AND workspace_id = $2
            ORDER BY kind, subject_id
            """, [.int(id.value), .int(workspace.value)]
        ) { row in
            let kept = try TrackingJSON.value(Kept.self, try row.text(3))
            return WorkbookRow(
                kind: try row.value(0, WorkbookRowKind.init(rawValue:)), id: try row.int(1),
                version: Int(try row.int(2)), cells: kept.cells, open: kept.open)
        }
    }

    static func only(_ limit: InstitutionID?, _ alias: String, _ place: Int) -> String {
        limit == nil ? "" : " AND \(alias).institution_id = $\(place)"
    }

    static func bound(_ limit: InstitutionID?) -> [SQLValue] { limit.map { [.int($0.value)] } ?? [] }

    private static func read(_ row: any Row) throws -> Workbook {
        Workbook(
            id: WorkbookID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            institution: try row.intOrNil(2).map { InstitutionID($0) }, language: LanguageTag(try row.text(3)),
            period: try row.text(4), secret: try row.text(5), made: try row.text(6), madeBy: try row.text(7),
            rows: Int(try row.int(8)))
    }
}

/// Workbooks that came back. Every statement carries the workspace.
enum WorkbookReturnRow {
    private static let columns = """
        r.id, r.workspace_id, r.workbook_id, r.institution_id, r.name, r.digest, r.status, r.made, r.made_by, r.decided,
        r.decided_by, r.changes, r.version
        """

    static func insert(_ one: WorkbookReturn, _ bytes: [UInt8], _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO workbook_return (id, workspace_id, workbook_id, institution_id, name, digest, content, status, made,
            made_by, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .int(one.id.value), .int(one.workspace.value), .int(one.workbook.value),
                .optional(one.institution?.value), .text(one.name), .text(one.digest), .bytes(bytes),
                .text(one.status.rawValue), .text(one.made), .text(one.madeBy), .int(one.version),
            ])
    }

    /// Whether it was still at its version.
    static func update(_ one: WorkbookReturn, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE workbook_return SET status = $4, decided = $5, decided_by = $6, changes = $7, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(one.id.value), .int(one.workspace.value), .int(one.version), .text(one.status.rawValue),
                .optional(one.decided), .optional(one.decidedBy), .optional(one.changes),
            ]) == 1
    }

    static func find(
        _ id: WorkbookReturnID, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> (returned: WorkbookReturn, bytes: [UInt8])? {
        try connection.first(
            "SELECT \(columns), r.content FROM workbook_return r WHERE r.id = $1 AND r.workspace_id = $2"
                + WorkbookStoreRow.only(limit, "r", 3),
            [.int(id.value), .int(workspace.value)] + WorkbookStoreRow.bound(limit)
        ) { (try read($0), try $0.bytes(13)) }
    }

    static func find(
        digest: String, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> WorkbookReturn? {
        try connection.first(
            "SELECT \(columns) FROM workbook_return r WHERE r.digest = $1 AND r.workspace_id = $2"
                + WorkbookStoreRow.only(limit, "r", 3),
            [.text(digest), .int(workspace.value)] + WorkbookStoreRow.bound(limit)
        ) { try read($0) }
    }

    /// Newest first, at most 100.
    static func all(
        _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [WorkbookReturn] {
        try connection.all(
            "SELECT \(columns) FROM workbook_return r WHERE r.workspace_id = $1" + WorkbookStoreRow.only(limit, "r", 2)
                + " ORDER BY r.id DESC LIMIT 100", [.int(workspace.value)] + WorkbookStoreRow.bound(limit)
        ) { try read($0) }
    }

    private static func read(_ row: any Row) throws -> WorkbookReturn {
        WorkbookReturn(
            id: WorkbookReturnID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            workbook: WorkbookID(try row.int(2)), institution: try row.intOrNil(3).map { InstitutionID($0) },
            name: try row.text(4), digest: try row.text(5),
            status: try row.value(6, WorkbookReturn.Status.init(rawValue:)), made: try row.text(7),
            madeBy: try row.text(8), decided: try row.textOrNil(9), decidedBy: try row.textOrNil(10),
            changes: try row.intOrNil(11).map { Int($0) }, version: Int(try row.int(12)))
    }
}
