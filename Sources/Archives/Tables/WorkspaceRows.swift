import Store

/// Which rows of each table go with one workspace: its own, those of its things, and of the public record what it refers to.
struct WorkspaceRows {
    let workspace: Int64
    private let tables: [TableSchema]
    private let scopes: [String: TableScope]

    init(of workspace: Int64, _ tables: [TableSchema], _ notes: [TableNote]) {
        self.workspace = workspace
        self.tables = tables
        scopes = Dictionary(notes.map { ($0.name, $0.scope) }, uniquingKeysWith: { first, _ in first })
    }

    /// A condition on the table's rows; nil where none goes along.
    func clause(_ table: TableSchema) -> String? {
        guard let clause = place(table) else { return nil }
        guard let seen = WorkspaceSight.conditions[table.name] else { return clause }
        return "(\(clause)) AND (\(filled(seen)))"
    }

    private func filled(_ condition: String) -> String {
        condition.replacing(WorkspaceSight.mark, with: String(workspace))
    }

    private func place(_ table: TableSchema) -> String? {
        switch scopes[table.name] {
        case .workspace: "id = \(workspace)" + partners.map { " OR id IN (\($0))" }.joined()
        case .own: SharedThings.places[table.name].map(filled) ?? "workspace_id = \(workspace)"
        case .part(let parent, let column): part(parent, column)
        case .record: record(table)
        case .installation where table.name == "account":
            "id IN (SELECT account_id FROM membership WHERE workspace_id = \(workspace))"
        default: nil
        }
    }

    private func part(_ parent: String, _ column: String) -> String? {
        guard let parent = tables.first(where: { $0.name == parent }), let clause = clause(parent) else { return nil }
        return "\(column) IN (SELECT id FROM \(parent.name) WHERE \(clause))"
    }

    /// Other workspaces that rows of this one, or of what it shares, name: they go along by name, without anything of theirs.
    private var partners: [String] {
        tables.flatMap { table -> [String] in
            let columns = table.columns.filter { $0.references == "workspace" }.map(\.name)
            if isShared(table) {
                return clause(table).map { clause in
                    columns.map { "SELECT \($0) FROM \(table.name) WHERE \($0) IS NOT NULL AND (\(clause))" }
                } ?? []
            }
            guard scopes[table.name] == .own else { return [] }
            return columns.filter { $0 != "workspace_id" }.map {
                "SELECT \($0) FROM \(table.name) WHERE workspace_id = \(workspace)"
            }
        }
    }

    private func isShared(_ table: TableSchema) -> Bool {
        if case .part(let parent, _) = scopes[table.name] { return SharedThings.places[parent] != nil }
        return SharedThings.places[table.name] != nil
    }

    private var state: String { "(SELECT state FROM workspace WHERE id = \(workspace))" }

    /// Recommendations to the workspace's State, and those that its rows name.
    private var recommendations: String {
        let named = tables.filter { scopes[$0.name] == .own && $0.column("recommendation_id") != nil }.map {
            " OR id IN (SELECT recommendation_id FROM \($0.name) WHERE workspace_id = \(workspace))"
        }
        return "id IN (SELECT recommendation_id FROM recommendation_state WHERE role = 0 AND state = \(state))"
            + named.joined()
    }

    private func record(_ table: TableSchema) -> String? {
        switch table.name {
        case "recommendation": recommendations
        case "source": "1 = 1"
        case "document", "import_run":
            "id IN (SELECT \(table.name == "document" ? "document_id" : "import_id") FROM recommendation WHERE \(recommendations))"
        case "term":
            """
            id IN (SELECT term_id FROM tag WHERE recommendation_id IN (
                SELECT id FROM recommendation WHERE \(recommendations)))
            """
        case _ where table.column("recommendation_id") != nil:
            "recommendation_id IN (SELECT id FROM recommendation WHERE \(recommendations))"
        case _ where table.column("state") != nil: "state = \(state)"
        default: nil
        }
    }
}

/// Keeps an archive of a part whole: a row that leans on a row that does not go along is left out, or, where it can do without, loses
/// that reference.
struct ReferenceKeeper {
    /// Ids that went along, of tables that others refer to.
    private var kept: [String: Set<Int64>] = [:]
    private let referred: Set<String>
    private(set) var leftOut = 0

    init(_ tables: [TableSchema]) {
        referred = Set(tables.flatMap { table in table.columns.compactMap(\.references) })
    }

    /// The row as it goes along; nil where it does not.
    mutating func kept(_ row: [SQLValue], _ table: TableSchema) -> [SQLValue]? {
        var row = row
        for (place, column) in table.columns.enumerated() {
            guard let target = column.references, target != table.name, case .int(let id) = row[place] else { continue }
            if kept[target]?.contains(id) ?? false { continue }
            if column.isRequired {
                leftOut += 1
                return nil
            }
            row[place] = .null
        }
        if referred.contains(table.name), table.key.count == 1,
            let place = table.columns.firstIndex(where: { $0.name == table.key[0] }), case .int(let id) = row[place]
        {
            kept[table.name, default: []].insert(id)
        }
        return row
    }
}
