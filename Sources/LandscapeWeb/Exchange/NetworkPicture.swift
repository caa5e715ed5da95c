import Domain
import Frame
import Landscape
import Locales
import Markup

/// Three columns, read in the direction of the page: who pays, who carries out, for which State. The wider a line, the more
/// programmes. Places are where the rows alone put them, so that the same rows give the same picture.
struct NetworkPicture {
    let place: GapPlace
    let network: ExchangeNetwork

    private static let width = 1_060.0
    private static let rowHeight = 28.0
    private static let top = 44.0
    private static let barWidth = 8.0
    /// Where lines come in and go out of each column; labels of the middle one stand between its two bars.
    private static let entries = [330.0, 500.0, 900.0]
    private static let exits = [330.0, 744.0, 900.0]
    private static let labelCharactersMax = [44, 32, 22]

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }
    private var isMirrored: Bool { view.words.direction == .rightToLeft }
    private var height: Double {
        Self.top + Double(max(1, network.columns.map(\.count).max() ?? 1)) * Self.rowHeight + 8
    }

    func write() {
        let places = places
        let label = view.say("network.figure")
        html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(label)) {
            html.element(
                .svg, .class("plot network"), .viewBox(0, 0, Self.width, height), .role("group"), .label(label),
                .dir("ltr")
            ) {
                for (column, key) in ["network.pays", "network.carriesOut", "network.forState"].enumerated() {
                    heading(column, view.say(key))
                }
                for line in network.lines {
                    if let from = places[line.from], let to = places[line.to] { self.line(line, from, to) }
                }
                for column in network.columns {
                    for node in column { if let place = places[node] { self.node(node, place) } }
                }
            }
        }
    }

    private struct Point {
        var entry: Double
        var exit: Double
        var y: Double
    }

    private var places: [ExchangeNetwork.Node: Point] {
        var places: [ExchangeNetwork.Node: Point] = [:]
        for (column, nodes) in network.columns.enumerated() {
            let step = (height - Self.top - 8) / Double(max(1, nodes.count))
            for (row, node) in nodes.enumerated() {
                places[node] = Point(
                    entry: x(Self.entries[column]), exit: x(Self.exits[column]),
                    y: Self.top + step * (Double(row) + 0.5))
            }
        }
        return places
    }

    private func x(_ value: Double) -> Double { isMirrored ? Self.width - value : value }

    /// Labels of the first column stand before it, those of the others after it.
    private func anchor(_ column: Int) -> String { (column == 0) != isMirrored ? "end" : "start" }

    private func labelX(_ column: Int) -> Double {
        let gap = Self.barWidth / 2 + 8
        return x(Self.entries[column] + (column == 0 ? -gap : gap))
    }

    private func heading(_ column: Int, _ text: String) {
        html.element(
            .text, .class("strong"), .x(labelX(column)), .y(20), .textAnchor(anchor(column)), text: text)
    }

    private func line(_ line: ExchangeNetwork.Line, _ from: Point, _ to: Point) {
        let middle = Int((from.exit + to.entry) / 2)
        let path =
            "M\(Int(from.exit)) \(Int(from.y)) C\(middle) \(Int(from.y)) \(middle) \(Int(to.y)) \(Int(to.entry)) \(Int(to.y))"
        html.element(
            .g
        ) {
            html.element(
                .title,
                text: view.say(
                    "network.line",
                    [
                        "one": .text(place.name(line.from)), "other": .text(place.name(line.to)),
                        "count": .number(line.programmes),
                    ]))
            html.empty(.path, .class("way"), .d(path), .strokeWidth(Self.width(of: line.programmes)))
        }
    }

    /// Grows with the root, so that one programme is still a line and a hundred no wall.
    private static func width(of programmes: Int) -> Double {
        min(14, 1.4 + (Double(programmes).squareRoot() - 1) * 1.6)
    }

    private func node(_ node: ExchangeNetwork.Node, _ point: Point) {
        let name = place.name(node)
        let most = Self.labelCharactersMax[node.column]
        let shown = name.count > most ? String(name.prefix(most - 1)) + "…" : name
        html.element(.a, .href(place.address(node))) {
            if shown != name { html.element(.title, text: name) }
            for x in Set([point.entry, point.exit]).sorted() {
                html.empty(
                    .rect, .class("fill"), .x(x - Self.barWidth / 2), .y(point.y - 9), .width(Self.barWidth),
                    .height(18), .rx(2))
            }
            html.element(
                .text, .class("name"), .x(labelX(node.column)), .y(point.y + 4), .textAnchor(anchor(node.column)),
                text: shown)
        }
    }
}
