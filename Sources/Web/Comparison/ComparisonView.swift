import Domain
import Frame
import Locales
import Markup
import Operations

/// Several States or cycles side by side: one column each, shares of each column's own total, no order of merit.
struct ComparisonView {
    static let columnsMax = 6
    let view: View
    let comparison: Comparison

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let states = exchange.query.all("state").filter { !$0.isEmpty }.uniqued
        let cycles = exchange.query.all("cycle").filter { !$0.isEmpty }.uniqued.compactMap { Int($0) }
        let columns = columns(states.map { StateCode($0) }, cycles)
        guard columns.count <= columnsMax else {
            throw .invalid([.init(name: "state", allowed: "at most \(columnsMax) columns: States times cycles")])
        }
        let view = View(exchange)
        let overview = try await exchange.site.overview()
        var comparison: Comparison?
        if columns.count >= 2 {
            do { comparison = try await exchange.site.library.compare(columns) } catch { throw WebError(error) }
        }
        return await view.page(PageHead(title: view.say("compare.title"), section: .compare)) {
            view.pageHead(view.say("compare.title"), lead: view.say("compare.lead"))
            ComparisonForm(view: view, overview: overview, states: states, cycles: cycles).write()
            if let comparison {
                ComparisonView(view: view, comparison: comparison).write()
            } else {
                view.empty(view.say("compare.empty.title")) {
                    view.html.element(.p, text: view.say("compare.empty.text", ["most": .number(columnsMax)]))
                }
            }
        }
    }

    /// Each State with each cycle; where only one kind is chosen, that alone.
    private static func columns(_ states: [StateCode], _ cycles: [Int]) -> [(state: StateCode?, cycle: Int?)] {
        if states.isEmpty { return cycles.map { (nil, $0) } }
        if cycles.isEmpty { return states.map { ($0, nil) } }
        return states.flatMap { state in cycles.map { (state, $0) } }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        totals()
        multiples("positions", .position, \.positions, order: View.positionOrder.map(\.rawValue))
        multiples("themes", .theme, \.themes)
        multiples("mechanisms", .mechanism, \.mechanisms)
        multiples("goals", .sdg, \.goals)
        multiples("actions", .action, \.actions, order: (1...5).map { String($0) })
    }

    private func name(_ column: Comparison.Column) -> String {
        let cycle = column.cycle.map { view.valueName(.cycle, String($0)) }
        guard let state = column.state else { return cycle ?? "" }
        guard let cycle else { return view.stateName(state) }
        return view.say("compare.column", ["state": .text(view.stateName(state)), "cycle": .text(cycle)])
    }

    private func filters(_ column: Comparison.Column) -> [(Facet, String)] {
        (column.state.map { [(Facet.state, $0.rawValue)] } ?? [])
            + (column.cycle.map { [(Facet.cycle, String($0))] } ?? [])
    }

    private func totals() {
        view.section("totals", view.say("compare.totals")) {
            view.numbers(comparison.columns.map { ($0.total, name($0), view.searchAddress(filters($0))) })
        }
    }

    /// One row for each value, one small bar for each column on one scale.
    private func multiples(
        _ id: String, _ facet: Facet, _ counts: KeyPath<Comparison.Column, FacetCounts>, order: [String]? = nil
    ) {
        let values = order ?? leading(counts)
        let present = values.filter { value in comparison.columns.contains { $0[keyPath: counts].count(of: value) > 0 }
        }
        guard !present.isEmpty else { return }
        let title = view.facetName(facet)
        let shares = comparison.columns.flatMap { column in
            present.map { Double(column[keyPath: counts].count(of: $0)) / Double(max(1, base(column, facet))) }
        }
        // One scale for the whole section, so that bars can be set beside each other.
        let scale = max(0.05, shares.max() ?? 1)
        view.section(id, title, view.say(facet == .position ? "compare.sharePosition" : "compare.share")) {
            view.table(title) {
                view.headRow([(title, false)] + comparison.columns.map { (name($0), false) })
                html.element(.tbody, .class("multiples-body")) {
                    for value in present { row(facet, value, counts, scale: scale) }
                }
            }
        }
    }

    /// The ten values with the largest share in any column.
    private func leading(_ counts: KeyPath<Comparison.Column, FacetCounts>) -> [String] {
        var largest: [String: Double] = [:]
        for column in comparison.columns {
            for value in column[keyPath: counts].values {
                let share = Double(value.count) / Double(max(1, column.total))
                largest[value.value] = max(largest[value.value] ?? 0, share)
            }
        }
        return largest.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10).map(\.key)
    }

    /// What a share is a share of: positions of the records that have one, everything else of all records.
    private func base(_ column: Comparison.Column, _ facet: Facet) -> Int {
        facet == .position ? column.positions.values.reduce(0) { $0 + $1.count } : column.total
    }

    private func row(
        _ facet: Facet, _ value: String, _ counts: KeyPath<Comparison.Column, FacetCounts>, scale: Double
    ) {
        html.element(.tr) {
            html.element(.th, .scope("row"), text: view.valueName(facet, value))
            for column in comparison.columns {
                let count = column[keyPath: counts].count(of: value)
                let whole = base(column, facet)
                html.element(.td, .class("m")) {
                    let text = view.say(
                        "share.of",
                        ["count": .number(count), "share": .text(view.words.percent(count, of: whole))])
                    if count > 0 {
                        view.link(view.searchAddress(filters(column) + [(facet, value)]), text)
                    } else if whole == 0 {
                        view.write("figure.noData")
                    } else {
                        html.text(text)
                    }
                    view.barTrack("mini", share: Double(count) / Double(max(1, whole)) / scale)
                }
            }
        }
    }
}

extension [String] {
    /// Without repetition, first places kept.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
