package import Store

/// One column as the migrations made it.
package struct TableColumn: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case int, text, real, bytes
    }

    package var name: String
    package var kind: Kind
    package var isRequired: Bool
    /// The table whose rows it names, where a constraint says so.
    package var references: String?
}

/// One table as the migrations made it.
package struct TableSchema: Hashable, Sendable {
    package var name: String
    package var columns: [TableColumn]
    /// Names of the columns of the primary key, in order.
    package var key: [String]
    /// Tables that rules over several columns refer to.
    package var parents: Set<String> = []

    package func column(_ name: String) -> TableColumn? { columns.first { $0.name == name } }
}

/// Every table of a store, read from the statements that made it, so that nothing that is kept can be forgotten.
package enum StoreSchema {
    /// The number of the last migration this program knows.
    package static var last: Int { Migrations.all.count }

    /// The tables after these steps, such that a table stands behind those it refers to.
    package static func tables(after migrations: some Collection<Migration> = Migrations.all) -> [TableSchema] {
        var tables: [String: TableSchema] = [:]
        for migration in migrations {
            for statement in migration.statements { apply(statement, to: &tables) }
        }
        return ordered(tables)
    }

    private static func apply(_ statement: String, to tables: inout [String: TableSchema]) {
        let words = statement.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count > 2, words[1] == "TABLE" else { return }
        switch words[0] {
        case "CREATE":
            let table = created(statement, named: words[2])
            tables[table.name] = table
        case "DROP": tables[words[2]] = nil
        case "ALTER" where words.count > 5 && words[3] == "ADD":
            let definition = words[5...].joined(separator: " ")
            if let column = column(definition) { tables[words[2]]?.columns.append(column) }
        case "ALTER" where words.count > 5 && words[3] == "RENAME":
            if var table = tables.removeValue(forKey: words[2]) {
                table.name = words[5]
                tables[table.name] = table
            }
        default: break
        }
    }

    private static func created(_ statement: String, named name: String) -> TableSchema {
        var table = TableSchema(name: name, columns: [], key: [])
        guard let open = statement.firstIndex(of: "("), let close = statement.lastIndex(of: ")") else { return table }
        for definition in pieces(statement[statement.index(after: open)..<close]) {
            if definition.hasPrefix("PRIMARY KEY") {
                table.key = inBrackets(definition)
            } else if definition.hasPrefix("FOREIGN KEY"), let parent = target(of: definition) {
                table.parents.insert(parent)
            } else if let column = column(definition) {
                table.columns.append(column)
                if definition.contains("PRIMARY KEY") { table.key = [column.name] }
            }
        }
        return table
    }

    /// Nil for a rule over the whole table.
    private static func column(_ definition: String) -> TableColumn? {
        let words = definition.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count > 1, words[1].hasPrefix("{"), let close = words[1].firstIndex(of: "}"),
            let kind = TableColumn.Kind(rawValue: String(words[1][..<close].dropFirst()))
        else { return nil }
        return TableColumn(
            name: words[0], kind: kind,
            isRequired: definition.contains("NOT NULL") || definition.contains("PRIMARY KEY"),
            references: target(of: definition))
    }

    /// The table behind `REFERENCES`.
    private static func target(of definition: String) -> String? {
        let words = definition.split(separator: " ").drop { $0 != "REFERENCES" }.dropFirst()
        return words.first.map { String($0.prefix { $0 != "(" }) }
    }

    /// What stands between commas that are in no brackets.
    private static func pieces(_ text: Substring) -> [String] {
        var (depth, piece, found): (Int, String, [String]) = (0, "", [])
        for letter in text {
            if letter == "(" { depth += 1 }
            if letter == ")" { depth -= 1 }
            if letter == ",", depth == 0 {
                found.append(piece)
                piece = ""
            } else {
                piece.append(letter)
            }
        }
        return (found + [piece]).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    private static func inBrackets(_ text: String) -> [String] {
        guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")") else { return [] }
        return text[text.index(after: open)..<close].split(separator: ",").map {
            String($0.drop(while: \.isWhitespace).prefix { !$0.isWhitespace })
        }
    }

    /// By name, but behind whatever they refer to. A table may refer to itself.
    private static func ordered(_ tables: [String: TableSchema]) -> [TableSchema] {
        var placed: [TableSchema] = []
        var left = tables.values.sorted { $0.name < $1.name }
        while !left.isEmpty {
            let names = Set(left.map(\.name))
            let next = left.filter { table in
                (table.columns.compactMap(\.references) + table.parents).allSatisfy {
                    !names.contains($0) || $0 == table.name
                }
            }
            // A ring of references would never end: what is in it comes by name.
            let taken = next.isEmpty ? left : next
            placed += taken
            let done = Set(taken.map(\.name))
            left.removeAll { done.contains($0.name) }
        }
        return placed
    }
}
