import Domain
import Frame
import Locales
import Markup
import Operations

/// A table as a picture: lines where columns are points in time, else squares coloured by value. The numbers stand beneath.
struct TablePicture {
    let view: View
    let table: CrossTable
    let label: String

    private var html: HTMLWriter { view.html }

    func write() {
        let times = table.columnHeads.filter { $0.value != nil }.count
        if table.columns.isTime, times > 2 { lines() } else { squares() }
    }

    /// The largest value drawn; shares and counts alike begin at zero.
    private func most(_ cells: [CrossTable.Cell]) -> Double {
        max(table.measure.isShare ? 0.05 : 1, cells.compactMap(magnitude).max() ?? 1)
    }

    private func magnitude(_ cell: CrossTable.Cell) -> Double? {
        guard cell.isKnown else { return nil }
        return table.measure.isShare ? cell.share : Double(cell.count)
    }

    // MARK: Squares

    private static let rowsMax = 15
    private static let columnsMax = 12

    private func squares() {
        let columns = table.columnHeads.enumerated().filter { $0.element.value != nil }.prefix(Self.columnsMax)
        let named = table.lines.filter { $0.head.value != nil }
        let rows = named.prefix(Self.rowsMax)
        let (left, top, high) = (230.0, 112.0, 26.0)
        let wide = min(72, (860 - left - 60) / Double(max(1, columns.count)))
        let scale = most(rows.flatMap(\.cells))
        html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(label)) {
            html.element(
                .svg, .class("plot heat"), .viewBox(0, 0, 860, top + Double(rows.count) * high + 4), .role("img"),
                .label(view.say("tables.picture", ["title": .text(label)])), .dir("ltr")
            ) {
                for (place, column) in columns.enumerated() {
                    let x = left + wide * (Double(place) + 0.5)
                    html.element(
                        .text, .transform("translate(\(Int(x)),\(Int(top) - 8)) rotate(-38)"),
                        text: shortened(view.headName(column.element, table.columns), 24))
                }
                for (place, line) in rows.enumerated() {
                    let y = top + Double(place) * high
                    html.element(
                        .text, .class("strong"), .x(left - 10), .y(y + 17), .textAnchor("end"),
                        text: shortened(view.headName(line.head, table.rows), 34))
                    for (step, column) in columns.enumerated() {
                        square(line.cells[column.offset], scale, left + wide * Double(step), y, wide, high)
                    }
                }
            }
        }
        part(rows.count, of: named.count)
    }

    private func square(
        _ cell: CrossTable.Cell, _ scale: Double, _ x: Double, _ y: Double, _ wide: Double, _ high: Double
    ) {
        let step = magnitude(cell).map { $0 <= 0 ? 0 : min(5, 1 + Int($0 / scale * 4.999)) }
        let name = step.map { "b\($0)" } ?? "nodata"
        html.element(.g, .class(cell.isSmall ? name + " few" : name)) {
            html.empty(.rect, .x(x), .y(y), .width(wide - 2), .height(high - 2))
            guard step != nil else { return }
            html.element(
                .text, .x(x + wide / 2 - 1), .y(y + 16), .textAnchor("middle"), text: view.value(cell, table))
        }
    }

    private func shortened(_ name: String, _ most: Int) -> String {
        name.count <= most ? name : String(name.prefix(most - 1)) + "…"
    }

    // MARK: Lines

    private static let linesMax = 12

    private func lines() {
        let places = table.columnHeads.indices.filter { table.columnHeads[$0].value != nil }
        let named = table.lines.filter { $0.head.value != nil }
        let rows = named.prefix(Self.linesMax)
        let scale = most(rows.flatMap { line in places.map { line.cells[$0] } })
        html.element(.ul, .class("lines")) {
            for line in rows {
                html.element(.li) {
                    let name = view.headName(line.head, table.rows)
                    html.element(.h3, text: name)
                    plot(places.map { line.cells[$0] }, places, scale, name)
                }
            }
        }
        html.element(.p, .class("fine"), text: view.say("tables.oneScale"))
        part(rows.count, of: named.count)
    }

    /// Says that the picture leaves rows out.
    private func part(_ shown: Int, of all: Int) {
        guard shown < all else { return }
        html.element(
            .p, .class("fine"), text: view.say("tables.part", ["shown": .number(shown), "all": .number(all)]))
    }

    private func plot(_ cells: [CrossTable.Cell], _ places: [Int], _ scale: Double, _ name: String) {
        let (floor, high) = (86.0, 66.0)
        let step = 200.0 / Double(max(1, cells.count - 1))
        func x(_ place: Int) -> Double { 8 + step * Double(place) }
        func y(_ value: Double) -> Double { floor - value / scale * high }
        let points = cells.map(magnitude)
        html.element(
            .svg, .viewBox(0, 0, 256, 108), .role("img"), .dir("ltr"),
            .label(view.say("tables.pictureLine", ["name": .text(name), "points": .text(spoken(cells, places))]))
        ) {
            html.empty(.line, .class("axis"), .x1(8), .y1(floor), .x2(208), .y2(floor))
            for run in runs(points) {
                html.empty(
                    .polyline, .class("line"),
                    .points(run.map { "\(short(x($0))),\(short(y(points[$0] ?? 0)))" }.joined(separator: " ")))
            }
            for (place, cell) in cells.enumerated() {
                guard let value = points[place] else { continue }
                html.empty(.circle, .class(cell.isSmall ? "dot few" : "dot"), .cx(x(place)), .cy(y(value)), .r(2.6))
            }
            if let last = points.lastIndex(where: { $0 != nil }) {
                html.element(
                    .text, .class("strong"), .x(x(last) + 7), .y(max(12, y(points[last] ?? 0) + 4)),
                    text: view.value(cells[last], table))
            }
            for place in Set([places.startIndex, places.endIndex - 1]) {
                html.element(
                    .text, .x(x(place)), .y(102), .textAnchor(place == 0 ? "start" : "middle"),
                    text: table.columnHeads[places[place]].value ?? "")
            }
        }
    }

    private func short(_ number: Double) -> String { String(Double(Int(number * 10)) / 10) }

    /// Neighbours with data: a line is not drawn over what is not known.
    private func runs(_ points: [Double?]) -> [[Int]] {
        var runs: [[Int]] = [[]]
        for place in points.indices {
            if points[place] == nil { runs.append([]) } else { runs[runs.count - 1].append(place) }
        }
        return runs.filter { $0.count > 1 }
    }

    /// First and last value in words.
    private func spoken(_ cells: [CrossTable.Cell], _ places: [Int]) -> String {
        let known = cells.indices.filter { cells[$0].isKnown }
        guard let first = known.first, let last = known.last else { return view.say("figure.noData") }
        return [first, last].map { place in
            view.headName(table.columnHeads[places[place]], table.columns) + ": " + view.value(cells[place], table)
        }.joined(separator: view.say("list.semicolon"))
    }
}
