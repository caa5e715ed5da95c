import Domain
import Store

/// Everything of a workspace that could be public: what is in the plan, cleared, marked public, decided. What is not among it is
/// never public, whatever anybody chooses.
enum Gathering {
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [PublicItem] {
        let names = try GatheredNames(workspace, connection)
        return try GatheredPlanRow.all(workspace, names, connection)
            + GatheredProgressRow.all(workspace, names, connection)
            + GatheredFigureRow.all(workspace, names, connection)
            + GatheredDateRow.all(workspace, connection)
    }
}

/// What institutions of a workspace are called.
struct GatheredNames {
    private var names: [Int64: String] = [:]

    init(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws {
        var names: [Int64: String] = [:]
        try connection.query("SELECT id, name FROM institution WHERE workspace_id = $1", [.int(workspace.value)]) {
            names[try $0.int(0)] = try $0.text(1)
        }
        self.names = names
    }

    subscript(_ id: Int64?) -> String? { id.flatMap { names[$0] } }

    /// Names a line each, in the order of their numbers.
    func lines(_ ids: [Int64]) -> String? {
        ids.isEmpty ? nil : ids.sorted().compactMap { names[$0] }.joined(separator: "\n")
    }
}

/// Collects the fields of an item; what has no value is left out.
struct GatheredFields {
    private(set) var values: [String: String] = [:]

    subscript(_ name: String) -> String? {
        get { values[name] }
        set { values[name] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
    }
}
