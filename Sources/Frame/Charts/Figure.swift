import Locales
import Markup

/// A chart's frame: title that says the message, caption, source line, and the numbers behind it.
package struct Figure {
    package var title: String
    /// What is counted, and of how many.
    package var caption: String
    /// 2...4, so that headings stay in order.
    package var level = 3
    package var isWide = false
    package var table: FigureTable
    /// Where the numbers come from, where that is not the record alone.
    package var source: String?

    package init(
        title: String, caption: String, level: Int = 3, isWide: Bool = false, table: FigureTable, source: String? = nil
    ) {
        self.title = title
        self.caption = caption
        self.level = level
        self.isWide = isWide
        self.table = table
        self.source = source
    }

    package struct FigureTable {
        package var columns: [String]
        package var rows: [(label: String, address: String?, values: [Int?])]

        package init(columns: [String], rows: [(label: String, address: String?, values: [Int?])]) {
            self.columns = columns
            self.rows = rows
        }
    }
}

extension View {
    package func figure(_ figure: Figure, picture: () -> Void) {
        html.element(.figure, .class(figure.isWide ? "figure wide" : "figure")) {
            html.element(.figcaption) {
                let tag: Element = figure.level == 2 ? .h2 : figure.level == 4 ? .h4 : .h3
                html.element(tag, text: figure.title)
                html.element(.p, text: figure.caption)
            }
            picture()
            html.element(.p, .class("source"), text: figure.source ?? say("figure.source"))
            html.element(.details) {
                html.element(.summary) {
                    write("figure.table")
                    html.element(.span, .class("hidden")) {
                        html.text(" ")
                        html.text(figure.title)
                    }
                }
                numbersTable(figure)
            }
        }
    }

    private func numbersTable(_ figure: Figure) {
        table(figure.title, style: "figures") {
            headRow(figure.table.columns.enumerated().map { ($0.element, $0.offset > 0) })
            html.element(.tbody) {
                for row in figure.table.rows {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            if let address = row.address { link(address, row.label) } else { html.text(row.label) }
                        }
                        for value in row.values {
                            if let value {
                                html.element(.td, text: number(value))
                            } else {
                                html.element(.td, .class("none"), text: say("figure.noData"))
                            }
                        }
                    }
                }
            }
        }
    }
}
