/// Cells by the names spreadsheets give them.
package enum CellReference {
    /// `AB` is column 27, from 0.
    package static func letters(_ column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.insert(UInt8(65 + (rest - 1) % 26), at: 0)
            rest = (rest - 1) / 26
        }
        return String(decoding: letters, as: UTF8.self)
    }

    package static func name(row: Int, column: Int) -> String { letters(column) + String(row) }

    /// `AB12`, `$AB$12`; nil for anything else.
    static func cell(_ name: some StringProtocol) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in name.utf8 where byte != UInt8(ascii: "$") {
            if row == 0, (0x41...0x5A).contains(byte) {
                column = column * 26 + Int(byte - 0x40)
            } else if (0x30...0x39).contains(byte) {
                row = row * 10 + Int(byte - 0x30)
            } else {
                return nil
            }
            guard column <= 1 << 20, row <= 1 << 24 else { return nil }
        }
        return column == 0 || row == 0 ? nil : (row, column - 1)
    }

    /// `A3:B7`.
    static func range(_ name: String) -> MergedRange? {
        let ends = name.split(separator: ":")
        guard ends.count == 2, let first = cell(ends[0]), let last = cell(ends[1]), first.row <= last.row,
            first.column <= last.column
        else { return nil }
        return MergedRange(rows: first.row...last.row, columns: first.column...last.column)
    }
}
