import Domain
import Store

/// Sets of codes that belong to a need, an offer or a call: a row a code.
struct CodeRows {
    /// `need_value`
    let table: String
    /// `need_id`
    let owner: String

    static let needs = CodeRows(table: "need_value", owner: "need_id")
    static let offers = CodeRows(table: "offer_value", owner: "offer_id")
    static let calls = CodeRows(table: "fund_call_value", owner: "call_id")

    /// The codes of these owners, sorted, by kind.
    func all(_ owners: [Int64], _ connection: any ReadConnection) throws -> [Int64: [String: [String]]] {
        var found: [Int64: [String: [String]]] = [:]
        var rest = owners[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            let rows = try connection.all(
                "SELECT \(owner), kind, value FROM \(table) WHERE \(owner) IN ({set}) ORDER BY \(owner), kind, value",
                [], set: set.map { .int($0) }
            ) { (owner: try $0.int(0), kind: try $0.text(1), value: try $0.text(2)) }
            for row in rows { found[row.owner, default: [:]][row.kind, default: []].append(row.value) }
        }
        return found
    }

    /// Makes the codes of one owner these.
    func replace(
        _ id: Int64, _ workspace: WorkspaceID, _ codes: [(kind: String, values: [String])],
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM \(table) WHERE \(owner) = $1 AND workspace_id = $2", [.int(id), .int(workspace.value)])
        var rows = SQLRows(columnCount: 4)
        for (kind, values) in codes {
            for value in Set(values).sorted() {
                rows.append(.int(id), .int(workspace.value), .text(kind), .text(value))
            }
        }
        if !rows.isEmpty { try connection.insert(into: table, [owner, "workspace_id", "kind", "value"], rows) }
    }
}

/// A set of codes in fields' history: sorted, with commas.
func joined(_ codes: [String]) -> String? { codes.isEmpty ? nil : codes.sorted().joined(separator: ",") }
