import Domain
import Store

/// Plants a row of hidden material in every table of a workspace's own: each text that people write carries a word that stands nowhere
/// else. Columns are filled by the schema itself, so that a table that is added later is planted, too.
struct Planting {
    /// Every planted word begins with it, and no other text of the program has it.
    static let mark = "zqx"

    let workspace: WorkspaceID
    let account: Int64
    let database: any Database

    /// What has to be one thing and not another for a row to be hidden, or to be allowed by the table's checks.
    private static let given: [String: [String: String]] = [
        "commitment": ["recommendation_id": "990001"], "emerging_issue": ["status": "'draft'"],
        "progress_report": ["clearance": "'submitted'", "starts": "'2026-01-01'", "ends": "'2026-03-31'"],
        "evidence": ["clearance": "'none'", "kind": "'action'", "public": "0"],
        "evidence_version": ["link": "'https://example.org/zqxlink'"],
        "deadline": ["audience": "'government'", "status": "'open'"],
        "need": ["level": "'draft'"], "offer": ["level": "'draft'"], "fund": ["level": "'draft'"],
        "comment": ["internal": "1"],
        "workspace": [:],
        "assessment_said": ["status": "'draft'", "subject_kind": "'recommendation'", "subject_id": "1"],
        "consultation": ["opens": "'2026-01-05'", "closes": "'2026-02-05'"],
        "contribution": ["origin": "'room'", "status": "'waiting'"],
        "state_fact": ["state": "'XAA'", "kind": "'visit-made'", "day": "'2026-01-05'", "is_none": "0"],
    ]
    private static let preferred = ["draft", "waiting", "none", "submitted", "open", "planned", "internal", "own"]

    private struct Column {
        var name: String
        var type: String
        var isNeeded: Bool
        var key: Int64
    }

    /// The choices of the page itself are the test's own. The names of the tables that were planted, and of those that were not.
    func all() async throws -> (planted: Set<String>, left: [String: String]) {
        let tables = try await database.read {
            try $0.all(
                """
                SELECT m.name, m.sql FROM sqlite_master m WHERE m.type = 'table' AND EXISTS (
                    SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'workspace_id') ORDER BY m.name
                """
            ) { (name: try $0.text(0), sql: try $0.text(1)) }
        }
        .filter { !$0.name.hasPrefix("public_") && $0.name != "removal" }
        var planted: Set<String> = []
        var left: [String: String] = [:]
        // A row that another refers to has to come first: what failed is tried again.
        for _ in 0..<6 {
            for table in tables where !planted.contains(table.name) {
                do {
                    // A transaction of its own: one that met a refused row keeps nothing.
                    try await database.write { try plant(table.name, table.sql, $0) }
                    planted.insert(table.name)
                    left[table.name] = nil
                } catch { left[table.name] = "\(error)" }
            }
        }
        return (planted, left)
    }

    private func plant(_ table: String, _ sql: String, _ connection: any WriteConnection) throws {
        let columns = try connection.all(
            "SELECT name, type, \"notnull\", pk FROM pragma_table_info('\(table)')"
        ) {
            Column(
                name: try $0.text(0), type: try $0.text(1), isNeeded: try $0.int(2) == 1 || $0.int(3) > 0,
                key: try $0.int(3))
        }
        let references = try connection.all(
            "SELECT \"from\", \"table\", COALESCE(\"to\", 'id') FROM pragma_foreign_key_list('\(table)')"
        ) { (from: try $0.text(0), table: try $0.text(1), to: try $0.text(2)) }
        var names: [String] = []
        var values: [String] = []
        for column in columns {
            let reference = references.first { $0.from == column.name }
            guard
                let value = try value(
                    column, table, sql, reference.map { ($0.table, $0.to) }, connection)
            else { continue }
            names.append("\"\(column.name)\"")
            values.append(value)
        }
        try connection.execute(
            "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(values.joined(separator: ", ")))")
    }

    /// SQL of a value, nil where the column is left empty.
    private func value(
        _ column: Column, _ table: String, _ sql: String, _ reference: (table: String, column: String)?,
        _ connection: any ReadConnection
    ) throws -> String? {
        if column.name == "workspace_id" { return String(workspace.value) }
        if let given = Self.given[table]?[column.name] { return given }
        if let reference {
            guard column.isNeeded else { return nil }
            if reference.table == "account" { return String(account) }
            let own =
                try connection.first(
                    "SELECT MAX(\(reference.column)) FROM \(reference.table) WHERE \(reference.column) <> ''"
                ) { $0.isNull(0) ? nil : reference.column == "digest" ? "'\(try $0.text(0))'" : String(try $0.int(0)) }
                ?? nil
            guard let own else { throw StoreError.corrupt(reason: "nothing in \(reference.table)") }
            return own
        }
        guard column.isNeeded else { return nil }
        if column.type == "INTEGER" {
            if column.name == "id" || column.key == 1 && !sql.contains("\(column.name) IN (0, 1)") { return "990001" }
            return column.name.hasSuffix("_id") ? "990001" : sql.contains("\(column.name) IN (0, 1)") ? "0" : "1"
        }
        if column.type == "BLOB" { return "x'00'" }
        if column.type == "REAL" { return "0" }
        if let choices = Self.choices(column.name, sql) {
            return "'\(Self.preferred.first { choices.contains($0) } ?? choices[0])'"
        }
        if Self.isMoment(column.name) { return "'2026-01-05T00:00:00.000Z'" }
        return "'\(Self.mark) \(table) \(column.name)'"
    }

    private static func isMoment(_ name: String) -> Bool {
        let moments: Set<String> = [
            "made", "at", "day", "since", "created", "opened", "held", "sent", "stated", "on_day", "expires", "changed",
            "saved", "recorded", "raised", "invited", "received", "month", "asked_at", "due", "starts", "ends", "opens",
            "closes", "last_run", "period", "removed", "frozen", "taken", "said_at",
        ]
        return moments.contains(name) || name.hasSuffix("_at")
    }

    /// `column {text} … CHECK (column IN ('one', 'two'))`
    private static func choices(_ column: String, _ sql: String) -> [String]? {
        let flat = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let start = flat.firstRange(of: "CHECK (\(column) IN (") else { return nil }
        let rest = flat[start.upperBound...]
        guard let end = rest.firstIndex(of: ")") else { return nil }
        let values = rest[..<end].split(separator: ",").map { part in
            String(part.filter { $0 != "'" && !$0.isWhitespace })
        }
        return values.isEmpty || values[0].allSatisfy(\.isNumber) ? nil : values
    }
}
