/// A value bound to a statement. Booleans are 0 and 1, instants fixed-width text, JSON text.
public enum SQLValue: Hashable, Sendable {
    case null
    case int(Int64)
    case real(Double)
    /// U+0000 is removed when it is bound: PostgreSQL cannot hold it.
    case text(String)
    case bytes([UInt8])
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(nilLiteral: ()) { self = .null }
}

extension SQLValue {
    @inlinable public static func int(_ value: Int) -> SQLValue { .int(Int64(value)) }
    @inlinable public static func flag(_ value: Bool) -> SQLValue { .int(value ? 1 : 0) }
    @inlinable public static func optional(_ value: Int64?) -> SQLValue { value.map { .int($0) } ?? .null }
    @inlinable public static func optional(_ value: Int?) -> SQLValue { value.map { .int(Int64($0)) } ?? .null }
    @inlinable public static func optional(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
}

/// Rows for a bulk insert, one value after the other.
public struct SQLRows: Sendable {
    public let columnCount: Int
    @usableFromInline var values: [SQLValue] = []

    public init(columnCount: Int, rowsExpected: Int = 0) {
        self.columnCount = max(1, columnCount)
        values.reserveCapacity(self.columnCount * rowsExpected)
    }

    /// Adds values of one row or of several; what the database receives are full rows.
    @inlinable public mutating func append(_ row: SQLValue...) { values.append(contentsOf: row) }
    @inlinable public mutating func append(_ value: SQLValue) { values.append(value) }

    public var count: Int { values.count / columnCount }
    public var isEmpty: Bool { values.count < columnCount }

    /// Every value, row after row.
    public var flat: [SQLValue] { values }
}

/// What a bulk insert does where a row with the same key is there already.
package enum SQLConflict: Hashable, Sendable {
    /// The whole transaction fails with `StoreError.constraint`.
    case fail
    /// The row that is there stays.
    case ignore(on: [String])
    /// The columns in `set` take the new values.
    case update(on: [String], set: [String])
}
