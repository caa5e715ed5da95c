package import Domain
import Locales
import Markup

extension View {
    /// A column for each year from the first to the last, years without records included. Each leads to its records.
    package func yearColumns(_ counts: FacetCounts, label: String, address: (Int) -> String) {
        let years = counts.yearRange
        guard let first = years.first, let last = years.last else { return }
        let most = max(1, counts.values.map(\.count).max() ?? 1)
        let step = 720.0 / Double(years.count)
        let wide = min(44, step * 0.72)
        html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(label)) {
            html.element(.svg, .class("plot"), .viewBox(0, 0, 740, 190), .role("group"), .label(label), .dir("ltr")) {
                html.empty(.line, .class("axis"), .x1(10), .y1(160), .x2(730), .y2(160))
                for (index, year) in years.enumerated() {
                    let count = counts.count(of: String(year))
                    let middle = 10 + step * (Double(index) + 0.5)
                    let height = Double(count) / Double(most) * 130
                    if count > 0 {
                        yearLink(year, count, address(year)) {
                            html.empty(
                                .rect, .class("fill"), .x(middle - wide / 2), .y(160 - height), .width(wide),
                                .height(max(1, height)))
                        }
                    }
                    if count == most {
                        html.element(
                            .text, .class("strong"), .x(middle), .y(152 - height), .textAnchor("middle"),
                            text: number(count))
                    }
                    let isLabelled = years.count <= 14 || year == first || year == last || year % 5 == 0
                    if isLabelled {
                        html.element(.text, .x(middle), .y(178), .textAnchor("middle"), text: String(year))
                    }
                }
            }
        }
    }

    private func yearLink(_ year: Int, _ count: Int, _ address: String, shape: () -> Void) {
        html.element(.a, .href(address)) {
            html.element(.title, text: say("figure.yearCount", ["year": .text(String(year)), "count": .number(count)]))
            shape()
        }
    }

    /// The figure of records by year; nothing where no record has a date.
    package func yearFigure(_ counts: FacetCounts, level: Int = 3, filters: [(Facet, String)]) {
        yearFigure(counts, level: level) { searchAddress(filters + [(.year, String($0))]) }
    }

    /// The same, where each year leads to `address`.
    package func yearFigure(_ counts: FacetCounts, level: Int = 3, address: (Int) -> String) {
        let years = counts.yearRange
        guard let first = years.first, let last = years.last else { return }
        let most = counts.values.max { $0.count < $1.count }
        let title = say(
            "figure.years.title",
            ["year": .text(most?.value ?? ""), "count": .number(most?.count ?? 0)])
        let table = Figure.FigureTable(
            columns: [say("facet.year"), say("column.recommendations")],
            rows: years.map { year in
                (String(year), nil, [counts.count(of: String(year))])
            })
        let caption = say("figure.years.caption", ["first": .text(String(first)), "last": .text(String(last))])
        figure(Figure(title: title, caption: caption, level: level, isWide: true, table: table)) {
            yearColumns(counts, label: title, address: address)
        }
    }
}

extension FacetCounts {
    /// Every year from the first that has records to the last; at most 120.
    package var yearRange: [Int] {
        let years = values.compactMap { Int($0.value) }.filter { $0 > 1900 && $0 < 2200 }
        guard let first = years.min(), let last = years.max() else { return [] }
        return Array(max(first, last - 119)...last)
    }
}
