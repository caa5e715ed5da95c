import Markup
import Reports

/// A column as the data dictionary describes it.
package struct PublicColumn: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case text, integer, flag = "true or false", list = "list of texts", object, objects = "list of objects"
    }

    package var name: String
    package var kind: Kind
    package var meaning: String

    package init(_ name: String, _ kind: Kind = .text, _ meaning: String) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
    }
}

/// One value of a row that everybody may read.
package enum PublicValue: Hashable, Sendable {
    case none
    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([String])

    package static func text(_ value: String?) -> PublicValue { value.map { .text($0) } ?? .none }
    package static func integer(_ value: Int?) -> PublicValue { value.map { .integer($0) } ?? .none }
}

/// Some rows, written in both forms, and where the next ones begin.
package struct PublicPage: Sendable {
    /// One object a line.
    package var lines: [UInt8]
    /// The same as a table, without its header; empty where the kind is no table.
    package var table: [UInt8]
    package var rows: Int
    /// Nil where these were the last.
    package var next: String?

    package init(lines: [UInt8], table: [UInt8], rows: Int, next: String?) {
        self.lines = lines
        self.table = table
        self.rows = rows
        self.next = next
    }
}

/// One kind of thing that everybody may read, as open data: its columns with what they mean, and its rows, page by page. What is not
/// published is in no page; a room that has such a kind says so in ten lines.
package struct PublicTable: Sendable {
    package typealias Rows = @Sendable (_ after: String?) async throws -> (rows: [[PublicValue]], next: String?)

    /// The stem of its files, `recommendations`.
    package let name: String
    package let meaning: String
    package let columns: [PublicColumn]
    /// Columns of the CSV file; nil where the kind is no table.
    package let tableColumns: [PublicColumn]?
    package let page: @Sendable (_ after: String?) async throws -> PublicPage
    /// How many rows there are now.
    package let count: @Sendable () async throws -> Int

    package init(
        name: String, meaning: String, columns: [PublicColumn], tableColumns: [PublicColumn]?,
        count: @escaping @Sendable () async throws -> Int,
        page: @escaping @Sendable (_ after: String?) async throws -> PublicPage
    ) {
        self.name = name
        self.meaning = meaning
        self.columns = columns
        self.tableColumns = tableColumns
        self.page = page
        self.count = count
    }

    /// A kind whose rows have one value a column. A list is joined by "; " in the CSV file.
    package init(
        name: String, meaning: String, columns: [PublicColumn], count: @escaping @Sendable () async throws -> Int,
        rows: @escaping Rows
    ) {
        self.init(name: name, meaning: meaning, columns: columns, tableColumns: columns, count: count) { after in
            let found = try await rows(after)
            let writer = JSONWriter()
            for row in found.rows {
                writer.object {
                    for (value, column) in zip(row, columns) { Self.write(column.name, value, writer) }
                }
                writer.newline()
            }
            let sheet = Sheet(name: name, rows: found.rows.map { $0.map(Self.cell) })
            return PublicPage(
                lines: writer.bytes, table: Array(sheet.csv.dropFirst(3)), rows: found.rows.count, next: found.next)
        }
    }

    /// Byte order mark and names of columns; nil where there is no CSV file.
    var tableHeader: [UInt8]? {
        tableColumns.map { Sheet(name: name, rows: [$0.map { .text($0.name) }]).csv }
    }

    private static func write(_ name: String, _ value: PublicValue, _ writer: JSONWriter) {
        switch value {
        case .none: writer.member(name, nil as String?)
        case .text(let text): writer.member(name, text)
        case .integer(let number): writer.member(name, number)
        case .flag(let flag): writer.member(name, flag)
        case .list(let list): writer.array(name, of: list)
        }
    }

    private static func cell(_ value: PublicValue) -> SheetCell {
        switch value {
        case .none: .none
        case .text(let text): .text(text)
        case .integer(let number): .number(number)
        case .flag(let flag): .text(flag ? "true" : "false")
        case .list(let list): list.isEmpty ? .none : .text(list.joined(separator: "; "))
        }
    }
}
