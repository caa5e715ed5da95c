package import Domain
package import Store

/// Reads by id in sets of the size a statement takes.
package enum PlanSets {
    package static func all<T>(
        _ ids: [Int64], _ sql: String, _ values: [SQLValue], _ connection: any ReadConnection,
        _ make: (any Row) throws -> T
    ) throws -> [T] {
        var found: [T] = []
        var rest = Array(Set(ids)).sorted()[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            found += try connection.all(sql, values, set: set.map { .int($0) }, make)
        }
        return found
    }

    /// Institutions by owner.
    package static func institutions(
        _ table: String, _ owner: String, _ ids: [Int64], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Int64: [InstitutionID]] {
        let rows = try all(
            ids,
            """
            SELECT \(owner), institution_id FROM \(table) WHERE workspace_id = $1 AND \(owner) IN ({set})
            ORDER BY \(owner), institution_id
            """, [.int(workspace.value)], connection
        ) { (owner: try $0.int(0), institution: InstitutionID(try $0.int(1))) }
        return Dictionary(grouping: rows, by: \.owner).mapValues { $0.map(\.institution) }
    }

    /// Makes the institutions of one owner these.
    package static func replace(
        _ table: String, _ owner: String, _ id: Int64, _ workspace: WorkspaceID, _ institutions: [InstitutionID],
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM \(table) WHERE \(owner) = $1 AND workspace_id = $2", [.int(id), .int(workspace.value)])
        try insert(table, owner, [(id, workspace, institutions)], connection)
    }

    package static func insert(
        _ table: String, _ owner: String,
        _ owners: [(id: Int64, workspace: WorkspaceID, institutions: [InstitutionID])],
        _ connection: any WriteConnection
    ) throws {
        var rows = SQLRows(columnCount: 3)
        for entry in owners {
            for institution in entry.institutions {
                rows.append(.int(entry.id), .int(entry.workspace.value), .int(institution.value))
            }
        }
        if !rows.isEmpty { try connection.insert(into: table, [owner, "workspace_id", "institution_id"], rows) }
    }
}
