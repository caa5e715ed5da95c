package import Domain
import Locales
import Markup

extension View {
    /// Positions as one bar, in the order supported, noted, pending, with a key that carries the numbers.
    package func positionBar(_ counts: FacetCounts, address: (Position) -> String?) {
        stack(counts.positionShares, "stack")
        let total = counts.values.reduce(0) { $0 + $1.count }
        html.element(.ul, .class("keys")) {
            for position in Self.positionOrder {
                let count = counts.count(of: position.rawValue)
                html.element(.li) {
                    positionMark(position)
                    html.element(.span) {
                        let label = say("position.\(position.rawValue)")
                        if count > 0, let address = address(position) { link(address, label) } else { html.text(label) }
                    }
                    html.element(.span, .class("value")) {
                        write("share.of", ["count": .number(count), "share": .text(words.percent(count, of: total))])
                    }
                }
            }
        }
    }

    /// Parts of a whole side by side, filled by position.
    package func stack(_ shares: [(position: Position, share: Double)], _ name: String) {
        html.element(.svg, .class(name), .viewBox(0, 0, 1_000, 24), .preserveAspectRatio("none"), .hidden) {
            var x = 0.0
            for part in shares where part.share > 0 {
                let width = part.share * 1_000
                html.empty(
                    .rect, .class("p-\(part.position.rawValue)"), .x(x), .width(max(2, width - 3)), .height(24))
                x += width
            }
        }
    }

    package static var positionOrder: [Position] { [.supported, .noted, .pending] }

    /// The figure of a set of positions; nothing where no record has one.
    package func positionFigure(_ counts: FacetCounts, level: Int = 3, filters: [(Facet, String)]) {
        let total = counts.values.reduce(0) { $0 + $1.count }
        guard total > 0 else { return }
        func address(_ position: Position) -> String { searchAddress(filters + [(.position, position.rawValue)]) }
        let supported = counts.count(of: Position.supported.rawValue)
        let table = Figure.FigureTable(
            columns: [say("facet.position"), say("column.recommendations")],
            rows: Self.positionOrder.map {
                (say("position.\($0.rawValue)"), address($0), [counts.count(of: $0.rawValue)])
            })
        let title = say(
            "figure.positions.title", ["count": .number(supported), "total": .number(total)])
        figure(Figure(title: title, caption: say("figure.positions.caption"), level: level, table: table)) {
            positionBar(counts) { address($0) }
        }
    }
}

extension FacetCounts {
    /// The share of each position among the records that have one.
    package var positionShares: [(position: Position, share: Double)] {
        let total = Double(values.reduce(0) { $0 + $1.count })
        return View.positionOrder.map { ($0, total > 0 ? Double(count(of: $0.rawValue)) / total : 0) }
    }
}
