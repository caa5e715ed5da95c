package import Domain
import Locales
import Markup

extension View {
    /// A row for each mechanism, a column for each year, and a dot whose area is the number of records.
    package func dotTimeline(_ table: CrossTab, state: StateCode) {
        let years = table.rowYears
        let mechanisms = table.columnTotals.prefix(14)
        guard let first = years.first, let last = years.last, first < last else { return }
        let title = say("figure.timeline.title", ["first": .text(String(first)), "last": .text(String(last))])
        let rows = years.map { year in
            (
                label: String(year),
                address: String?.some(searchAddress([(.state, state.rawValue), (.year, String(year))])),
                values: mechanisms.map { Int?.some(table.count(String(year), $0.value)) }
            )
        }
        let behind = Figure.FigureTable(
            columns: [say("facet.year")] + mechanisms.map { name(.mechanism, $0.value) }, rows: rows)
        figure(
            Figure(title: title, caption: say("figure.timeline.caption"), isWide: true, table: behind)
        ) {
            dots(table, years: years, mechanisms: mechanisms.map(\.value), state: state, label: title)
        }
    }

    private func dots(_ table: CrossTab, years: [Int], mechanisms: [String], state: StateCode, label: String) {
        let most = Double(max(1, table.counts.values.max() ?? 1))
        let left = 220.0
        let step = min(60, (760 - left) / Double(years.count))
        let radiusMax = min(13, step * 0.62)
        let height = Double(mechanisms.count) * 30 + 34
        html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(label)) {
            html.element(.svg, .class("plot"), .viewBox(0, 0, 780, height), .role("group"), .label(label), .dir("ltr"))
            {
                for (row, mechanism) in mechanisms.enumerated() {
                    let y = Double(row) * 30 + 16
                    html.empty(.line, .class("axis"), .x1(left), .y1(y), .x2(left + step * Double(years.count)), .y2(y))
                    html.element(.a, .href(searchAddress([(.state, state.rawValue), (.mechanism, mechanism)]))) {
                        html.element(
                            .text, .class("strong"), .x(left - 14), .y(y + 4), .textAnchor("end"),
                            text: shortName(mechanism))
                    }
                    for (column, year) in years.enumerated() {
                        let count = table.count(String(year), mechanism)
                        guard count > 0 else { continue }
                        let radius = max(2, (Double(count) / most).squareRoot() * radiusMax)
                        html.element(
                            .circle, .class("dot"), .cx(left + step * (Double(column) + 0.5)), .cy(y), .r(radius)
                        ) { html.element(.title, text: "\(year): " + number(count)) }
                    }
                }
                for (column, year) in years.enumerated() where years.count <= 12 || year % 5 == 0 {
                    html.element(
                        .text, .x(left + step * (Double(column) + 0.5)), .y(height - 6), .textAnchor("middle"),
                        text: String(year))
                }
            }
        }
    }

    /// What fits into the margin of a drawing.
    private func shortName(_ mechanism: String) -> String {
        if let acronym = names.acronym(ofMechanism: mechanism, words.tag) { return acronym }
        let name = name(.mechanism, mechanism)
        return name.count <= 32 ? name : String(name.prefix(14)) + "…" + String(name.suffix(17))
    }
}

extension CrossTab {
    /// Every year from the first to the last among the rows.
    package var rowYears: [Int] {
        let years = Set(counts.keys.compactMap { Int($0.row) }).filter { $0 > 1900 && $0 < 2200 }
        guard let first = years.min(), let last = years.max() else { return [] }
        return Array(max(first, last - 119)...last)
    }

    /// Columns with their totals, largest first.
    package var columnTotals: [FacetCounts.Value] {
        var totals: [String: Int] = [:]
        for (cell, count) in counts { totals[cell.column, default: 0] += count }
        return totals.map { FacetCounts.Value(value: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }
}
