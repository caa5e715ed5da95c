import Store

/// Columns of open tables that are secrets: empty in the open part, and whole in the sealed one.
enum TableSecrets {
    private static let nulled: [String: Set<String>] = ["account": ["key_digest", "password"]]

    /// A link that invites is over with the export; its digest has to be something that is like no other.
    private static let replaced: [String: String] = ["invitation": "token_digest"]

    /// Whether the table has a row in the sealed part beside that in the open one.
    static func isPartlySecret(_ table: TableSchema) -> Bool { nulled[table.name] != nil }

    static func blanked(_ row: [SQLValue], _ table: TableSchema) -> [SQLValue] {
        if let names = nulled[table.name] {
            return zip(row, table.columns).map { names.contains($1.name) ? .null : $0 }
        }
        guard let name = replaced[table.name], case .int(let id)? = row.first else { return row }
        return zip(row, table.columns).map { $1.name == name ? .text("ended/\(id)") : $0 }
    }

    static func holdsSecret(_ row: [SQLValue], _ table: TableSchema) -> Bool {
        guard let names = nulled[table.name] else { return true }
        return zip(row, table.columns).contains { names.contains($1.name) && $0 != .null }
    }

    /// Columns that the sealed part sets on a row that the open part brought; nil where it brings whole rows.
    static func set(_ table: TableSchema) -> [String]? { nulled[table.name]?.sorted() }
}
