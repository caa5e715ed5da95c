/// A value of a table that is made for a file.
package enum SheetCell: Sendable, Equatable {
    case none
    case text(String)
    case number(Int)
    /// 0...1, written as a decimal number.
    case share(Double)

    /// As CSV has it, with at most four decimals.
    var plain: ExportColumn.Cell {
        switch self {
        case .none: .none
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .share(let share): .text(Self.decimal(share))
        }
    }

    /// `0.4310`: a point whatever the language, so that programs read it.
    static func decimal(_ share: Double) -> String {
        let digits = Int((max(0, min(1_000, share)) * 10_000).rounded())
        return "\(digits / 10_000)." + String(digits % 10_000 + 10_000).dropFirst()
    }
}

/// One sheet: its name, and rows of which the first is the header.
package struct Sheet: Sendable {
    package var name: String
    package var rows: [[SheetCell]]

    package init(name: String, rows: [[SheetCell]]) {
        self.name = name
        self.rows = rows
    }

    /// RFC 4180 with a byte order mark.
    package var csv: [UInt8] { [0xEF, 0xBB, 0xBF] + rows.flatMap { CSVExport.line($0.map(\.plain)) } }
}
