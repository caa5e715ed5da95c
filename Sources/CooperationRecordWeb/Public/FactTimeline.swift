import CooperationRecords
import Domain
import Frame
import Locales
import Markup

/// A row for each side of cooperation, a column for each year, and a dot whose area is the number of dated facts.
struct FactTimeline {
    let view: View
    let facts: [StateFact]
    let state: StateCode

    private var html: HTMLWriter { view.html }

    func write() {
        var counts: [StateFactKind.Group: [Int: Int]] = [:]
        for fact in facts where !fact.content.isNone {
            if let year = fact.content.day?.year { counts[fact.kind.group, default: [:]][year, default: 0] += 1 }
        }
        let years = counts.values.flatMap(\.keys)
        guard let first = years.min(), let last = years.max(), first < last else { return }
        let span = Array(max(first, last - 69)...last)
        let groups = StateFactKind.Group.allCases
        let title = say("stateFact.timeline", first, last)
        let rows = span.filter { year in groups.contains { counts[$0]?[year] != nil } }.map { year in
            (label: String(year), address: String?.none, values: groups.map { Int?.some(counts[$0]?[year] ?? 0) })
        }
        let behind = Figure.FigureTable(
            columns: [view.say("facet.year")] + groups.map { view.factGroup($0) }, rows: rows)
        view.figure(
            Figure(
                title: title, caption: view.say("stateFact.timelineCaption"), level: 2, isWide: true, table: behind,
                source: view.say("stateFact.timelineSource"))
        ) { picture(counts, span, groups, title) }
    }

    private func say(_ key: String, _ first: Int, _ last: Int) -> String {
        view.say(key, ["first": .text(String(first)), "last": .text(String(last))])
    }

    private func picture(
        _ counts: [StateFactKind.Group: [Int: Int]], _ years: [Int], _ groups: [StateFactKind.Group], _ label: String
    ) {
        let most = Double(counts.values.flatMap(\.values).max() ?? 1)
        let (left, height) = (210.0, Double(groups.count) * 28 + 34)
        let step = min(60, (760 - left) / Double(years.count))
        let radiusMax = min(12, max(5, step * 0.62))
        html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(label)) {
            html.element(.svg, .class("plot"), .viewBox(0, 0, 780, height), .role("group"), .label(label), .dir("ltr"))
            {
                for (row, group) in groups.enumerated() {
                    let y = Double(row) * 28 + 16
                    html.empty(.line, .class("axis"), .x1(left), .y1(y), .x2(left + step * Double(years.count)), .y2(y))
                    html.element(.a, .href("#\(group.rawValue)")) {
                        html.element(
                            .text, .class("strong"), .x(left - 14), .y(y + 4), .textAnchor("end"),
                            text: view.factGroup(group))
                    }
                    for (column, year) in years.enumerated() {
                        guard let count = counts[group]?[year] else { continue }
                        html.element(
                            .circle, .class("dot"), .cx(left + step * (Double(column) + 0.5)), .cy(y),
                            .r(max(2.5, (Double(count) / most).squareRoot() * radiusMax))
                        ) { html.element(.title, text: "\(year): " + view.number(count)) }
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
}
