import Store

/// A condition of SQL with the values it binds.
struct RowCondition {
    private(set) var parts: [String] = []
    private(set) var values: [SQLValue] = []

    /// The placeholder of a value.
    mutating func bind(_ value: SQLValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }

    /// The placeholders of several, with commas.
    mutating func bind(_ values: [SQLValue]) -> String {
        values.map { bind($0) }.joined(separator: ", ")
    }

    mutating func add(_ part: String) { parts.append(part) }

    var sql: String { parts.isEmpty ? "1 = 1" : parts.joined(separator: " AND ") }
}
