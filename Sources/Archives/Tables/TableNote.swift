/// What becomes of a table in an export.
package enum TableScope: Hashable, Sendable {
    /// Of the whole installation.
    case installation
    /// The public record: whole with the installation, and with a workspace what that one refers to.
    case record
    /// The workspace itself.
    case workspace
    /// Its column `workspace_id` says whose it is.
    case own
    /// Its column names a row of another table, whose it is.
    case part(of: String, by: String)
    /// With the installation, in the sealed part alone.
    case sealed
    /// In no export; the reason.
    case left(String)
}

/// What a table holds, for the data dictionary, and what becomes of it. Every table of the migrations has one.
package struct TableNote: Hashable, Sendable {
    package var name: String
    package var scope: TableScope
    package var meaning: String

    init(_ name: String, _ scope: TableScope, _ meaning: String) {
        self.name = name
        self.scope = scope
        self.meaning = meaning
    }

    package static let all: [TableNote] =
        record + installation + people + plan + following + help + agreed + learnt + accountability

    /// Why the tables of the migrations and these notes do not fit, a sentence each; empty where they do.
    package static func faults(of tables: [TableSchema], notes: [TableNote] = all) -> [String] {
        let known = Set(tables.map(\.name))
        let noted = Set(notes.map(\.name))
        let missing = tables.filter { !noted.contains($0.name) }.map {
            "The table \($0.name) is in no export: add a TableNote that says what it holds and whose it is, or why it is left out."
        }
        let gone = notes.filter { !known.contains($0.name) }.map {
            "There is no table \($0.name) any more: take its TableNote away."
        }
        let placeless = tables.compactMap { table -> String? in
            guard let note = notes.first(where: { $0.name == table.name }) else { return nil }
            switch note.scope {
            case .own where table.column("workspace_id") == nil:
                return "The table \(table.name) has no column workspace_id: its TableNote has to say whose it is."
            case .part(_, let column) where table.column(column) == nil:
                return "The table \(table.name) has no column \(column): its TableNote has to say whose it is."
            default: return table.key.isEmpty ? "The table \(table.name) has no primary key to walk by." : nil
            }
        }
        return missing + gone + placeless
    }
}
