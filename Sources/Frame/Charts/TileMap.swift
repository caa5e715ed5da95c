package import Domain
import Locales
import Markup
import Reference

/// A State's square: its share of something, or no data.
package struct MapTile {
    package var state: StateCode
    package var part: Int
    package var whole: Int

    package init(state: StateCode, part: Int, whole: Int) {
        self.state = state
        self.part = part
        self.whole = whole
    }
}

/// Where a State's square stands, in columns from the west and rows from the north.
private struct Place {
    var state: StateCode
    var column: Int
    var row: Int
}

extension View {
    /// The world as squares, one a State: coloured by share, hatched where there is no data. Never by raw counts, never in order of merit.
    ///
    /// Invented States have no place on the world's map: where only they have records they are laid out alone.
    package func tileMap(_ shares: [StateCode: MapTile], label: String) {
        let places = tilePlaces(shares)
        let isFew = places.count < 60
        let columns = Double((places.map(\.column).max() ?? 0) + 1)
        let rows = Double((places.map(\.row).max() ?? 0) + 1)
        html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(label)) {
            html.element(
                .svg, .class(isFew ? "map few" : "map"), .viewBox(0, 0, columns * 30, rows * 30), .role("group"),
                .label(label),
                .dir("ltr")
            ) {
                for place in places { tile(place, shares[place.state]) }
            }
        }
        mapScale()
    }

    /// Two hundred of these stand on a page: what they share is in the style sheet.
    private func tile(_ place: Place, _ share: MapTile?) {
        let name = stateName(place.state)
        let shift = Attribute.transform("translate(\(place.column * 30),\(place.row * 30))")
        guard let share, share.whole > 0 else {
            html.element(.g, .class("nodata"), shift) {
                square(place.state, say("map.tileNoData", ["state": .text(name)]))
            }
            return
        }
        let text = say(
            "map.tile",
            [
                "state": .text(name), "share": .text(words.percent(share.part, of: share.whole)),
                "total": .number(share.whole),
            ])
        let step = Self.shareStep(share.part, share.whole)
        html.element(.a, .href(stateAddress(place.state)), .class("b\(step)"), shift) { square(place.state, text) }
    }

    private func square(_ state: StateCode, _ title: String) {
        html.element(.title, text: title)
        html.empty(.rect)
        html.element(.text, text: mapCode(state))
    }

    private func mapCode(_ state: StateCode) -> String {
        state.entityName.map { String($0.prefix(3)) } ?? state.rawValue
    }

    /// 0 for nothing, then fifths.
    package static func shareStep(_ part: Int, _ whole: Int) -> Int {
        part <= 0 ? 0 : min(5, 1 + part * 5 / max(1, whole))
    }

    private func mapScale() {
        html.element(.ul, .class("scale")) {
            for step in 0...5 {
                html.element(.li) {
                    html.element(.svg, .class("b\(step)"), .viewBox(0, 0, 18, 18), .hidden) {
                        html.empty(.rect, .width(18), .height(18), .rx(3))
                    }
                    if step == 0 {
                        html.text(words.percent(0, of: 1))
                    } else {
                        write("map.range", ["low": .text(number((step - 1) * 20)), "high": .text(number(step * 20))])
                    }
                }
            }
            html.element(.li) {
                html.element(.svg, .class("nodata"), .viewBox(0, 0, 18, 18), .hidden) {
                    html.empty(.rect, .width(18), .height(18), .rx(3))
                }
                write("figure.noData")
            }
        }
    }

    private func tilePlaces(_ shares: [StateCode: MapTile]) -> [Place] {
        let invented = Set(names.reference.states.filter { $0.status == .invented }.map(\.code.rawValue))
        let hasReal = shares.keys.contains { names.tiles[$0.rawValue] != nil && !invented.contains($0.rawValue) }
        var places: [Place] = []
        var row = 0
        if hasReal {
            let real = names.tiles.filter { !invented.contains($0.key) || shares[StateCode($0.key)] != nil }
            places = real.sorted { $0.key < $1.key }.map {
                Place(state: StateCode($0.key), column: $0.value.column, row: $0.value.row)
            }
            row = (places.map(\.row).max() ?? 0) + 2
        }
        let others = stateNames(shares.keys.filter { !hasReal || names.tiles[$0.rawValue] == nil })
        let known = others.compactMap { other in names.tiles[other.code.rawValue].map { (other.code, $0) } }
        if !hasReal, known.count == others.count, let west = known.map(\.1.column).min(),
            let north = known.map(\.1.row).min()
        {
            return known.map { Place(state: $0.0, column: $0.1.column - west, row: $0.1.row - north) }
        }
        let columns = hasReal ? 26 : 4
        for (index, other) in others.enumerated() {
            places.append(Place(state: other.code, column: index % columns, row: row + index / columns))
        }
        return places
    }
}
