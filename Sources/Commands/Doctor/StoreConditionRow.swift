import Store

/// What a database says of itself, read without changing it.
struct StoreConditionRow: Sendable {
    /// The last step of the schema; 0 where nothing was made yet.
    var schema = 0
    /// When the audit log was last written to, as the store has it.
    var lastAudit: String?
    /// Faults that the database found in its own file.
    var faults: [String] = []
    var server: Server?

    /// PostgreSQL about itself.
    struct Server: Sendable {
        var version: Int
        var encoding: String
        var connectionsMax: Int
        var isStandby: Bool
        var milliseconds: Int64
    }

    static func read(_ kind: DatabaseKind, _ connection: any ReadConnection) throws -> StoreConditionRow {
        var condition = StoreConditionRow()
        switch kind {
        case .sqlite:
            // What is wrong with pages comes first. SQLite 3.40 then finds NULL in whole columns of tables WITHOUT ROWID whose key is not
            // their first columns: no fault, and the schema lets no NULL in.
            condition.faults = try connection.all("PRAGMA quick_check(100)") { try $0.text(0) }.filter {
                $0 != "ok" && !$0.hasPrefix("NULL value in ")
            }
        case .postgres:
            condition.server = try connection.first(
                """
                SELECT CAST(current_setting('server_version_num') AS BIGINT), current_setting('server_encoding'),
                    CAST(current_setting('max_connections') AS BIGINT),
                    CAST(CASE WHEN pg_is_in_recovery() THEN 1 ELSE 0 END AS BIGINT),
                    CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS BIGINT)
                """
            ) {
                Server(
                    version: Int(try $0.int(0)), encoding: try $0.text(1), connectionsMax: Int(try $0.int(2)),
                    isStandby: try $0.int(3) == 1, milliseconds: try $0.int(4))
            }
        }
        guard try hasTables(kind, connection) else { return condition }
        condition.schema = try connection.count("SELECT MAX(number) FROM schema_migration")
        condition.lastAudit = try connection.first("SELECT at FROM audit_entry ORDER BY number DESC LIMIT 1") {
            try $0.text(0)
        }
        return condition
    }

    private static func hasTables(_ kind: DatabaseKind, _ connection: any ReadConnection) throws -> Bool {
        switch kind {
        case .sqlite:
            try connection.count(
                "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('schema_migration', 'audit_entry')") == 2
        case .postgres:
            try connection.count(
                """
                SELECT COUNT(*) FROM information_schema.tables
                WHERE table_schema = current_schema() AND table_name IN ('schema_migration', 'audit_entry')
                """) == 2
        }
    }
}
