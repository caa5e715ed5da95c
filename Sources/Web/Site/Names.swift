/// Names of States, mechanisms, themes and the rest in the readers' languages, by code. Made once from the reference facts.
package struct Names: Sendable {
    package struct Entry: Sendable, Hashable {
        package var code: String
        /// By language tag; English is the fallback.
        package var names: [String: String]
        /// What it belongs to: a State's region, a theme's cluster, a target's goal, a mechanism's kind.
        package var parent: String?

        package init(code: String, names: [String: String], parent: String? = nil) {
            self.code = code
            self.names = names
            self.parent = parent
        }
    }

    /// A State's square on the world map, in columns from the west and rows from the north.
    package struct Tile: Sendable, Hashable {
        package var column: Int
        package var row: Int

        package init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    package enum Kind: Sendable, CaseIterable {
        case state, region, group, mechanism, theme, person, goal, target
    }

    private let entries: [Kind: [String: Entry]]
    private let order: [Kind: [String]]
    package let tiles: [String: Tile]
    package let treaties: [String: [Treaty]]

    /// What is known of a State and a treaty.
    package struct Treaty: Sendable, Hashable {
        package enum Status: String, Sendable { case party, signatory, none, notLoaded }
        package var code: String
        package var names: [String: String]
        package var status: Status
        package var year: Int?

        package init(code: String, names: [String: String], status: Status, year: Int? = nil) {
            self.code = code
            self.names = names
            self.status = status
            self.year = year
        }
    }

    /// Entries keep the order in which they are given.
    package init(_ entries: [Kind: [Entry]], tiles: [String: Tile] = [:], treaties: [String: [Treaty]] = [:]) {
        self.entries = entries.mapValues { list in
            Dictionary(list.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        }
        order = entries.mapValues { $0.map(\.code) }
        self.tiles = tiles
        self.treaties = treaties
    }

    /// The name in a language, else in English, else the code itself (without the tilde of other entities).
    package func name(_ kind: Kind, _ code: String, _ language: String) -> String {
        if let names = entries[kind]?[code]?.names, let name = names[language] ?? names["en"] { return name }
        return code.hasPrefix("~") ? String(code.dropFirst()) : code
    }

    package func isKnown(_ kind: Kind, _ code: String) -> Bool { entries[kind]?[code] != nil }
    package func parent(_ kind: Kind, _ code: String) -> String? { entries[kind]?[code]?.parent }
    package func codes(_ kind: Kind) -> [String] { order[kind] ?? [] }
}
