import Domain
import Frame
import Landscape
import Locales
import Reports

/// The exchange as one sheet: a line for each cell, corridor and three-party programme.
enum ExchangeSheet {
    static func sheet(_ found: Exchanges, _ view: View) -> Sheet {
        var rows: [[SheetCell]] = [
            ["part", "from", "from_name", "to", "to_name", "programmes", "note"].map { .text($0) }
        ]
        for (part, matrix) in [("state", found.byState), ("theme", found.byTheme)] {
            for row in matrix.rows {
                for column in matrix.columns where matrix.count(row, column) > 0 {
                    rows.append([
                        .text(part), .text(row.key), .text(row.shown), .text(column.code),
                        .text(view.columnName(column)), .number(matrix.count(row, column)), .none,
                    ])
                }
            }
        }
        for corridor in found.corridors {
            rows.append([
                .text("corridor"), .text(corridor.from.rawValue), .text(view.stateName(corridor.from)),
                .text(corridor.to.rawValue), .text(view.stateName(corridor.to)),
                .number(corridor.programmes.count),
                .text(corridor.isSouthSouth == true ? "south-south" : "not known"),
            ])
        }
        return Sheet(name: "exchange", rows: rows)
    }
}

extension View {
    func columnName(_ column: ExchangeMatrix.Column) -> String {
        switch column {
        case .state(let state): stateName(state)
        case .theme(let theme): name(.theme, theme)
        }
    }
}
