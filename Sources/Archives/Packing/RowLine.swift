import FoundationEssentials
import Markup
import Store

/// A row as one line of JSON: an object from column names to numbers, texts and null. Bytes are base64; numbers with decimals are
/// texts, so that none is rounded.
enum RowLine {
    static func values(_ row: any Row, _ columns: [TableColumn]) throws -> [SQLValue] {
        try columns.enumerated().map { place, column in
            if row.isNull(place) { return .null }
            return switch column.kind {
            case .int: .int(try row.int(place))
            case .text: .text(try row.text(place))
            case .real: .real(try row.real(place))
            case .bytes: .bytes(try row.bytes(place))
            }
        }
    }

    static func write(_ values: [SQLValue], _ columns: [TableColumn], to writer: JSONWriter) {
        writer.object {
            for (value, column) in zip(values, columns) {
                switch value {
                case .null: writer.member(column.name, nil as String?)
                case .int(let number): writer.member(column.name, Int(number))
                case .text(let text): writer.member(column.name, text)
                case .real(let number): writer.member(column.name, "\(number)")
                case .bytes(let bytes): writer.member(column.name, Data(bytes).base64EncodedString())
                }
            }
        }
        writer.newline()
    }

    /// The values of a line in the order of `columns`. A column that the line does not have, one it has too many, or a value of another
    /// kind is a fault, said in a sentence.
    static func read(_ line: ArraySlice<UInt8>, _ columns: [TableColumn]) throws(RowFault) -> [SQLValue] {
        var found = [SQLValue?](repeating: nil, count: columns.count)
        var expected = 0
        for (name, value) in try FlatReader.members(of: line, expecting: columns.count) {
            // As a rule they come in the order in which they were written.
            let place =
                expected < columns.count && columns[expected].name == name
                ? expected : columns.firstIndex { $0.name == name }
            guard let place else { throw RowFault("there is no column \(name.prefix(60)).") }
            found[place] = try converted(value, columns[place])
            expected = place + 1
        }
        var values: [SQLValue] = []
        for (value, column) in zip(found, columns) {
            guard let value else { throw RowFault("the column \(column.name) is missing.") }
            values.append(value)
        }
        return values
    }

    private static func converted(_ value: FlatReader.Value, _ column: TableColumn) throws(RowFault) -> SQLValue {
        switch (column.kind, value) {
        case (_, .null): return .null
        case (.int, .number(let number)): return .int(number)
        case (.text, .text(let text)): return .text(text)
        case (.real, .text(let text)): if let number = Double(text) { return .real(number) }
        case (.bytes, .text(let text)): if let data = Data(base64Encoded: text) { return .bytes(Array(data)) }
        default: break
        }
        throw RowFault("\(column.name) has a value that does not fit.")
    }
}

/// What is wrong with a line, as the end of a sentence.
struct RowFault: Error, Hashable {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
