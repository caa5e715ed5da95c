import Domain
import Frame
import Locales
import Markup
import Operations

/// The world by State: the share of reviewed recommendations that each State supports. A share, never a count, and no order.
struct WorldMap {
    let view: View
    let overview: Overview
    var level = 3

    func write() {
        let shares = tiles
        let rows = view.stateNames(Array(shares.keys)).map { state in
            (
                label: state.name, address: String?.none,
                values: [shares[state.code]?.part, shares[state.code]?.whole]
            )
        }
        let table = Figure.FigureTable(
            columns: [view.facetName(.state), view.say("position.supported"), view.say("map.whole")], rows: rows)
        let figure = Figure(
            title: view.say("map.figure"), caption: view.say("map.caption"), level: level, isWide: true, table: table)
        view.figure(figure) { view.tileMap(shares, label: figure.title) }
    }

    /// States with at least one position. Others have no share, which is not a share of nothing.
    private var tiles: [StateCode: MapTile] {
        var tiles: [StateCode: MapTile] = [:]
        for (cell, count) in overview.positionsByState.counts {
            let state = StateCode(cell.row)
            var tile = tiles[state] ?? MapTile(state: state, part: 0, whole: 0)
            tile.whole += count
            if cell.column == Position.supported.rawValue { tile.part += count }
            tiles[state] = tile
        }
        return tiles
    }
}
